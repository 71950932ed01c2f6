"""Workbooks (XLSX) to lines: each sheet is a table, its cells as they are shown."""

import io
import re
from collections.abc import Iterator

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from corpus.errors import UnreadableFile
from corpus.formats import limits, tables
from corpus.formats.amounts import shown
from corpus.formats.archives import Parts
from corpus.formats.extracted import Extracted, of_lines
from corpus.formats.grids import MOST_COLUMNS, Cell

DEFAULT_NAME = re.compile(r"(?:Sheet|工作表|表)\s?\d{0,3}", re.IGNORECASE)
MERGED = re.compile(
    rb'<(?:\w{1,9}:)?mergeCell [^>]{0,99}?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"'
)
Spans = dict[tuple[int, int], tuple[int, int]]


def read(data: bytes, parts: Parts) -> Extracted:
    """Return the lines of all sheets that can be seen."""
    for part in parts.names:  # Counted while they are unpacked, before openpyxl unpacks them.
        if b"<!DOCTYPE" in parts.read(part)[:1000]:
            raise UnreadableFile("The file declares XML entities, as no notice does. Save it anew.")
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        return of_lines(_lines(book, parts))
    finally:
        book.close()


def _lines(book: Workbook, parts: Parts) -> Iterator[str]:
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if len(sheets) > limits.MAX_SHEETS:
        raise UnreadableFile(f"The workbook has more than {limits.MAX_SHEETS} sheets. Split it.")
    for sheet in sheets:
        # The path of the part; read-only sheets do not tell their merged cells.
        spans = _spans(parts.read(str(getattr(sheet, "_worksheet_path", "")).lstrip("/")))
        found = [line for table in _tables(sheet, spans) for line in tables.lines(table)]
        if found and len(sheets) > 1 and not DEFAULT_NAME.fullmatch(sheet.title):
            yield sheet.title
        yield from found


def _tables(sheet: ReadOnlyWorksheet, spans: Spans) -> Iterator[list[list[Cell]]]:
    """Yield the tables of a sheet; an empty row ends one."""
    covered = _covered(spans)
    table: list[list[Cell]] = []
    cells = 0
    sheet.reset_dimensions()  # Some programs write A1 for the whole of a sheet.
    for y, row in enumerate(sheet.iter_rows(), 1):
        texts = [
            shown(cell.value, cell.number_format) if cell.value is not None else "" for cell in row
        ]
        cells += sum(1 for text in texts if text)
        if cells > limits.MAX_CELLS or y > limits.MAX_ROWS:
            raise UnreadableFile("A sheet of the workbook holds too many cells. Split it.")
        while texts and not texts[-1]:
            texts.pop()
        if texts or any((y, x) in covered for x in range(1, MOST_COLUMNS)):
            table.append(
                [
                    Cell(text, *spans.get((y, x), (1, 1)))
                    for x, text in enumerate(texts, 1)
                    if (y, x) not in covered
                ]
            )
        elif table:
            yield table
            table = []
    yield table


def _spans(part: bytes) -> Spans:
    """Return the columns and rows that each merged cell covers, by its first place."""
    spans: Spans = {}
    for match in MERGED.finditer(part):
        left, top, right, bottom = range_boundaries(match[1].decode("ascii"))
        spans[top, left] = (right - left + 1, bottom - top + 1)
        if len(spans) > limits.MAX_MERGED:
            raise UnreadableFile("A sheet of the workbook has too many merged cells. Split it.")
    return spans


def _covered(spans: Spans) -> set[tuple[int, int]]:
    """Return the places that a merged cell covers besides the one where it begins."""
    places: set[tuple[int, int]] = set()
    for (top, left), (columns, rows) in spans.items():
        for y in range(top, top + min(rows, 1_000)):
            places.update((y, x) for x in range(left, left + min(columns, MOST_COLUMNS)))
        places.discard((top, left))
        if len(places) > limits.MAX_CELLS:
            raise UnreadableFile("A sheet of the workbook has too many merged cells. Split it.")
    return places
