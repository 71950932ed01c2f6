"""Feedback on the disk: one SQLite file in the data folder, only ever added to.

It is nothing that could be made again, so every record is on the disk before `add` returns.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from assistant.feedback.record import Feedback
from corpus.errors import KewenError
from corpus.plain import to_plain

NAME = "feedback.db"
VERSION = 1
SCHEMA = """
CREATE TABLE IF NOT EXISTS feedback (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    question TEXT NOT NULL,
    verdict TEXT NOT NULL,
    correction TEXT,
    category TEXT,
    history TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_from TEXT NOT NULL
)
"""
COLUMNS = "id, created_at, question, verdict, correction, category, history, answer, answered_from"
PATIENCE = 30.0


class FeedbackStore:
    """The feedback of a data folder; safe for many threads and processes."""

    def __init__(self, data: Path) -> None:
        self.path = data / NAME

    def add(self, feedback: Feedback) -> None:
        """Keep a record.

        :raises KewenError: if the disk refuses, or the file is not one of feedback.
        """
        plain = to_plain(feedback)
        values = (
            *(plain[name] for name in ("id", "created_at", "question", "verdict")),
            *(plain[name] for name in ("correction", "category")),
            *(json.dumps(plain[name], ensure_ascii=False) for name in ("history", "answer")),
            plain["index"],
        )
        marks = ", ".join("?" * len(values))
        with self._opened() as connection, connection:
            connection.execute(f"INSERT INTO feedback ({COLUMNS}) VALUES ({marks})", values)

    def all(self) -> list[Feedback]:
        """Return every record, oldest first; none where none was ever kept.

        :raises KewenError: if the file cannot be read.
        """
        if not self.path.is_file():
            return []
        with self._opened() as connection:
            rows = connection.execute(f"SELECT {COLUMNS} FROM feedback ORDER BY number").fetchall()
        return [_record(*row) for row in rows]

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=PATIENCE)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
                self._prepare(connection)
                yield connection
        except (sqlite3.Error, OSError) as error:
            raise KewenError(
                f"The feedback in {self.path} cannot be read or written ({error}). Check the disk and "
                "the permissions, or move the file away to begin a new one."
            ) from error

    def _prepare(self, connection: sqlite3.Connection) -> None:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise KewenError(
                f"The feedback in {self.path} was written by a later version of kewen. Use that one."
            )
        if version < VERSION:
            with connection:
                connection.execute(SCHEMA)
                connection.execute(f"PRAGMA user_version = {VERSION}")


def _record(
    id_: str,
    created_at: str,
    question: str,
    verdict: str,
    correction: str | None,
    category: str | None,
    history: str,
    answer: str,
    index: str,
) -> Feedback:
    return Feedback(
        question=question,
        verdict=verdict,  # type: ignore[arg-type] # checked by Feedback itself
        answer=json.loads(answer),
        correction=correction,
        category=category,  # type: ignore[arg-type]
        history=json.loads(history),
        index=index,
        id=id_,
        created_at=created_at,
    )
