"""Figures and tasks as CSV and XLSX, safe to open in a spreadsheet program."""

import csv
import io
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from corpus.notice import Target, Task
from corpus.plain import to_plain

# A cell that begins with one of these is run as a formula by spreadsheet programs
# (OWASP, CSV Injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


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
        sheet.append(cells(record))
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
