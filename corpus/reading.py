"""Files in the file system to the text that is stored."""

import os
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpus.decoding import HAN, decode
from corpus.errors import UnreadableFile
from corpus.formats import limits, sandbox
from corpus.formats.extracted import Extracted
from corpus.formats.kinds import BY_SUFFIX, TEXTS, Kind, kind_of

SUFFIXES = frozenset(BY_SUFFIX)
MIN_LETTERS = 10


@dataclass(frozen=True, slots=True)
class StoredText:
    """The text of a file as it is kept, the hash of its bytes, and where its pages begin.

    `warnings` say what of the file is not in the text, or not surely as it was written.
    """

    text: str
    sha256: str
    pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


def read(path: Path) -> StoredText:
    """Read one file: text here, every other format in a process of its own.

    :raises UnreadableFile: if it is missing, a link, not a file, empty, too large, damaged, of no
        format that is read, or holds no Chinese text.
    """
    data = _bytes(path)
    if not data.strip():
        raise UnreadableFile("The file is empty. Give a file that holds the text of a notice.")
    kind = kind_of(data, path.suffix)
    if kind in TEXTS:
        _check_size(data, limits.MAX_TEXT_BYTES)
    found = _extracted(kind, data)
    if sum(char.isalnum() for char in found.text[:10_000]) < MIN_LETTERS or not HAN.search(
        found.text
    ):
        raise UnreadableFile("The file holds no Chinese text. Give the text of a notice.")
    return StoredText(found.text, sha256(data).hexdigest(), found.pages, found.warnings)


def _extracted(kind: Kind, data: bytes) -> Extracted:
    return Extracted(decode(data)) if kind == "text" else sandbox.extract(kind, data)


def _bytes(path: Path) -> bytes:
    handle = _open(path)
    # A folder cannot become a file object at all, so what it is comes before reading it.
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise UnreadableFile("This is not a regular file. Give the file of a notice.")
    with os.fdopen(handle, "rb") as file:
        data = file.read(limits.MAX_BYTES + 1)
    _check_size(data, limits.MAX_BYTES)
    return data


def _check_size(data: bytes, limit: int) -> None:
    if len(data) > limit:
        raise UnreadableFile(
            f"The file is larger than {limit // 1_000_000} MB. Split it and index the parts."
        )


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise UnreadableFile(
            f"The file cannot be opened ({reason}). Check it and try again."
        ) from error
