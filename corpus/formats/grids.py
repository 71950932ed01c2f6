"""Cells that span rows and columns, laid out so that every place of the table holds its cell."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_COLUMNS = 200
MOST_PLACES = 500_000
WIDE = "\u2e7f"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell where it begins; the places it covers besides are not listed in its row."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A cell in the grid; the same object stands at every place that the cell covers."""

    text: str
    columns: int
    rows: int


Row = tuple[Placed | None, ...]


def grid(table: Sequence[Sequence[Cell]]) -> list[Row]:
    """Return the rows of the table, all of one width, without empty rows and columns."""
    taken: dict[tuple[int, int], Placed] = {}
    for y, row in enumerate(table):
        x = 0
        for cell in _narrow_enough(row):
            while (y, x) in taken:
                x += 1
            x = _place(taken, cell, y, x, len(table))
    width = 1 + max((x for _, x in taken), default=-1)
    return _without_empty(
        [tuple(taken.get((y, x)) for x in range(width)) for y in range(len(table))]
    )


def one_line(text: str) -> str:
    """Return the text in one line; where a line ended beside a Han character stands no space."""
    joined = ""
    for line in paragraphs(text):
        wide = joined and (joined[-1] > WIDE or line[0] > WIDE)
        joined += line if not joined or wide else f" {line}"
    return joined


def paragraphs(text: str) -> list[str]:
    """Return the lines of a text that hold something, with single spaces."""
    return [line for line in (" ".join(part.split()) for part in text.split("\n")) if line]


def _narrow_enough(row: Sequence[Cell]) -> Sequence[Cell]:
    """Put what stands beyond the widest table into its last cell, so that no text is lost."""
    if len(row) <= MOST_COLUMNS:
        return row
    rest = "\n".join(cell.text for cell in row[MOST_COLUMNS - 1 :])
    return [*row[: MOST_COLUMNS - 1], Cell(rest)]


def _place(taken: dict[tuple[int, int], Placed], cell: Cell, y: int, x: int, height: int) -> int:
    """Give a cell its places as far as they are free; return the column after it."""
    columns = min(max(cell.columns, 1), max(MOST_COLUMNS - x, 1))
    rows = min(max(cell.rows, 1), height - y)
    if len(taken) > MOST_PLACES:
        columns = rows = 1
    placed = Placed(cell.text, columns, rows)
    for row in range(y, y + rows):
        for column in range(x, x + columns):
            taken.setdefault((row, column), placed)
    return x + columns


def _without_empty(rows: Sequence[Row]) -> list[Row]:
    filled = [row for row in rows if any(cell and cell.text.strip() for cell in row)]
    columns = [column for column in zip(*filled, strict=True) if _is_used(column)]
    if not columns:
        return []
    return [tuple(map(_blank_as_none, row)) for row in zip(*columns, strict=True)]


def _is_used(column: Sequence[Placed | None]) -> bool:
    return any(cell and cell.text.strip() for cell in column)


def _blank_as_none(cell: Placed | None) -> Placed | None:
    return cell if cell and cell.text.strip() else None
