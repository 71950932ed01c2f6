"""SQLite files of what people said and did, which could not be made again: on the disk at once."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import KewenError

PATIENCE = 30.0


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
                connection.execute("PRAGMA journal_mode = WAL")
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
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > self.version:
            raise KewenError(
                f"The {self.holds} in {self.path} were written by a later version of kewen. "
                "Use that one."
            )
        if version < self.version:
            with connection:
                for statement in self.schema:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {self.version}")
