"""Question sets as tables: CSV as people keep them in a spreadsheet.

The first row names the columns; only `question` is needed. A cell with several texts holds a JSON
list, or one text a line, or texts between semicolons; ``|`` inside a text means alternatives.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.faces.spreadsheets import shielded, unshielded
from corpus.decoding import decode
from corpus.errors import KewenError, UsageError
from corpus.plain import to_plain
from eval.gold.fields import GoldFault
from eval.gold.questions import Fault, Question, QuestionSet, question_of

LISTS = ("notices", "quotes", "contains", "excludes")
COLUMNS = ("id", "type", "question", *LISTS, "unanswerable")
# What a spreadsheet has no form for is JSON in a cell.
NESTED = ("history", "rows", "spans")
BETWEEN = re.compile(r"\n|[;；]")
DELIMITERS = ",;\t"
TYPE = "lookup"


def read_table(path: Path) -> QuestionSet:
    """Return the questions of a CSV file; a row that cannot be used becomes a fault with its line.

    :raises UsageError: if the file cannot be read or has no column `question`.
    """
    try:
        text = decode(path.read_bytes())
    except (OSError, KewenError) as error:
        raise UsageError(f"The questions cannot be read from {path} ({error}).") from error
    first = text.lstrip("\ufeff\n").split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
    if "question" not in (reader.fieldnames or ()):
        raise UsageError(
            f"The table {path} has the columns {', '.join(reader.fieldnames or ()) or 'none'}. "
            f"Name one `question`; there may be {', '.join(COLUMNS)}."
        )
    questions: dict[str, Question] = {}
    faults = []
    for row in reader:
        try:
            question = question_of(reader.line_num, _entry(row, reader.line_num))
            if question.id in questions:
                raise GoldFault("id", f"an id of its own, {question.id!r} is in an earlier row")
            questions[question.id] = question
        except GoldFault as fault:
            faults.append(Fault(reader.line_num, fault.field, fault.expected))
    return QuestionSet(tuple(questions.values()), tuple(faults))


def _entry(row: Mapping[str | None, Any], line: int) -> dict[str, Any]:
    if row.get(None):
        raise GoldFault("(the row)", "as many cells as columns; put texts with commas in quotes")
    cells = {str(name).strip(): unshielded((value or "").strip()) for name, value in row.items()}
    entry: dict[str, Any] = {name: value for name, value in cells.items() if value}
    entry |= {name: _texts(cells[name], name) for name in LISTS if cells.get(name)}
    entry |= {name: _json(cells[name], name) for name in NESTED if cells.get(name)}
    return {"id": f"line-{line}", "type": TYPE, **entry}


def _texts(cell: str, field: str) -> object:
    if cell.startswith("["):
        return _json(cell, field)
    return [text.strip() for text in BETWEEN.split(cell) if text.strip()]


def _json(cell: str, field: str) -> object:
    try:
        return json.loads(cell)
    except ValueError as error:
        raise GoldFault(field, f"a JSON list ({error}), received {cell!r}") from error


def table_of(questions: Sequence[Question]) -> str:
    """Return questions as CSV with a byte-order mark; no cell of it is run as a formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow((*COLUMNS, *NESTED))
    for question in questions:
        writer.writerow(_cells(question))
    return "\ufeff" + written.getvalue()


def _cells(question: Question) -> Iterator[object]:
    plain = to_plain(question)
    yield from (shielded(plain[name]) for name in ("id", "type", "question"))
    yield from (_listed(plain[name]) for name in LISTS)
    yield "|".join(question.unanswerable)
    yield from (_listed(plain[name]) for name in NESTED)


def _listed(values: Sequence[object]) -> str:
    return json.dumps(values, ensure_ascii=False) if values else ""
