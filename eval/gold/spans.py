"""Stretches of the texts of notices, as gold names them and citations cite them."""

from typing import NamedTuple

from corpus.notice import Notice


class Span(NamedTuple):
    """A stretch of the text of a notice, in characters."""

    notice_id: str
    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        """Return whether the two share at least half of the shorter one."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        shorter = min(self.end - self.start, other.end - other.start)
        return self.notice_id == other.notice_id and shared > 0 and 2 * shared >= shorter

    def read_in(self, notice: Notice) -> str | None:
        """Return what the notice reads there; None where the stretch is not inside its text."""
        inside = 0 <= self.start < self.end <= len(notice.text)
        return notice.text[self.start : self.end] if inside else None


def occurrences(quote: str, notice: Notice) -> list[Span]:
    """Return the spans of a notice that read as the quote, in text order."""
    found = []
    start = notice.text.find(quote)
    while start >= 0:
        found.append(Span(notice.notice_id, start, start + len(quote)))
        start = notice.text.find(quote, start + 1)
    return found
