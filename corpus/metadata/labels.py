"""The table that government websites print above a notice: 索引号, 发布机构, 发布日期 and so on.

A cell is 发布机构：某局 on a line, several of them on one line, or the label on one line and its value
on the next.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.cleaning import LABEL, Line


class Cell(NamedTuple):
    """A label without the white space inside it, and what stands after it."""

    label: str
    value: str


def cells(text: str, lines: Sequence[Line]) -> list[Cell]:
    """Return the cells of the table in order; empty ones are left out."""
    return [cell for cell in _cells(text, lines) if cell.value]


def value_of(found: Sequence[Cell], labels: Sequence[str]) -> str | None:
    """Return the value of the first of the labels that the table has."""
    values = {cell.label: cell.value for cell in reversed(found)}
    return next((values[label] for label in labels if label in values), None)


def _cells(text: str, lines: Sequence[Line]) -> Iterator[Cell]:
    open_label = ""
    for line in lines:
        if line.kind != "meta":
            continue
        labels = list(LABEL.finditer(text, line.start, line.end))
        if not labels and open_label:
            yield Cell(open_label, text[line.start : line.end])
        open_label = ""
        for index, match in enumerate(labels):
            end = labels[index + 1].start() if index + 1 < len(labels) else line.end
            value = text[match.end() : end].strip()
            label = "".join(match[1].split())
            yield Cell(label, value)
            open_label = label if not value else ""
