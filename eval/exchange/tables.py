"""Question sets as tables: CSV as people keep them in a spreadsheet.

The first row names the columns; only `question` is needed. A cell with several texts holds a JSON
list, or one text a line, or texts between semicolons; ``|`` inside a text means alternatives.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
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
# The limit of `csv` is the process's, and the reader of notices lifts it.
MAX_CELL_CHARACTERS = 100_000


def read_table(path: Path) -> QuestionSet:
    """Return the questions of a CSV file; a row that cannot be used becomes a fault with its line.

    :raises UsageError: if the file cannot be read or has no column `question`.
    """
    try:
        text = decode(path.read_bytes())
    except (OSError, KewenError) as error:
        raise UsageError(f"The questions cannot be read from {path} ({error}).") from error
    rows = _rows(text)
    _, header, _ = next(rows, (0, [], ""))
    names = [name.strip().lower() for name in header]
    _check_columns(path, names)
    questions: dict[str, Question] = {}
    faults = []
    for line, row, unread in rows:
        try:
            if unread:
                raise GoldFault("(the row)", f"a row that can be read as CSV ({unread})")
            question = question_of(line, _entry(names, row, line))
            if question.id in questions:
                raise GoldFault("id", f"an id of its own, {question.id!r} is in an earlier row")
            questions[question.id] = question
        except GoldFault as fault:
            faults.append(Fault(line, fault.field, fault.expected))
    return QuestionSet(tuple(questions.values()), tuple(faults))


def _rows(text: str) -> Iterator[tuple[int, list[str], str]]:
    """Yield each row that is not empty: the line it begins on, its cells, and why it has none."""
    first = text.lstrip("\ufeff\n").split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            # The reader goes on with the line after.
            yield line, [], str(error)
        else:
            if max(map(len, row), default=0) > MAX_CELL_CHARACTERS:
                yield line, [], f"a cell has more than {MAX_CELL_CHARACTERS} characters"
            elif any(cell.strip() for cell in row):
                yield line, row, ""


def _check_columns(path: Path, names: Sequence[str]) -> None:
    if "question" not in names:
        raise UsageError(
            f"The table {path} has the columns {', '.join(names) or 'none'}. "
            f"Name one `question`; there may be {', '.join(COLUMNS)}."
        )
    twice = [name for name in names if name and names.count(name) > 1]
    if twice:
        raise UsageError(
            f"The table {path} has more than one column {twice[0]!r}. Name each column once."
        )


def _entry(names: Sequence[str], row: Sequence[str], line: int) -> dict[str, Any]:
    if len(row) > len(names):
        raise GoldFault("(the row)", "as many cells as columns; put texts with commas in quotes")
    cells = {name: unshielded(cell.strip()) for name, cell in zip(names, row, strict=False)}
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
    except (ValueError, RecursionError) as error:
        raise GoldFault(field, f"a JSON list ({error}), received {cell[:40]!r}") from error


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
