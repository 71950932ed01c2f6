"""Writing `notices.sqlite`."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from corpus.notice import Notice
from embeddings.archive.columns import column_names, to_row
from embeddings.archive.records import INDEXES, TABLES, Counts, schema, summary_of, text_of
from embeddings.archive.related.sketches import Sketch


def record(path: Path, notices: Iterable[Notice], sketches: Iterable[Sketch] = ()) -> Counts:
    """Write the notices into a new database, and return how much that was.

    The row numbers of passages count through all notices in the order given, from 0. Each notice
    is written before the next one is asked for. The file is not yet synced.

    :raises ValueError: if two notices have the same id.
    :raises sqlite3.Error: if the disk refuses.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # The folder is invisible until it is complete, so a journal would guard nothing.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript("BEGIN;" + schema())
        rows = _Rows(connection)
        ids: list[str] = []
        for notice in notices:
            ids.append(notice.notice_id)
            rows.add_notice(notice)
        if len(set(ids)) < len(ids):
            raise ValueError(f"{len(ids)} notices have only {len(set(ids))} different ids.")
        rows.add("sketches", sketches)
        connection.execute("COMMIT")
        connection.executescript(f"BEGIN; {INDEXES} COMMIT;")
    return Counts(
        **{name: rows.counts[name] for name in ("notices", "passages", "targets", "tasks")}
    )


class _Rows:
    """Numbers the rows of each table."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.counts: Counter[str] = Counter()

    def add_notice(self, notice: Notice) -> None:
        self.add("notices", [summary_of(notice)])
        self.add("texts", [text_of(notice)])
        self.add("passages", notice.passages)
        self.add("targets", notice.targets)
        self.add("tasks", notice.tasks)

    def add(self, table: str, records: Iterable[Any]) -> None:
        places = ",".join("?" * (1 + len(column_names(TABLES[table]))))
        self._connection.executemany(
            f"INSERT INTO {table} VALUES ({places})",
            ((self._next(table), *to_row(record)) for record in records),
        )

    def _next(self, table: str) -> int:
        self.counts[table] += 1
        return self.counts[table] - 1
