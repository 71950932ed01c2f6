"""What is kept of a notice to find others like it: a MinHash of its words, and what it repeals.

One-permutation MinHash (Li, Owen, Zhang 2012): each five-character piece is hashed once, the hashes
fall into bins by their first bits, the least of each bin is kept, and an empty bin borrows from the
next full one (Shrivastava and Li 2014). Two texts agree in a bin as often as their pieces overlap.
"""

import hashlib
import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.cleaning import lines
from corpus.notice import Notice
from corpus.repeals import Repeal, repeals
from embeddings.words import normalised

BINS = 128
PIECE = 5
_BIN_BITS = 7
_NO_LETTER = re.compile(r"[\W_]+")
_BASE, _BORROWED = np.uint64(0x100000001B3), np.uint32(0x9E3779B1)
_MIX = (np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53))

Codes = NDArray[np.uint32]
Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Sketch:
    """A notice in a kilobyte.

    `digest` is that of all its letters and digits; `bins` are the numbers of the MinHash in
    hexadecimal, empty for a text of less than five letters.
    """

    notice_id: str
    digest: str
    bins: str
    repeals: tuple[Repeal, ...]


def sketch_of(notice: Notice) -> Sketch:
    """Return the sketch of a notice."""
    letters = letters_of(notice)
    digest = hashlib.sha256(letters.encode()).hexdigest()
    bins = minhash(pieces(letters)).astype(">u4").tobytes().hex()
    return Sketch(notice.notice_id, digest, bins, tuple(repeals(notice.text)))


def letters_of(notice: Notice) -> str:
    """Return the letters and digits of the body, simplified: no furniture, space or punctuation."""
    text = notice.text
    body = "".join(text[line.start : line.end] for line in lines(text) if line.kind == "body")
    return _NO_LETTER.sub("", normalised(body))


def pieces(letters: str) -> Hashes:
    """Return the hash of every five characters, in order; shape ``(max(0, n - 4),)``."""
    codes = np.frombuffer(letters.encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    count = max(0, len(codes) - PIECE + 1)
    hashed = np.zeros(count, np.uint64)
    for offset in range(PIECE):
        hashed = hashed * _BASE + codes[offset : offset + count]
    for factor in _MIX:
        hashed = (hashed ^ (hashed >> np.uint64(33))) * factor
    return hashed ^ (hashed >> np.uint64(33))


def minhash(hashed: Hashes) -> Codes:
    """Return the least hash of each bin, shape ``(BINS,)``, or ``(0,)`` where there is none."""
    if not len(hashed):
        return np.zeros(0, np.uint32)
    ordered = np.sort(hashed)
    edges = np.arange(BINS, dtype=np.uint64) << np.uint64(64 - _BIN_BITS)
    at = np.searchsorted(ordered, edges)
    first = ordered[np.minimum(at, len(ordered) - 1)]
    full = (at < len(ordered)) & ((first >> np.uint64(64 - _BIN_BITS)) == np.arange(BINS))
    least = ((first << np.uint64(_BIN_BITS)) >> np.uint64(32)).astype(np.uint32)
    return _borrowed(least, full)


def bins_of(sketch: Sketch) -> Codes:
    """Return the numbers of the MinHash."""
    return np.frombuffer(bytes.fromhex(sketch.bins), dtype=">u4").astype(np.uint32)


def _borrowed(least: Codes, full: NDArray[np.bool_]) -> Codes:
    """Fill each empty bin with the number of the next full one to the right, marked by the distance."""
    source = np.flatnonzero(full)
    nearest = np.searchsorted(source, np.arange(BINS)) % len(source)
    distance = ((source[nearest] - np.arange(BINS)) % BINS).astype(np.uint32)
    return least[source[nearest]] + distance * _BORROWED
