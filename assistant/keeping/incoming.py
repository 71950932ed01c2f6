"""A file that is brought, as it comes in."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from assistant.keeping.names import safe_name
from corpus.errors import KewenError
from corpus.reading import SUFFIXES
from embeddings.archive.durable import DurableFile
from embeddings.archive.files.sources import reason_against_suffix

MOST_FILES = 200
MOST_FILE_BYTES = 50 << 20
MOST_BYTES = 200 << 20
PARTIAL = ".partial"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that has come in: how it is called, where it lies, and the SHA-256 of its content.

    `refusal` says why it was not taken; then it lies nowhere.
    """

    name: str
    staged: Path | None
    sha256: str
    refusal: str | None = None

    def drop(self) -> None:
        """Take it away again, if it was not kept."""
        if self.staged:
            self.staged.unlink(missing_ok=True)


class Receiving:
    """Writes a file as it comes; one of a wrong kind or too large takes no place on the disk.

    :param folder: of the same file system as the place where it is to be kept.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self.name = safe_name(name)
        self._refusal = reason_against_suffix(Path(self.name).suffix, SUFFIXES)
        self._size = 0
        self._path = folder / f"{uuid4().hex}{PARTIAL}"
        self._file = None if self._refusal else DurableFile(self._path)

    def write(self, data: bytes) -> None:
        """Take the next bytes."""
        self._size += len(data)
        if self._file and self._size > MOST_FILE_BYTES:
            self.drop()
            self._refusal = (
                f"The file is larger than {MOST_FILE_BYTES >> 20} MiB. Split it and send the parts."
            )
        if self._file:
            with disk_errors(self._path.parent):
                self._file.write(data)

    def done(self) -> Incoming:
        """Return the file, which is on the disk then."""
        if self._file is None:
            return Incoming(self.name, None, "", self._refusal)
        with disk_errors(self._path.parent):
            digest = self._file.close()
        self._file = None
        return Incoming(self.name, self._path, digest)

    def drop(self) -> None:
        """Take away what has come so far."""
        if self._file:
            self._file.abandon()
            self._file = None
            self._path.unlink(missing_ok=True)


@contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """Say in a sentence what the disk refuses.

    :raises KewenError: instead of an OSError.
    """
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise KewenError(
            f"The file could not be kept in {folder} ({reason}). Make room or correct the "
            "permissions, then send it again."
        ) from error
