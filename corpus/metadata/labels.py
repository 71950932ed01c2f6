"""The table that government websites print above a notice: 索引号, 发布机构, 发布日期 and so on.

A cell is 发布机构：某局 on a line, several of them on one line, or the label on one line and its value
on the next.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.cleaning import LABEL, Line
from corpus.neighbours import with_next

# White space and the marks that open the next label.
BETWEEN = " \t\r\n\u3000\xa0|｜【["


class Cell(NamedTuple):
    """A label without the white space inside it, and what stands after it: ``text[start:end]``."""

    label: str
    value: str
    start: int
    end: int


def cells(text: str, lines: Sequence[Line]) -> list[Cell]:
    """Return the cells of the table in order; empty ones are left out."""
    return [cell for cell in _cells(text, lines) if cell.value]


def _cells(text: str, lines: Sequence[Line]) -> Iterator[Cell]:
    open_label = ""
    for line in lines:
        if line.kind != "meta":
            continue
        labels = list(LABEL.finditer(text, line.start, line.end))
        if not labels and open_label:
            yield _cell(text, open_label, line.start, line.end)
        open_label = ""
        for match, following in with_next(labels):
            end = following.start() if following else line.end
            label = "".join(match[1].split())
            cell = _cell(text, label, match.end(), end)
            yield cell
            open_label = "" if cell.value else label


def _cell(text: str, label: str, start: int, end: int) -> Cell:
    value = text[start:end].strip(BETWEEN)
    start = text.index(value, start, end)
    return Cell(label, value, start, start + len(value))
