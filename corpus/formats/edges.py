"""Rows whose cells are given by their right edges (RTF, DOC) to cells with spans."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.formats.grids import Cell

# Twentieths of a point; rows of one table differ by less where a mouse has drawn them.
SAME_EDGE = 60


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a cell ends; whether it goes on the one above it, or the one before it."""

    right: int | None = None
    is_merged: bool = False
    is_widened: bool = False


def rows_of(rows: Sequence[Sequence[tuple[Edge, str]]]) -> list[list[Cell]]:
    """Return the cells of each row with the columns and rows that they span."""
    columns = _columns(rows)
    found: list[list[Cell]] = []
    above: dict[int, tuple[int, int]] = {}
    for row in rows:
        cells: list[Cell] = []
        found.append(cells)
        column = 0
        for edge, text in row:
            width = max(columns.get(edge.right, column + 1) - column, 1)
            if edge.is_widened and cells:
                last = cells[-1]
                cells[-1] = Cell(f"{last.text}\n{text}", last.columns + width, last.rows)
            elif edge.is_merged and column in above and not text.strip():
                y, x = above[column]
                grown = found[y][x]
                found[y][x] = Cell(grown.text, grown.columns, grown.rows + 1)
            else:
                above[column] = (len(found) - 1, len(cells))
                cells.append(Cell(text, width))
            column += width
    return found


def _columns(rows: Sequence[Sequence[tuple[Edge, str]]]) -> dict[int | None, int]:
    """Return after how many columns each edge comes."""
    edges = sorted({edge.right for row in rows for edge, _ in row if edge.right is not None})
    places: dict[int | None, int] = {}
    number, last = 0, None
    for edge in edges:
        if last is None or edge - last > SAME_EDGE:
            number, last = number + 1, edge
        places[edge] = number
    return places
