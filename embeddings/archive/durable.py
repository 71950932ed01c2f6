"""Writing that has reached the disk when it returns, and checksums."""

import hashlib
import os
from pathlib import Path


def write_file(path: Path, data: bytes) -> str:
    """Write a file so that it survives a power cut once its folder is synced too.

    :returns: the SHA-256 of the data, of what should be there rather than of what is.

    :raises OSError: if any step fails, the closing included.
    """
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return hashlib.sha256(data).hexdigest()


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
