"""What an ingestion has read and encoded so far, on the disk until it is published.

It lies in the index folder and belongs to whoever holds the lock. A run that was killed loses its
last batch; the next one takes what is there if file, id and reader are the same. Few files are
never written here: reading them again is as fast.
"""

import hashlib
import shutil
import sqlite3
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import KewenError
from embeddings.archive.files.crew import Task
from embeddings.archive.layout import spool_folder
from embeddings.archive.lock import Writer

BATCH = 64
BATCH_SECONDS = 5.0
_SCHEMA = """
    CREATE TABLE IF NOT EXISTS reader (settings TEXT);
    CREATE TABLE IF NOT EXISTS kept (
        key BLOB PRIMARY KEY, source TEXT, sha256 TEXT NOT NULL, body BLOB NOT NULL
    ) WITHOUT ROWID;
"""


class Spool:
    """Bytes by key: notices as they were packed, and vectors of passages.

    :param settings: of the reader; what was read with others is taken away.
    """

    def __init__(self, writer: Writer, settings: str) -> None:
        self._folder = spool_folder(writer.folder)
        self._settings = settings
        self._pending: dict[bytes, tuple[str | None, bytes]] = {}
        self._flushed = time.monotonic()
        self._connection = self._reopened() if self._folder.is_dir() else None
        self._found = self._known_keys()

    def was_found(self, task: Task) -> bool:
        """Return whether an earlier run has read this file."""
        return _task_key(task) in self._found

    def holds(self, task: Task) -> bool:
        """Return whether the notice of this file is here."""
        key = _task_key(task)
        return key in self._found or self.get(key) is not None

    def put_notice(self, task: Task, body: bytes) -> None:
        """Keep a packed notice."""
        self.put(_task_key(task), body, task.source)

    def notice(self, task: Task) -> bytes:
        """Return a packed notice that is held.

        :raises KewenError: if the disk gives something else than it was given.
        """
        body = self.get(_task_key(task))
        if body is None:
            self.close()
            shutil.rmtree(self._folder, ignore_errors=True)
            raise KewenError(
                f"What was read of {task.source} is no longer as it was written to {self._folder}. "
                "Run `kewen index` again."
            )
        return body

    def put(self, key: bytes, body: bytes, source: str | None = None) -> None:
        """Keep bytes under a key; every so often all that is kept reaches the disk."""
        self._pending[key] = (source, body)
        late = time.monotonic() - self._flushed > BATCH_SECONDS
        if len(self._pending) >= BATCH or late:
            self.flush()

    def get(self, key: bytes) -> bytes | None:
        """Return the bytes of a key; None if there are none or the disk has changed them."""
        if key in self._pending:
            return self._pending[key][1]
        if self._connection is None:
            return None
        with self._disk_errors():
            row = self._connection.execute(
                "SELECT sha256, body FROM kept WHERE key = ?", [key]
            ).fetchone()
        return row[1] if row and hashlib.sha256(row[1]).hexdigest() == row[0] else None

    def flush(self) -> None:
        """Bring what is kept to the disk.

        :raises KewenError: if the disk refuses.
        """
        with self._disk_errors():
            self._connection = self._connection or self._opened()
            self._connection.execute("BEGIN")
            self._connection.executemany(
                "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)",
                [
                    (key, source, hashlib.sha256(body).hexdigest(), body)
                    for key, (source, body) in self._pending.items()
                ],
            )
            self._connection.execute("COMMIT")
        self._pending.clear()
        self._flushed = time.monotonic()

    def save(self) -> None:
        """Bring to the disk what is worth it, when the run is being stopped."""
        if self._pending and (self._connection or len(self._pending) > BATCH // 8):
            self.flush()

    def discard(self, published: Collection[str]) -> None:
        """Take away what is of no use after a publication.

        What was read of files that are there but in no index yet stays for the run that needs it.
        """
        self._pending.clear()
        if self._connection is None:
            return
        with self._disk_errors():
            rows = self._connection.execute("SELECT DISTINCT source FROM kept").fetchall()
            wanted = [s for (s,) in rows if s and s not in published and Path(s).is_file()]
            if wanted:
                self._keep_only(self._connection, wanted)
        self.close()
        if not wanted:
            shutil.rmtree(self._folder, ignore_errors=True)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection:
            self._connection.close()
        self._connection = None

    @staticmethod
    def _keep_only(connection: sqlite3.Connection, wanted: list[str]) -> None:
        connection.execute("CREATE TEMP TABLE wanted (source TEXT PRIMARY KEY)")
        connection.executemany("INSERT INTO wanted VALUES (?)", [(source,) for source in wanted])
        connection.execute(
            "DELETE FROM kept WHERE source IS NULL OR source NOT IN (SELECT source FROM wanted)"
        )

    def _reopened(self) -> sqlite3.Connection | None:
        """Open what an earlier run left, if it can be read and was read in the same way."""
        try:
            connection = self._opened()
            if connection.execute("SELECT settings FROM reader").fetchall() == [(self._settings,)]:
                return connection
            connection.close()
        except (OSError, sqlite3.Error):
            pass
        shutil.rmtree(self._folder, ignore_errors=True)
        return None

    def _opened(self) -> sqlite3.Connection:
        self._folder.mkdir(exist_ok=True)
        connection = sqlite3.connect(
            self._folder / "kept.sqlite", isolation_level=None, check_same_thread=False
        )
        # What a person removes must not stay on the disk.
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.executescript(_SCHEMA)
        if not connection.execute("SELECT count(*) FROM reader").fetchone()[0]:
            connection.execute("INSERT INTO reader VALUES (?)", [self._settings])
        return connection

    def _known_keys(self) -> frozenset[bytes]:
        if self._connection is None:
            return frozenset()
        try:
            rows = self._connection.execute("SELECT key FROM kept WHERE source IS NOT NULL")
            return frozenset(row[0] for row in rows)
        except sqlite3.Error:
            self.close()
            shutil.rmtree(self._folder, ignore_errors=True)
            return frozenset()

    @contextmanager
    def _disk_errors(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise KewenError(
                f"What was read could not be kept in {self._folder} ({error}); the index in use is "
                "as it was. Make room or correct the permissions, then run `kewen index` again."
            ) from error


def vectors_key(encoder: str, texts: Collection[str]) -> bytes:
    """Return the key of the vectors that an encoder gives to texts."""
    return _key(encoder, *texts)


def _task_key(task: Task) -> bytes:
    """Return the key of what a task reads; with another correction it is another reading."""
    corrected = [repr(task.correction)] if task.correction else []
    return _key(task.source, task.notice_id, task.sha256, *corrected)


def _key(*parts: str) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()
