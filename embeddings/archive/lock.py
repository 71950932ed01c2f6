"""One writer at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import IndexLocked, KewenError
from embeddings.archive.layout import LOCK


@dataclass(frozen=True, slots=True)
class Writer:
    """The right to write an index folder; only `writing` gives it."""

    folder: Path


@contextmanager
def writing(index_folder: Path) -> Iterator[Writer]:
    """Hold the right to write the index; the folder is created if it is not there.

    The kernel takes the lock back when the process ends, however it ends.

    :raises IndexLocked: at once, if another process or thread holds it.
    :raises KewenError: if the folder cannot be written.
    """
    descriptor = _open(index_folder)
    try:
        _take(descriptor, index_folder)
        yield Writer(index_folder)
    finally:
        os.close(descriptor)


def _open(index_folder: Path) -> int:
    try:
        index_folder.mkdir(parents=True, exist_ok=True)
        return os.open(index_folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise KewenError(
            f"The index folder {index_folder} cannot be written ({error.strerror}). "
            "Correct its permissions or choose another data folder."
        ) from error


def _take(descriptor: int, index_folder: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise IndexLocked(
            f"Another process is writing the index in {index_folder}. "
            "Wait until it has finished, then run the command again."
        ) from error
