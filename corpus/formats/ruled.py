"""The ruled tables of PDF pages, found by pdfplumber, their rows with headers."""

import io
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from corpus.formats import tables as rows_of
from corpus.formats.grids import Cell
from corpus.formats.printed import TableLines

SAME = 3.0
FEWEST_CELLS = 4


def tables(data: bytes, numbers: Sequence[int]) -> Mapping[int, Sequence[TableLines]]:
    """Return the tables of the pages of these numbers, from 1."""
    if not numbers:
        return {}
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data), pages=list(numbers)) as document:
        return {page.page_number: tuple(_of_page(page)) for page in document.pages}


def _of_page(page: Any) -> Iterator[TableLines]:  # noqa: ANN401 - pdfplumber has no types
    for table in page.find_tables():
        if len(table.cells) >= FEWEST_CELLS:
            _, top, _, bottom = table.bbox
            yield TableLines(tuple(rows_of.lines(_rows(page, table))), top, bottom)
    page.close()


def _rows(page: Any, table: Any) -> list[list[Cell]]:  # noqa: ANN401
    """Return the cells where they begin, with the columns and rows that they span."""
    lefts = _edges(cell[side] for cell in table.cells for side in (0, 2))
    tops = _edges(cell[side] for cell in table.cells for side in (1, 3))
    ordered = sorted(table.cells, key=lambda cell: (_place(tops, cell[1]), cell[0]))
    return [
        [
            Cell(
                page.crop(cell).extract_text() or "",
                _place(lefts, cell[2]) - _place(lefts, cell[0]),
                _place(tops, cell[3]) - _place(tops, cell[1]),
            )
            for cell in row
        ]
        for _, row in groupby(ordered, key=lambda cell: _place(tops, cell[1]))
    ]


def _edges(values: Iterator[float]) -> list[float]:
    """Return the positions of the rules, those close together once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > SAME:
            found.append(value)
    return found


def _place(edges: Sequence[float], value: float) -> int:
    return min(bisect_left(edges, value - SAME), len(edges) - 1)
