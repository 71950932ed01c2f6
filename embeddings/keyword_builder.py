"""Building the keyword index: BM25 weights as a sparse matrix, written a block of columns at a time.

bm25s computes the same weights (a test holds the two against each other), but has all of them in
memory several times over: 2.4 GB for 205,000 passages, which take 0.3 GB here.
"""

import json
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from embeddings.arrays import Create, write_npy, write_npy_header

VOCABULARY = "vocabulary.json"
ARRAYS = ("weights", "rows", "starts")
# As in Lucene (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework").
K1, B = 1.5, 0.75
# So many weights are in memory at once, and so many columns, whose numbers then fit into 16 bits.
MOST_WEIGHTS, MOST_COLUMNS = 1_000_000, 65_536
MOST_COUNTED = 65_535


class _Held(NamedTuple):
    """Which tokens each row holds: row after row, the number of the token and how often it stands there."""

    numbers: NDArray[np.int32]
    counts: NDArray[np.uint16]
    ends: NDArray[np.int64]
    lengths: NDArray[np.int64]


class KeywordBuilder:
    """Takes token lists one by one and keeps their numbers, not their text."""

    def __init__(self) -> None:
        self._vocabulary: dict[str, int] = {}
        self._numbers = array("i")
        self._counts = array("H")
        self._ends = array("q")
        self._lengths = array("q")

    def add(self, tokens: Sequence[str]) -> None:
        """Add a row."""
        vocabulary, held = self._vocabulary, Counter(tokens)
        self._numbers.extend([vocabulary.setdefault(token, len(vocabulary)) for token in held])
        self._counts.extend([min(count, MOST_COUNTED) for count in held.values()])
        self._ends.append(len(self._numbers))
        self._lengths.append(len(tokens))

    def write(self, create: Create) -> None:
        """Write the files that `KeywordIndex.load` reads, each to what `create` returns for its name."""
        held = _Held(*map(np.asarray, (self._numbers, self._counts, self._ends, self._lengths)))
        frequencies = np.bincount(held.numbers, minlength=len(self._vocabulary))
        starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(frequencies)])
        write_npy(create("starts.npy"), starts)
        weights, rows = create("weights.npy"), create("rows.npy")
        write_npy_header(weights, np.dtype(np.float32), len(held.numbers))
        write_npy_header(rows, np.dtype(np.int32), len(held.numbers))
        for block in _blocks(held, starts):
            rows.write(block.rows.data)
            weights.write(block.weights.data)
        content = {"size": len(held.ends), "vocabulary": self._vocabulary}
        create(VOCABULARY).write(json.dumps(content, ensure_ascii=False).encode())


class _Block(NamedTuple):
    """Some columns one behind the other; the rows of each ascend."""

    rows: NDArray[np.int32]
    weights: NDArray[np.float32]


def _blocks(held: _Held, starts: NDArray[np.int64]) -> Iterator[_Block]:
    size, first = len(held.ends), 0
    saturation = K1 * (1 - B + B * held.lengths / max(held.lengths.mean(), 1e-9)) if size else None
    while first < len(starts) - 1:
        full = np.searchsorted(starts, starts[first] + MOST_WEIGHTS, "right") - 1
        last = int(min(max(full, first + 1), first + MOST_COLUMNS, len(starts) - 1))
        at = _places_of(held.numbers, first, last)
        column = (held.numbers[at] - first).astype(np.uint16)
        order = np.argsort(column, kind="stable")
        at, column = at[order], column[order]
        rows = np.searchsorted(held.ends, at, "right")
        frequency = np.diff(starts[first : last + 1])[column]
        idf = np.log(1 + (size - frequency + 0.5) / (frequency + 0.5))
        count = held.counts[at]
        assert saturation is not None
        weights = idf * count / (saturation[rows] + count)
        yield _Block(rows.astype(np.int32), weights.astype(np.float32))
        first = last


def _places_of(numbers: NDArray[np.int32], first: int, last: int) -> NDArray[np.int64]:
    """Return where a number from `first` up to, not including, `last` stands, ascending."""
    found = []
    for start in range(0, len(numbers), MOST_WEIGHTS):
        part = numbers[start : start + MOST_WEIGHTS]
        found.append(np.flatnonzero((part >= first) & (part < last)) + start)
    return np.concatenate(found)
