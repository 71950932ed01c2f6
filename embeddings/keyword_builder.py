"""Building the keyword index: BM25 weights as a sparse matrix, written a block of columns at a time.

bm25s computes the same weights (a test holds the two against each other), but has all of them in
memory several times over: 2.4 GB for 205,000 passages.
"""

import io
import json
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray

from embeddings.arrays import Create, write_npy, write_npy_header

VOCABULARY = "vocabulary.json"
ARRAYS = ("weights", "rows", "starts")
# As in Lucene (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework").
K1, B = 1.5, 0.75
# So many weights are in memory at once, and so many columns, whose numbers then fit into 16 bits.
MOST_WEIGHTS, MOST_COLUMNS = 1_000_000, 65_536
MOST_COUNTED = 255


class _Part(NamedTuple):
    """Some tokens of some rows, row after row: which token, and how often it stands in its row.

    `first` is how many stand before them.
    """

    first: int
    numbers: NDArray[np.int32]
    counts: NDArray[np.uint8]


class KeywordBuilder:
    """Takes token lists one by one and keeps their numbers, not their text.

    :param scratch: opens a file for the numbers, which would else take most of the memory.
    """

    def __init__(self, scratch: Callable[[], BinaryIO] = io.BytesIO) -> None:
        self._vocabulary: dict[str, int] = {}
        self._ends = array("q")
        self._lengths = array("q")
        self._numbers, self._counts = scratch(), scratch()
        self._held = 0

    def add(self, tokens: Sequence[str]) -> None:
        """Add a row.

        :raises OSError: if the disk refuses.
        """
        vocabulary, held = self._vocabulary, Counter(tokens)
        numbers = [vocabulary.setdefault(token, len(vocabulary)) for token in held]
        self._numbers.write(array("i", numbers).tobytes())
        self._counts.write(bytes([min(count, MOST_COUNTED) for count in held.values()]))
        self._held += len(numbers)
        self._ends.append(self._held)
        self._lengths.append(len(tokens))

    def write(self, create: Create) -> None:
        """Write the files that `KeywordIndex.load` reads, each to what `create` returns for its name.

        :raises OSError: if the disk refuses.
        """
        frequencies = np.zeros(len(self._vocabulary), np.int64)
        for part in self._parts():
            frequencies += np.bincount(part.numbers, minlength=len(frequencies))
        starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(frequencies)])
        write_npy(create("starts.npy"), starts)
        weights, rows = create("weights.npy"), create("rows.npy")
        write_npy_header(weights, np.dtype(np.float32), self._held)
        write_npy_header(rows, np.dtype(np.int32), self._held)
        for block in self._blocks(starts):
            rows.write(block.rows.data)
            weights.write(block.weights.data)
        content = {"size": len(self._ends), "vocabulary": self._vocabulary}
        create(VOCABULARY).write(json.dumps(content, ensure_ascii=False).encode())
        self._numbers.close()
        self._counts.close()

    def _parts(self) -> Iterator[_Part]:
        self._numbers.seek(0)
        self._counts.seek(0)
        for first in range(0, self._held, MOST_WEIGHTS):
            numbers = np.frombuffer(self._numbers.read(4 * MOST_WEIGHTS), np.int32)
            yield _Part(first, numbers, np.frombuffer(self._counts.read(MOST_WEIGHTS), np.uint8))

    def _blocks(self, starts: NDArray[np.int64]) -> Iterator["_Block"]:
        size, first = len(self._ends), 0
        ends, lengths = np.asarray(self._ends), np.asarray(self._lengths)
        saturation = K1 * (1 - B + B * lengths / max(lengths.sum() / max(size, 1), 1e-9))
        while first < len(starts) - 1:
            full = np.searchsorted(starts, starts[first] + MOST_WEIGHTS, "right") - 1
            last = int(min(max(full, first + 1), first + MOST_COLUMNS, len(starts) - 1))
            at, column, count = self._between(first, last)
            rows = np.searchsorted(ends, at, "right")
            frequency = np.diff(starts[first : last + 1])[column]
            idf = np.log(1 + (size - frequency + 0.5) / (frequency + 0.5))
            weights = idf * count / (saturation[rows] + count)
            yield _Block(rows.astype(np.int32), weights.astype(np.float32))
            first = last

    def _between(
        self, first: int, last: int
    ) -> tuple[NDArray[np.int64], NDArray[np.uint16], NDArray[np.uint8]]:
        """Return where the tokens from `first` to before `last` stand, column by column, ascending.

        :returns: the places, the columns from 0 on, how often each stands in its row.
        """
        places, columns, counts = [], [], []
        for part in self._parts():
            here = np.flatnonzero((part.numbers >= first) & (part.numbers < last))
            places.append(here + part.first)
            columns.append((part.numbers[here] - first).astype(np.uint16))
            counts.append(part.counts[here])
        column = np.concatenate(columns)
        order = np.argsort(column, kind="stable")
        return np.concatenate(places)[order], column[order], np.concatenate(counts)[order]


class _Block(NamedTuple):
    """Some columns one behind the other; the rows of each ascend."""

    rows: NDArray[np.int32]
    weights: NDArray[np.float32]
