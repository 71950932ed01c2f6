"""What sets two texts apart that are much alike: furniture around them, a misprint, or the matter."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embeddings.archive.sketches import PIECE, pieces

EDGE = 100
MOST_FURNITURE, MOST_FURNITURE_SHARE = 400, 0.1
SMALL_SHARE = 0.01
NUMBER = re.compile("[0-9零〇一二三四五六七八九十百千万亿两]")


@dataclass(frozen=True, slots=True)
class Difference:
    """What kind of difference it is.

    `is_furniture`: one says something before or behind what is otherwise the same.
    `is_small`: no number differs, and hardly a word, or only one of them has a few words more.
    """

    is_furniture: bool
    is_small: bool


def difference(first: str, second: str) -> Difference:
    """Compare the letters and digits of two bodies, of whatever length."""
    ours, theirs = _Own.of(first, second), _Own.of(second, first)
    both_count = bool(NUMBER.search(ours.words) and NUMBER.search(theirs.words))
    framed = max(len(ours.words), len(theirs.words)) <= max(
        MOST_FURNITURE, MOST_FURNITURE_SHARE * max(len(first), len(second))
    )
    misprint = not NUMBER.search(ours.words + theirs.words)
    one_sided = min(ours.inner, theirs.inner) == 0 and framed and not both_count
    return Difference(
        is_furniture=ours.inner == theirs.inner == 0 and framed and not both_count,
        is_small=max(ours.inner / (len(first) + 1), theirs.inner / (len(second) + 1)) <= SMALL_SHARE
        and framed
        and (misprint or one_sided),
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
