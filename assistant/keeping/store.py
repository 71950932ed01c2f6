"""What people did to notices by hand, on the disk: one SQLite file in the data folder.

It is nothing that could be made again, so every change is on the disk before a method returns.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.database import Database
from corpus.correction import AS_READ, Correction
from corpus.errors import UsageError
from corpus.notice import Years

NAME = "corrections.db"
VERSION = 1
FIELDS = "title TEXT, place TEXT, first_year INTEGER, last_year INTEGER"
SCHEMA = (
    f"CREATE TABLE IF NOT EXISTS corrections (notice_id TEXT PRIMARY KEY, {FIELDS})",
    f"CREATE TABLE IF NOT EXISTS removals (notice_id TEXT PRIMARY KEY, {FIELDS}, "
    "source TEXT NOT NULL, removed_at REAL NOT NULL)",
)

Row = tuple[str | None, str | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Removal:
    """What is needed to take a removed notice in again; `removed_at` in seconds since 1970."""

    source: Path
    correction: Correction
    removed_at: float


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one notice: its correction, or that it was removed.

    A correction that was taken back stays as one that sets nothing: so it is known that the notice
    must be read again if it was not.
    """

    correction: Correction | None = None
    removal: Removal | None = None


class KeepingStore:
    """The corrections and removals of a data folder; safe for many threads and processes."""

    def __init__(self, data: Path) -> None:
        self._database = Database(data / NAME, "corrections", VERSION, SCHEMA)

    def of(self, notice_id: str) -> Kept:
        """Return what is kept of a notice."""
        return Kept(self.corrections().get(notice_id), self.removals().get(notice_id))

    def corrections(self) -> dict[str, Correction]:
        """Return the corrections by the ids of the notices."""
        return {
            notice_id: _correction(*fields)
            for notice_id, *fields in self._rows(
                "SELECT notice_id, title, place, first_year, last_year FROM corrections"
            )
        }

    def removals(self) -> dict[str, Removal]:
        """Return what was removed, by the ids that the notices had."""
        return {
            notice_id: Removal(Path(source), _correction(*fields), removed_at)
            for notice_id, source, removed_at, *fields in self._rows(
                "SELECT notice_id, source, removed_at, title, place, first_year, last_year "
                "FROM removals"
            )
        }

    @contextmanager
    def changed(self, notice_id: str, kept: Kept) -> Iterator[None]:
        """Keep this of a notice instead of what was kept; if what follows fails, as it was.

        :raises KewenError: if the disk refuses, or the file is not one of ours.
        """
        before = self.of(notice_id)
        self._put(notice_id, kept)
        try:
            yield
        except BaseException:
            self._put(notice_id, before)
            raise

    def forget(self, notice_ids: Collection[str]) -> None:
        """Keep nothing of these notices any more."""
        if self._database.exists:
            for notice_id in notice_ids:
                self._put(notice_id, Kept())

    def _put(self, notice_id: str, kept: Kept) -> None:
        with self._database.opened() as connection, connection:
            for table in ("corrections", "removals"):
                connection.execute(f"DELETE FROM {table} WHERE notice_id = ?", [notice_id])
            if kept.correction is not None:
                connection.execute(
                    "INSERT INTO corrections VALUES (?, ?, ?, ?, ?)",
                    [notice_id, *_row(kept.correction)],
                )
            if kept.removal:
                removal = kept.removal
                connection.execute(
                    "INSERT INTO removals VALUES (?, ?, ?, ?, ?, ?, ?)",
                    [notice_id, *_row(removal.correction), str(removal.source), removal.removed_at],
                )

    def _rows(self, sql: str) -> list[Any]:
        if not self._database.exists:
            return []
        with self._database.opened() as connection:
            return connection.execute(sql).fetchall()


def _row(correction: Correction) -> Row:
    first, last = correction.plan_years or (None, None)
    return correction.title, correction.place, first, last


def _correction(*fields: object) -> Correction:
    title, place, first, last = fields
    years = Years(first, last) if isinstance(first, int) and isinstance(last, int) else None
    try:
        return Correction(_text(title), _text(place), years)
    except UsageError:
        # A table of places of another version may not have the name; the rest still counts.
        return Correction(_text(title), None, years) if place else AS_READ


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
