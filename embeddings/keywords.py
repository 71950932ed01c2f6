"""The keyword leg of the index: BM25 over tokens, by bm25s."""

import io
import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
from numpy.typing import NDArray

# The names under which bm25s looks for the parts of an index.
_ARRAYS = {
    "data": "data.csc.index.npy",
    "indices": "indices.csc.index.npy",
    "indptr": "indptr.csc.index.npy",
}
_VOCABULARY = "vocab.index.json"
_PARAMETERS = "params.index.json"


class KeywordIndex:
    """Finds rows by the tokens they hold; a row is the position of its token list when built."""

    def __init__(self, index: bm25s.BM25) -> None:
        self._index = index
        self._vocabulary: dict[str, int] = index.vocab_dict
        self._starts: NDArray[np.int32] = index.scores["indptr"]
        self.size: int = index.scores["num_docs"]

    @classmethod
    def build(cls, documents: Sequence[Sequence[str]]) -> "KeywordIndex":
        """Index token lists, one a row; none at all, or empty ones, are welcome."""
        vocabulary: dict[str, int] = {}
        rows = [[vocabulary.setdefault(t, len(vocabulary)) for t in tokens] for tokens in documents]
        index = bm25s.BM25()
        if vocabulary:
            index.index((rows, vocabulary), create_empty_token=False, show_progress=False)
        else:
            index.vocab_dict, index.scores = {}, _no_scores(len(rows))
            index.nonoccurrence_array = None
        return cls(index)

    @classmethod
    def load(cls, folder: Path) -> "KeywordIndex":
        """Open a saved index; its arrays are mapped into memory, not copied.

        :raises OSError: if a file is missing.
        """
        return cls(bm25s.BM25.load(folder, mmap=True, show_progress=False, verbosity=0))

    def save(self, folder: Path) -> None:
        """Write the index into a folder, which is created."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in self.to_files().items():
            (folder / name).write_bytes(data)

    def to_files(self) -> Mapping[str, bytes]:
        """Return what `load` reads: file name to content.

        bm25s could write the files itself; as bytes they go through the one careful writer.
        """
        files = {file: _npy(self._index.scores[name]) for name, file in _ARRAYS.items()}
        files[_VOCABULARY] = json.dumps(self._vocabulary, ensure_ascii=False).encode()
        files[_PARAMETERS] = json.dumps(self._parameters()).encode()
        return files

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
        known = [self._vocabulary[token] for token in tokens if token in self._vocabulary]
        if not known or top_k < 1:
            return []
        return _best(self._index.get_scores(known, weight_mask=allowed), top_k)

    def known(self, token: str) -> bool:
        """Return whether some row holds the token."""
        return token in self._vocabulary

    def document_frequency(self, token: str) -> int:
        """Return how many rows hold the token."""
        number = self._vocabulary.get(token)
        return 0 if number is None else int(self._starts[number + 1] - self._starts[number])

    def idf(self, token: str) -> float:
        """Return how rare the token is, as Lucene's BM25 has it; an unknown one is rarest."""
        frequency = self.document_frequency(token)
        return math.log(1 + (self.size - frequency + 0.5) / (frequency + 0.5))

    def _parameters(self) -> dict[str, Any]:
        names = ("k1", "b", "delta", "method", "idf_method", "dtype", "int_dtype", "backend")
        parameters = {name: getattr(self._index, name) for name in names}
        return parameters | {"num_docs": self.size, "version": bm25s.__version__}


def _best(scores: NDArray[np.float32], top_k: int) -> list[tuple[int, float]]:
    rows = np.flatnonzero(scores > 0)
    if len(rows) > top_k:
        least = np.partition(scores[rows], -top_k)[-top_k]
        rows = rows[scores[rows] >= least]
    order = rows[np.argsort(-scores[rows], kind="stable")][:top_k]
    return [(int(row), float(scores[row])) for row in order]


def _no_scores(size: int) -> dict[str, Any]:
    return {
        "data": np.zeros(0, np.float32),
        "indices": np.zeros(0, np.int32),
        "indptr": np.zeros(1, np.int32),
        "num_docs": size,
    }


def _npy(array: NDArray[Any]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()
