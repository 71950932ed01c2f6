"""Writing `notices.sqlite`."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from corpus.notice import Notice
from embeddings.archive.columns import column_names, to_row
from embeddings.archive.records import TABLES, schema, summary_of, text_of


def record(path: Path, notices: Sequence[Notice]) -> None:
    """Write the notices into a new database, in one transaction.

    The row numbers of passages count through all notices in the order given, from 0. The file
    is not yet synced.

    :raises ValueError: if two notices have the same id.
    :raises sqlite3.Error: if the disk refuses.
    """
    ids = {notice.notice_id for notice in notices}
    if len(ids) < len(notices):
        raise ValueError(f"{len(notices)} notices have only {len(ids)} different ids.")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # The folder is invisible until it is complete, so a journal would guard nothing.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript("BEGIN;" + schema())
        _insert(connection, "notices", map(summary_of, notices))
        _insert(connection, "texts", map(text_of, notices))
        _insert(connection, "passages", (p for notice in notices for p in notice.passages))
        _insert(connection, "targets", (t for notice in notices for t in notice.targets))
        _insert(connection, "tasks", (t for notice in notices for t in notice.tasks))
        connection.execute("COMMIT")


def _insert(connection: sqlite3.Connection, table: str, records: Iterable[Any]) -> None:
    places = ",".join("?" * (1 + len(column_names(TABLES[table]))))
    rows = ((number, *to_row(record)) for number, record in enumerate(records))
    connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
