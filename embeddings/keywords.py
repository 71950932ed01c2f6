"""The keyword leg of the index: BM25 over tokens.

Every weight is computed when the index is built and kept in a sparse matrix, a column a token; a
search only adds up columns, as in bm25s (Lù 2024).
"""

import io
import json
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embeddings.arrays import mapped
from embeddings.keyword_builder import ARRAYS, VOCABULARY, KeywordBuilder


@dataclass(frozen=True, slots=True)
class _Matrix:
    """The weights of column ``t`` are ``weights[starts[t]:starts[t + 1]]``, of these `rows`."""

    weights: NDArray[np.float32]
    rows: NDArray[np.int32]
    starts: NDArray[np.int64]


# Of so many rows or more one is few.
FEW = 20


class KeywordIndex:
    """Finds rows by the tokens they hold; a row is the position of its token list when built."""

    def __init__(self, vocabulary: dict[str, int], matrix: _Matrix, size: int) -> None:
        self._vocabulary = vocabulary
        self._matrix = matrix
        self.size = size

    @classmethod
    def build(cls, documents: Sequence[Sequence[str]]) -> "KeywordIndex":
        """Index token lists, one a row; none at all, or empty ones, are welcome."""
        builder, files = KeywordBuilder(), defaultdict[str, io.BytesIO](io.BytesIO)
        for tokens in documents:
            builder.add(tokens)
        builder.write(lambda name: files[name])
        content = json.loads(files[VOCABULARY].getvalue())
        arrays = (np.load(io.BytesIO(files[f"{name}.npy"].getvalue())) for name in ARRAYS)
        return cls(content["vocabulary"], _Matrix(*arrays), content["size"])

    @classmethod
    def load(cls, folder: Path) -> "KeywordIndex":
        """Open a saved index; its arrays are mapped into memory, not copied.

        :raises OSError: if a file is missing.
        """
        content = json.loads((folder / VOCABULARY).read_text(encoding="utf-8"))
        arrays = (mapped(folder / f"{name}.npy") for name in ARRAYS)
        return cls(content["vocabulary"], _Matrix(*arrays), content["size"])

    def search(
        self, tokens: Sequence[str], top_k: int, allowed: NDArray[np.bool_] | None = None
    ) -> list[tuple[int, float]]:
        """Find the rows that hold the tokens, best first, equal scores in row order.

        A token asked twice counts twice; one not in the vocabulary is ignored; a row that holds
        none is not returned.

        :param allowed: shape ``(size,)``; rows where it is false are not returned.
        :raises ValueError: if the mask has another shape.
        """
        if allowed is not None and allowed.shape != (self.size,):
            raise ValueError(f"The mask must have shape ({self.size},), it has {allowed.shape}.")
        if top_k < 1:
            return []
        scores = self.scores(tokens)
        return best(scores if allowed is None else scores * allowed, top_k)

    def scores(
        self, tokens: Sequence[str], allowed: NDArray[np.int64] | None = None
    ) -> NDArray[np.float32]:
        """Return the score of every row, 0 where it holds none of the tokens or is not allowed.

        :param allowed: ascending row numbers. Few of them are looked up in the columns, which
            touches little of the file; of many the columns are read whole.
        """
        known = [self._vocabulary[token] for token in tokens if token in self._vocabulary]
        if allowed is None:
            return self._scores(known)
        if len(allowed) * FEW < self.size:
            return self._scores_of(known, allowed)
        scores, within = self._scores(known), np.zeros(self.size, np.float32)
        within[allowed] = scores[allowed]
        return within

    def known(self, token: str) -> bool:
        """Return whether some row holds the token."""
        return token in self._vocabulary

    def document_frequency(self, token: str) -> int:
        """Return how many rows hold the token."""
        number = self._vocabulary.get(token)
        starts = self._matrix.starts
        return 0 if number is None else int(starts[number + 1] - starts[number])

    def idf(self, token: str) -> float:
        """Return how rare the token is, as Lucene's BM25 has it; an unknown one is rarest."""
        frequency = self.document_frequency(token)
        return math.log(1 + (self.size - frequency + 0.5) / (frequency + 0.5))

    def _scores(self, known: Sequence[int]) -> NDArray[np.float32]:
        scores = np.zeros(self.size, np.float32)
        matrix = self._matrix
        for number in known:
            column = slice(matrix.starts[number], matrix.starts[number + 1])
            # A column names a row once; `+=` would add as much, in three times the time.
            np.add.at(scores, matrix.rows[column], matrix.weights[column])
        return scores

    def _scores_of(self, known: Sequence[int], allowed: NDArray[np.int64]) -> NDArray[np.float32]:
        scores = np.zeros(self.size, np.float32)
        matrix = self._matrix
        wanted = allowed.astype(matrix.rows.dtype)
        for number in known:
            first, last = matrix.starts[number], matrix.starts[number + 1]
            # The rows of a column ascend.
            rows = matrix.rows[first:last]
            at = np.searchsorted(rows, wanted)
            at[at == len(rows)] = 0
            held = rows[at] == wanted
            scores[wanted[held]] += matrix.weights[first:last][at[held]]
        return scores


def best(
    scores: NDArray[np.float32], top_k: int, among: NDArray[np.int64] | None = None
) -> list[tuple[int, float]]:
    """Return the rows with the highest scores above zero, best first, equal ones in row order.

    :param among: ascending row numbers; the scores of others are not looked at.
    """
    rows = np.flatnonzero(scores > 0) if among is None else among[scores[among] > 0]
    if len(rows) > top_k:
        least = np.partition(scores[rows], -top_k)[-top_k]
        rows = rows[scores[rows] >= least]
    order = rows[np.argsort(-scores[rows], kind="stable")][:top_k]
    return [(int(row), float(scores[row])) for row in order]
