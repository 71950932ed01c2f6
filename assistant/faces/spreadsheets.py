"""Figures, tasks and the rows of an answer as CSV and XLSX, safe to open in a spreadsheet program."""

import csv
import io
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from assistant.answers.answer import Answer
from assistant.faces.rendering.plain import columns_wide, visible
from assistant.faces.row_columns import WORDS, about, columns_of
from corpus.notice import Target, Task
from corpus.plain import to_plain

# A cell that begins with one of these is run as a formula by spreadsheet programs
# (OWASP, CSV Injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
AUTHOR = "科问 kewen"
# A column is as wide as what it holds, in letters, within these bounds; longer text is wrapped.
NARROWEST, WIDEST = 8, 60


def columns(kind: type[Target] | type[Task]) -> list[str]:
    """Return the names of the columns."""
    return [field.name for field in fields(kind)]


def cells(record: Target | Task) -> list[Any]:
    """Return the values of a record in column order; lists joined, formulas made text."""
    return [_cell(value) for value in to_plain(record).values()]


def _cell(value: Any) -> Any:  # noqa: ANN401 - any JSON value in, a cell out
    if isinstance(value, list):
        numbers = all(isinstance(item, (int, float)) for item in value)
        value = ("–" if numbers else "、").join(str(item) for item in value)
    return shielded(value) if isinstance(value, str) else value


def shielded(text: str) -> str:
    """Return a text as a cell that no spreadsheet program runs as a formula."""
    return "'" + text if text.startswith(FORMULA_STARTS) else text


def unshielded(cell: str) -> str:
    """Return the text of a cell that `shielded` made."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA_STARTS) else cell


def to_csv(kind: type[Target] | type[Task], records: Sequence[Target | Task]) -> str:
    """Return the records as CSV with a header; a byte-order mark lets Excel read it as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns(kind))
    writer.writerows(cells(record) for record in records)
    return "\ufeff" + out.getvalue()


def to_xlsx(kind: type[Target] | type[Task], records: Sequence[Target | Task]) -> bytes:
    """Return the records as an Excel workbook with a header row that stays in view."""
    # Imported here: only this format needs it.
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(columns(kind))
    for record in records:
        sheet.append([_legal(cell) for cell in cells(record)])
    sheet.freeze_panes = "A2"
    return _saved(book)


def rows_to_csv(answer: Answer) -> str:
    """Return the rows of an answer as CSV, one line each, headed in the language of the answer."""
    found = columns_of(answer)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(found.headings)
    writer.writerows([_cell(_legal(cell)) for cell in line] for line in found.lines)
    return "\ufeff" + out.getvalue()


def rows_to_xlsx(answer: Answer, day: date | None = None) -> bytes:
    """Return the rows of an answer as a workbook; a second sheet says what was asked and examined.

    :param day: when it is exported, today if it is not given.
    """
    from openpyxl import Workbook

    day, words, found = day or date.today(), WORDS[answer.language], columns_of(answer)
    book = Workbook()
    book.properties.title = _legal(answer.question)
    book.properties.creator = AUTHOR
    book.properties.created = book.properties.modified = datetime.combine(day, datetime.min.time())
    sheet = book.active
    sheet.title = words.rows
    _fill(sheet, [found.headings, *found.lines])
    _head(sheet)
    sheet.auto_filter.ref = sheet.dimensions
    other = book.create_sheet(words.about)
    _fill(other, about(answer, day))
    return _saved(book)


def _fill(sheet: Any, lines: Sequence[Sequence[Any]]) -> None:  # noqa: ANN401 - openpyxl has no types
    """Write the lines, with columns as wide as they need and long text wrapped."""
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    wrapped = Alignment(wrap_text=True, vertical="top")
    for line in lines:
        sheet.append([_cell(_legal(cell)) for cell in line])
    for number, column in enumerate(sheet.iter_cols(), start=1):
        widest = max(columns_wide(str(cell.value or "")) for cell in column) + 2
        width = min(max(widest, NARROWEST), WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = width
        if widest > WIDEST:
            for cell in column:
                cell.alignment = wrapped


def _head(sheet: Any) -> None:  # noqa: ANN401 - openpyxl has no types
    """Make the first row a head that stays in view."""
    from openpyxl.styles import Font

    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"


def _legal(cell: Any) -> Any:  # noqa: ANN401 - a cell in, a cell out
    """Return a cell without characters that a workbook cannot hold and nobody can see."""
    return visible(cell) if isinstance(cell, str) else cell


def _saved(book: Any) -> bytes:  # noqa: ANN401 - openpyxl has no types
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
