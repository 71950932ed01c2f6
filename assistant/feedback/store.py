"""Feedback on the disk: one SQLite file in the data folder, only ever added to.

It is nothing that could be made again, so every record is on the disk before `add` returns.
"""

import json
from pathlib import Path

from assistant.database import Database
from assistant.feedback.record import Feedback
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


class FeedbackStore:
    """The feedback of a data folder; safe for many threads and processes."""

    def __init__(self, data: Path) -> None:
        self._database = Database(data / NAME, "verdicts", VERSION, (SCHEMA,))

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
        with self._database.opened() as connection, connection:
            connection.execute(f"INSERT INTO feedback ({COLUMNS}) VALUES ({marks})", values)

    def all(self) -> list[Feedback]:
        """Return every record, oldest first; none where none was ever kept.

        :raises KewenError: if the file cannot be read.
        """
        if not self._database.exists:
            return []
        with self._database.opened() as connection:
            rows = connection.execute(f"SELECT {COLUMNS} FROM feedback ORDER BY number").fetchall()
        return [_record(*row) for row in rows]


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
