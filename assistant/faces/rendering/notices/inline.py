"""A stretch of a line: its marks, and where a page of the file begins in it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.faces.rendering.escaping import Html, element, joined, safe
from assistant.faces.rendering.notices.marking import Marks, Piece
from assistant.faces.rendering.notices.wording import NoticeWording

# The id of the current stretch, which the address of a page ends with.
CITED = "cited"


@dataclass(frozen=True, slots=True)
class Inline:
    """Shows stretches of one notice; `pages` are where its pages begin, `addresses` their pictures."""

    text: str
    marks: Marks
    pages: Sequence[int]
    addresses: Sequence[str | None]
    wording: NoticeWording

    def shown(self, start: int, end: int) -> Html:
        """Return ``text[start:end]``, to which no character is added."""
        return joined(self._parts(start, end))

    def _parts(self, start: int, end: int) -> Iterator[Html]:
        first = bisect_left(self.pages, start)
        for index in range(first, bisect_left(self.pages, end)):
            begins = self.pages[index]
            yield from self._marked(start, begins)
            yield self._page(index)
            start = begins
        yield from self._marked(start, end)

    def _marked(self, start: int, end: int) -> Iterator[Html]:
        for piece in self.marks.cut(start, end):
            words = self.text[piece.start : piece.end]
            yield safe(words) if piece.mark == "plain" else self._mark(piece, words)

    def _mark(self, piece: Piece, words: str) -> Html:
        first = self.marks.first
        is_first = first is not None and piece.start <= first < piece.end
        return element(
            "mark",
            words,
            id=CITED if is_first else None,
            class_=piece.mark if piece.mark == "current" else None,
        )

    def _page(self, index: int) -> Html:
        """Return the sign that a page begins here; its words are in its title, not in the text."""
        address = self.addresses[index]
        return element(
            "a" if address else "span",
            class_="page-start",
            id=f"page-{index + 1}",
            title=self.wording.page.format(page=index + 1),
            href=address,
            target="_blank" if address else None,
        )
