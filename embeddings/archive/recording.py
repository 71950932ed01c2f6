"""Writing `notices.sqlite`."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from corpus.notice import Notice
from embeddings.archive.records import (
    Row,
    notice_row,
    passage_row,
    target_row,
    task_row,
    text_row,
)
from embeddings.archive.schema import SCHEMA

Part = TypeVar("Part")


def record(path: Path, notices: Sequence[Notice]) -> None:
    """Write the notices into a new database, in one transaction.

    The row numbers of passages count through all notices in the order given, from 0. The file
    is not yet synced.

    :raises ValueError: if two notices have the same id.
    :raises sqlite3.Error: if the disk refuses.
    """
    _check(notices)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # The folder is invisible until it is complete, so a journal would guard nothing.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript("BEGIN;" + SCHEMA)
        _fill(connection, notices)
        connection.execute("COMMIT")


def _fill(connection: sqlite3.Connection, notices: Sequence[Notice]) -> None:
    _insert(connection, "notices", _numbered(notices, notice_row))
    _insert(connection, "texts", map(text_row, notices))
    passages = (p for notice in notices for p in notice.passages)
    _insert(connection, "passages", _numbered(passages, passage_row))
    targets = (t for notice in notices for t in notice.targets)
    _insert(connection, "targets", _numbered(targets, target_row))
    tasks = (t for notice in notices for t in notice.tasks)
    _insert(connection, "tasks", _numbered(tasks, task_row))


def _numbered(parts: Iterable[Part], row_of: Callable[[Part], Row]) -> Iterable[Row]:
    return ((number, *row_of(part)) for number, part in enumerate(parts))


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    (width,) = connection.execute("SELECT count(*) FROM pragma_table_info(?)", (table,)).fetchone()
    connection.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * width)})", rows)


def _check(notices: Sequence[Notice]) -> None:
    ids = {notice.notice_id for notice in notices}
    if len(ids) < len(notices):
        raise ValueError(f"{len(notices)} notices have only {len(ids)} different ids.")
