"""What the rules of this package read: a text with its lines and the table of its website."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from corpus.cleaning import Line
from corpus.metadata.labels import Cell, cells
from corpus.metadata.spacing import close_spaced
from corpus.sentences import Span

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A value, where the text says it, by which rule it was read, and how sure that is (0–1)."""

    value: T
    span: Span | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A text as the rules see it; `body` are the lines of the notice proper."""

    text: str
    lines: tuple[Line, ...]
    body: tuple[Line, ...]
    cells: tuple[Cell, ...]

    @classmethod
    def of(cls, text: str, lines: Sequence[Line]) -> "Layout":
        """Return the layout of a text whose lines are known."""
        body = tuple(line for line in lines if line.kind == "body")
        return cls(text, tuple(lines), body, tuple(cells(text, lines)))

    def written(self, line: Line) -> str:
        """Return the words of a line, closed up if spaced out, without the marks of Markdown."""
        return close_spaced(self.text[line.start : line.end].lstrip("# ").strip())

    def cell(self, labels: Sequence[str]) -> Cell | None:
        """Return the first cell of the first of the labels that the table has."""
        first = {cell.label: cell for cell in reversed(self.cells)}
        return next((first[label] for label in labels if label in first), None)

    def opens_prose(self) -> int:
        """Return the index in `body` of the first line of prose; the number of lines if none is."""
        prose = (i for i, line in enumerate(self.body) if self._is_prose(line))
        return next(prose, len(self.body))

    def _is_prose(self, line: Line) -> bool:
        written = self.written(line)
        return len(written) > 40 and any(stop in written for stop in "。；;")
