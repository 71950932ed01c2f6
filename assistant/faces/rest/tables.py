"""Records as a CSV file that a spreadsheet opens as what it is."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from fastapi import Response

from corpus.plain import to_plain

# A cell that begins with one of these is a formula to a spreadsheet (OWASP, CSV Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BOM = "\ufeff"  # Excel takes a file without it for GBK.


def csv_response(kind: type, records: Iterable[object], name: str) -> Response:
    """Return the records of a dataclass, a column per field, as a file to download."""
    names = [field.name for field in fields(kind)]
    content = as_csv(names, ([getattr(record, n) for n in names] for record in records))
    return Response(
        content.encode("utf-8"),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


def as_csv(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return a table as CSV (RFC 4180), with a byte order mark."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(names)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return BOM + written.getvalue()


def _cell(value: Any) -> str | int | float:  # noqa: ANN401 - the value of any field
    plain = to_plain(value)
    if plain is None:
        return ""
    if isinstance(plain, list):
        plain = "; ".join(str(item) for item in plain)
    if isinstance(plain, str):
        return f"'{plain}" if plain.lstrip(" ").startswith(FORMULA) else plain
    number: int | float = plain
    return number
