"""A notice with its sketch as bytes, for the way between processes and for the spool."""

import json
import zlib
from dataclasses import dataclass

from corpus.notice import Notice
from corpus.plain import to_plain
from embeddings.archive.columns import from_plain
from embeddings.archive.related.sketches import Sketch

_FAST = 1
_COUNT = 4


@dataclass(frozen=True, slots=True)
class Understood:
    """A notice and its sketch."""

    notice: Notice
    sketch: Sketch


def packed(notice: Notice, sketch: Sketch) -> bytes:
    """Return both as compressed JSON.

    :raises UnicodeEncodeError: if a text holds lone surrogates, which can stand in no file.
    """
    plain = to_plain(Understood(notice, sketch))
    body = zlib.compress(json.dumps(plain, ensure_ascii=False).encode(), _FAST)
    return len(notice.passages).to_bytes(_COUNT, "big") + body


def unpacked(data: bytes) -> Understood:
    """Return what `packed` made the bytes of."""
    return from_plain(Understood, json.loads(zlib.decompress(data[_COUNT:])))


def passages_in(data: bytes) -> int:
    """Return how many passages the notice has that `packed` made the bytes of."""
    return int.from_bytes(data[:_COUNT], "big")
