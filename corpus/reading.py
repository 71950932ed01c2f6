"""Files in the file system to the text that is stored."""

import os
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpus.decoding import HAN, decode
from corpus.errors import UnreadableFile

SUFFIXES = frozenset({".txt", ".md"})
MAX_BYTES = 20_000_000
MIN_LETTERS = 10


@dataclass(frozen=True, slots=True)
class StoredText:
    """The text of a file as it is kept, the hash of its bytes, and where its pages begin."""

    text: str
    sha256: str
    pages: tuple[int, ...] = ()


def read(path: Path) -> StoredText:
    """Read one text file.

    :raises UnreadableFile: if it is missing, a link, not a file, empty, too large, or not text.
    """
    data = _bytes(path)
    if not data.strip():
        raise UnreadableFile("The file is empty. Give a file that holds the text of a notice.")
    text = decode(data)
    if sum(char.isalnum() for char in text[:10_000]) < MIN_LETTERS or not HAN.search(text):
        raise UnreadableFile("The file holds no Chinese text. Give the text of a notice.")
    return StoredText(text, sha256(data).hexdigest())


def _bytes(path: Path) -> bytes:
    handle = _open(path)
    # A folder cannot become a file object at all, so what it is comes before reading it.
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise UnreadableFile("This is not a regular file. Give a text file.")
    with os.fdopen(handle, "rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableFile(
            f"The file is larger than {MAX_BYTES // 1_000_000} MB. Split it and index the parts."
        )
    return data


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise UnreadableFile(
            f"The file cannot be opened ({reason}). Check it and try again."
        ) from error
