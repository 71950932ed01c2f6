"""Which stretches of a text are marked, cut where marks begin, end and overlap."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

Mark = Literal["plain", "cited", "current"]


class Marked(NamedTuple):
    """A stretch of the text of a notice that is to be marked: ``text[start:end]``."""

    start: int
    end: int


class Piece(NamedTuple):
    """A stretch that is marked in one way, or not at all."""

    start: int
    end: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Marks:
    """The marked pieces of a text, ascending, none in another; an empty stretch marks nothing.

    `first` is where the current stretch begins, behind white space; None where there is none.
    """

    pieces: tuple[Piece, ...]
    first: int | None

    @classmethod
    def of(cls, text: str, spans: Sequence[Marked], current: int | None) -> "Marks":
        """Return the marks of some stretches.

        :param current: which of the stretches is the one being read.
        :raises ValueError: if a stretch is not inside the text.
        """
        for start, end in spans:
            if not 0 <= start <= end <= len(text):
                raise ValueError(f"There is no stretch {start}:{end} in {len(text)} characters.")
        read = None if current is None else spans[current]
        return cls(tuple(_pieces(spans, read)), _first(text, read) if read else None)

    def cut(self, start: int, end: int) -> Iterator[Piece]:
        """Yield the pieces that ``text[start:end]`` falls into, plain ones between marked ones."""
        if start >= end:
            return
        at = start
        for index in range(bisect_right(self.pieces, start, key=_end), len(self.pieces)):
            piece = self.pieces[index]
            if piece.start >= end:
                break
            if at < piece.start:
                yield Piece(at, piece.start, "plain")
            at = min(piece.end, end)
            yield Piece(max(piece.start, start), at, piece.mark)
        if at < end:
            yield Piece(at, end, "plain")

    def touch(self, start: int, end: int) -> bool:
        """Return whether anything in ``text[start:end]`` is marked."""
        index = bisect_right(self.pieces, start, key=_end)
        return index < len(self.pieces) and self.pieces[index].start < end


def _pieces(spans: Sequence[Marked], read: Marked | None) -> Iterator[Piece]:
    """Yield what lies between two ends of stretches and is in one at least."""
    steps: Counter[int] = Counter()
    for start, end in spans:
        steps[start] += 1
        steps[end] -= 1
    depth = 0
    for start, end in pairwise(sorted(steps)):
        depth += steps[start]
        if depth:
            is_read = read is not None and read.start <= start and end <= read.end
            yield Piece(start, end, "current" if is_read else "cited")


def _first(text: str, read: Marked) -> int | None:
    return next((at for at in range(*read) if not text[at].isspace()), None)


def _end(piece: Piece) -> int:
    return piece.end
