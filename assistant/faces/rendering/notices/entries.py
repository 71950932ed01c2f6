"""The headings of a notice with where they stand and how far what is below them reaches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.faces.rendering.notices.marking import Marked
from corpus.notice import Notice, Section


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading: ``text[start:heading_end]``; `end` is where the last part below it ends."""

    title: str
    level: int
    start: int
    heading_end: int
    end: int

    @property
    def anchor(self) -> str:
        """The id of the heading on a page, the same as long as the text is."""
        return f"at-{self.start}"

    @property
    def heading(self) -> Marked:
        """Where the words of the heading stand."""
        return Marked(self.start, self.heading_end)

    def holds(self, spans: Sequence[Marked]) -> bool:
        """Return whether part of a stretch lies below the heading, or in it."""
        return any(span.start < self.end and self.start < span.end for span in spans)


def entries(notice: Notice) -> list[Entry]:
    """Return the headings of a notice in the order of its text."""
    headed = [section for section in notice.sections if section.level]
    ends = dict(_ends(headed))
    return [
        Entry(
            section.heading or section.marker,
            section.level,
            section.start,
            _heading_end(notice.text, section),
            ends[section.start],
        )
        for section in headed
    ]


def _ends(sections: Sequence[Section]) -> Iterator[tuple[int, int]]:
    """Yield the start of each section with where the last one below it ends."""
    opened: list[Section] = []
    last = 0
    for section in sections:
        while opened and opened[-1].level >= section.level:
            yield opened.pop().start, last
        opened.append(section)
        last = section.end
    for section in opened:
        yield section.start, last


def _heading_end(text: str, section: Section) -> int:
    """Return where the words of a heading end in the text, which may part them by white space."""
    at = section.start
    for char in section.heading:
        if char.isspace():
            continue
        while at < section.end and text[at].isspace() and text[at] != "\n":
            at += 1
        if at >= section.end or text[at] != char:
            return _line_end(text, section)
        at += 1
    return at if at > section.start else _line_end(text, section)


def _line_end(text: str, section: Section) -> int:
    found = text.find("\n", section.start, section.end)
    return found if found >= 0 else section.end
