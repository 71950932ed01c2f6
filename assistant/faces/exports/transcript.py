"""What is exported: questions with their answers, and where they are cited from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.answers.answer import Answer, Citation, Language


@dataclass(frozen=True, slots=True)
class Exported:
    """A question with its answer, or with the sentence that says why there is none."""

    question: str
    outcome: Answer | str

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the answer."""
        return self.outcome.citations if isinstance(self.outcome, Answer) else ()


@dataclass(frozen=True, slots=True)
class Transcript:
    """A conversation, oldest question first; `language` is that of headings and references.

    `day` is when it was exported.
    """

    title: str
    language: Language
    day: date
    exchanges: tuple[Exported, ...]


class Numbering:
    """Numbers from 1 through a whole document; the same stretch of a notice has one number."""

    def __init__(self, citations: Iterable[Citation]) -> None:
        self._first: dict[tuple[str, int, int], Citation] = {}
        for citation in citations:
            self._first.setdefault(_stretch(citation), citation)
        self._numbers = {stretch: n for n, stretch in enumerate(self._first, start=1)}

    def number(self, citation: Citation) -> int:
        """Return the number of a citation."""
        return self._numbers[_stretch(citation)]

    def listed(self) -> list[tuple[int, Citation]]:
        """Return every number with what it stands for, ascending."""
        return list(enumerate(self._first.values(), start=1))


def _stretch(citation: Citation) -> tuple[str, int, int]:
    return citation.notice_id, citation.start, citation.end
