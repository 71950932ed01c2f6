"""SQLite files of what people said and did, which could not be made again: on the disk at once."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import KewenError

PATIENCE, MOMENT = 30.0, 0.01


@dataclass(frozen=True, slots=True)
class Database:
    """One file; safe for many threads and processes.

    `holds` says in one plural word what is in it, `schema` are the statements that make a new one.
    """

    path: Path
    holds: str
    version: int
    schema: tuple[str, ...]

    @property
    def exists(self) -> bool:
        """Whether anything was ever kept."""
        return self.path.is_file()

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """Open the file, which is made where there is none.

        :raises KewenError: if the disk refuses, or the file is none of ours or of a later version.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=PATIENCE)) as connection:
                _write_ahead(connection)
                connection.execute("PRAGMA synchronous = FULL")
                # What a person removes must not stay on the disk.
                connection.execute("PRAGMA secure_delete = ON")
                self._prepare(connection)
                yield connection
        except (sqlite3.Error, OSError) as error:
            raise KewenError(
                f"The {self.holds} in {self.path} cannot be read or written ({error}). Check the disk "
                "and the permissions, or move the file away to begin a new one."
            ) from error

    def _prepare(self, connection: sqlite3.Connection) -> None:
        version = _version(connection)
        if version > self.version:
            raise KewenError(
                f"The {self.holds} in {self.path} were written by a later version of kewen. "
                "Use that one."
            )
        if version < self.version:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                # Another may have made the tables since.
                if _version(connection) < self.version:
                    for statement in self.schema:
                        connection.execute(statement)
                    connection.execute(f"PRAGMA user_version = {self.version}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Have changes written ahead in a log; SQLite does not wait by itself while others do the same."""
    deadline = time.monotonic() + PATIENCE
    while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(MOMENT)
