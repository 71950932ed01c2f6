"""Tables as text (CSV) to lines: each row with its headers."""

import csv
import io

from corpus.decoding import decode
from corpus.errors import UnreadableFile
from corpus.formats import limits, tables
from corpus.formats.extracted import Extracted, of_lines
from corpus.formats.grids import Cell

DELIMITERS = ",;\t|"
SAMPLE_ROWS = 50


def read(data: bytes) -> Extracted:
    """Return the lines of a table whose cells commas, semicolons, tabs or bars part."""
    csv.field_size_limit(limits.MAX_TEXT_BYTES)
    text = decode(data)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    found: list[list[Cell]] = []
    cells = 0
    for row in rows:
        found.append([Cell(cell) for cell in row])
        cells += len(row)
        if cells > limits.MAX_CELLS or len(found) > limits.MAX_ROWS:
            raise UnreadableFile("The table holds too many cells. Split it.")
    return of_lines(tables.lines(found))


def _delimiter(text: str) -> str:
    """Return the sign that parts most rows into the same number of cells, of more than one.

    `csv.Sniffer` takes a letter for it where every row has the same number of them.
    """
    return max(DELIMITERS, key=lambda sign: _agreement(text, sign))


def _agreement(text: str, sign: str) -> int:
    widths = [
        len(row)
        for row, _ in zip(
            csv.reader(io.StringIO(text, newline=""), delimiter=sign),
            range(SAMPLE_ROWS),
            strict=False,
        )
        if row
    ]
    return max((widths.count(width) * width for width in set(widths) if width > 1), default=0)
