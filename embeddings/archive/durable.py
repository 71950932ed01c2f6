"""Writing that has reached the disk when it returns, and checksums."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from embeddings.arrays import Create


class DurableFile:
    """A file that is written bit by bit and survives a power cut once its folder is synced too.

    Every method raises `OSError` if its step fails.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")
        self._digest = hashlib.sha256()

    def write(self, data: bytes | memoryview) -> None:
        """Append bytes."""
        self._digest.update(data)
        self._file.write(data)

    def close(self) -> str:
        """Return the SHA-256 of what was written, when it is on the disk."""
        with self._file:
            self._file.flush()
            os.fsync(self._file.fileno())
        return self._digest.hexdigest()

    def abandon(self) -> None:
        """Let go of the file as it is."""
        self._file.close()


def write_file(path: Path, data: bytes) -> str:
    """Write a file so that it survives a power cut once its folder is synced too.

    :returns: the SHA-256 of the data, of what should be there rather than of what is.

    :raises OSError: if any step fails, the closing included.
    """
    file = DurableFile(path)
    try:
        file.write(data)
        return file.close()
    finally:
        file.abandon()


def write_files(folder: Path, write: Callable[[Create], None]) -> dict[str, str]:
    """Write files into a folder, which is made, so that they are there after a power cut.

    :param write: writes each file to what it is given for its name.
    :returns: the SHA-256 of each file, as `write_file` has it.
    :raises OSError: if any step fails.
    """
    folder.mkdir(exist_ok=True)
    files: dict[str, DurableFile] = {}

    def create(name: str) -> DurableFile:
        files[name] = DurableFile(folder / name)
        return files[name]

    try:
        write(create)
        digests = {name: file.close() for name, file in files.items()}
    finally:
        for file in files.values():
            file.abandon()
    sync(folder)
    return digests


def sync(path: Path) -> None:
    """Make the disk hold what was written to the file, or which names the folder has.

    :raises OSError: if the disk reports that it could not.
    """
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace_file(path: Path, data: bytes) -> None:
    """Exchange the content of a file in one step: whoever reads it sees the old or the new."""
    beside = path.with_name(path.name + ".new")
    write_file(beside, data)
    beside.replace(path)
    sync(path.parent)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
