"""Where the gold of a question stands in the notices."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from corpus.notice import Notice
from eval.gold.questions import Fault, Question, QuestionSet

Notices = Mapping[str, Notice]


class Span(NamedTuple):
    """A stretch of the text of a notice."""

    notice_id: str
    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        """Return whether the two share at least half of the shorter one."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        shorter = min(self.end - self.start, other.end - other.start)
        return self.notice_id == other.notice_id and shared > 0 and 2 * shared >= shorter


@dataclass(frozen=True, slots=True)
class Gold:
    """For each gold quote all places where it stands, and the passages that hold one of them.

    A quote that a notice repeats is found by citing any of its occurrences. `rows` is where the
    gold rows may be cited from.
    """

    quotes: tuple[tuple[Span, ...], ...]
    rows: tuple[Span, ...]
    relevant: Mapping[str, int]


def occurrences(quote: str, notice: Notice) -> list[Span]:
    """Return the spans of a notice that read as the quote, in text order."""
    found = []
    start = notice.text.find(quote)
    while start >= 0:
        found.append(Span(notice.notice_id, start, start + len(quote)))
        start = notice.text.find(quote, start + 1)
    return found


def locate(question: Question, notices: Notices) -> Gold:
    """Return where the gold quotes of a question stand."""
    about = [notices[notice_id] for notice_id in question.notices]
    quotes = tuple(
        tuple(span for notice in about for span in occurrences(quote, notice))
        for quote in question.quotes
    )
    spans = [span for quote in quotes for span in quote]
    relevant = {passage: 1 for notice in about for passage in _passages(notice, spans)}
    return Gold(quotes, tuple(_row_spans(question, about)), relevant)


def _row_spans(question: Question, about: Iterable[Notice]) -> list[Span]:
    return [
        span
        for notice in about
        for row in question.rows
        if row.quote and row.place == notice.place_name
        for span in occurrences(row.quote, notice)
    ]


def _passages(notice: Notice, spans: Iterable[Span]) -> list[str]:
    wanted = [span for span in spans if span.notice_id == notice.notice_id]
    return [
        passage.passage_id
        for passage in notice.passages
        if any(Span(notice.notice_id, passage.start, passage.end).meets(span) for span in wanted)
    ]


def keep_verbatim(questions: QuestionSet, notices: Notices) -> QuestionSet:
    """Return the set without the questions whose gold is not in the notices, which become faults."""
    faults = {question.id: _fault(question, notices) for question in questions.questions}
    return QuestionSet(
        tuple(question for question in questions.questions if faults[question.id] is None),
        questions.faults + tuple(fault for fault in faults.values() if fault),
    )


def _fault(question: Question, notices: Notices) -> Fault | None:
    for notice_id in question.notices:
        if notice_id not in notices:
            return Fault(question.line, "notices", f"a notice of the index, not {notice_id!r}")
    texts = [notices[notice_id].text for notice_id in question.notices]
    rows = tuple(row.quote for row in question.rows if row.quote)
    for quote in question.quotes + rows:
        if not any(quote in text for text in texts):
            return Fault(question.line, "quotes", f"text that stands in the notices, not {quote!r}")
    return None
