"""The file that a notice was read from, if it still is the same."""

import os
import stat
from hashlib import sha256

from corpus.errors import UnreadableFile
from corpus.formats import limits
from corpus.notice import Notice


def original(notice: Notice) -> bytes:
    """Return the bytes of the file.

    :raises UnreadableFile: if it is gone, or no longer what the notice was read from.
    """
    data = _bytes(notice.source)
    if sha256(data).hexdigest() != notice.sha256:
        raise UnreadableFile(
            "The original file has changed since it was indexed. Run `kewen index` again."
        )
    return data


def _bytes(source: str) -> bytes:
    """Return what is in a regular file; nothing else is opened, and no link followed."""
    try:
        handle = os.open(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise IsADirectoryError(source)
            return file.read(limits.MAX_BYTES)
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            "The original file is no longer where it was indexed. Put it back to see its pages."
        ) from error
