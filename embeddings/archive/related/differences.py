"""What sets two texts apart that are much alike: furniture around them, a misprint, or the matter."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embeddings.archive.related.sketches import PIECE, pieces

EDGE = 100
MOST_FURNITURE, MOST_FURNITURE_SHARE = 400, 0.1
SMALL_SHARE = 0.01
NUMBER = re.compile("[0-9零〇一二三四五六七八九十百千万亿两]")


@dataclass(frozen=True, slots=True)
class Difference:
    """What kind of difference it is.

    `is_furniture`: one says something before or behind what the other says too.
    `is_small`: hardly a word differs and no number, or one has a few words more.
    """

    is_furniture: bool
    is_small: bool


def difference(first: str, second: str) -> Difference:
    """Compare the letters and digits of two bodies, of whatever length."""
    ours, theirs = _Own.of(first, second), _Own.of(second, first)
    longest = max(len(first), len(second))
    framed = max(len(ours.words), len(theirs.words)) <= max(
        MOST_FURNITURE, MOST_FURNITURE_SHARE * longest
    )
    one_sided = not ours.words or not theirs.words
    no_number = not NUMBER.search(ours.words + theirs.words)
    few = max(ours.inner, theirs.inner) <= SMALL_SHARE * longest
    return Difference(
        is_furniture=framed and one_sided and ours.inner == theirs.inner == 0,
        is_small=framed and few and (one_sided or no_number),
    )


@dataclass(frozen=True, slots=True)
class _Own:
    """The letters of a text that the other has not; `inner` counts those away from its ends."""

    words: str
    inner: int

    @classmethod
    def of(cls, text: str, other: str) -> "_Own":
        own = ~_shared(text, other)
        letters = "".join(char for char, is_own in zip(text, own, strict=True) if is_own)
        return cls(letters, int(np.count_nonzero(own[EDGE : max(EDGE, len(text) - EDGE)])))


def _shared(text: str, other: str) -> NDArray[np.bool_]:
    """Return which letters stand in a piece that the other text has too."""
    found = np.isin(pieces(text), pieces(other))
    shared = np.zeros(len(text), np.bool_)
    for offset in range(PIECE):
        shared[offset : offset + len(found)] |= found
    return shared
