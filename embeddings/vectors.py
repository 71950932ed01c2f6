"""The vector leg of the index: inner product over unit vectors in half precision, by FAISS.

Half precision found the ten best of 205,340 passages exactly as single precision did for 155
questions, in less than half the time and space; 8 bit lost 2 in 100 of them, HNSW 4.
"""

from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from embeddings.arrays import Sink
from embeddings.encoder import Vectors

Halves = NDArray[np.float16]
# Of so many rows or more one is few.
FEW = 20
# So many vectors at a time are in single precision while an index is built.
ROWS_AT_ONCE = 16_384


class VectorIndex:
    """Finds rows by the direction of their vector."""

    def __init__(self, index: Any) -> None:  # noqa: ANN401 - FAISS has no types
        self._index = index

    @classmethod
    def build(cls, vectors: Vectors | Halves) -> "VectorIndex":
        """Index vectors of shape ``(n, dimension)``; ``(0, dimension)`` is welcome.

        :raises ValueError: if the shape is another, or a number is not finite in half precision.
        """
        if vectors.ndim != 2 or vectors.shape[1] < 1:
            raise ValueError(f"Vectors must have shape (n, dimension), got {vectors.shape}.")
        half = faiss.ScalarQuantizer.QT_fp16
        index = faiss.IndexScalarQuantizer(vectors.shape[1], half, faiss.METRIC_INNER_PRODUCT)
        for first in range(0, len(vectors), ROWS_AT_ONCE):
            part = np.ascontiguousarray(vectors[first : first + ROWS_AT_ONCE], dtype=np.float32)
            if not (np.abs(part) <= np.finfo(np.float16).max).all():
                raise ValueError("A vector holds a number that is not finite.")
            index.add(part)
        return cls(index)

    @classmethod
    def load(cls, path: Path) -> "VectorIndex":
        """Open a file that `write` wrote, mapped into memory.

        FAISS does not notice every damage: verify the checksum of the file first.

        :raises OSError: if the file is missing.
        :raises ValueError: if FAISS cannot read it or it holds another kind of index.
        """
        size = path.stat().st_size
        try:
            index = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
        except RuntimeError as error:
            raise ValueError(f"FAISS cannot read the {size} bytes of the index.") from error
        if not isinstance(index, faiss.IndexScalarQuantizer):
            raise ValueError(f"Expected an IndexScalarQuantizer, got {type(index).__name__}.")
        return cls(index)

    def write(self, sink: Sink) -> None:
        """Write what `load` reads; FAISS's own writing of files can fail without a word."""
        failures: list[Exception] = []

        def take(data: bytes) -> int:
            # What is raised here FAISS would not pass on.
            try:
                sink.write(data)
            except Exception as error:
                failures.append(error)
                return 0
            return len(data)

        try:
            untyped: Any = faiss
            untyped.write_index(self._index, untyped.PyCallbackIOWriter(take))
        except RuntimeError:
            if not failures:
                raise
        if failures:
            raise failures[0]

    @property
    def size(self) -> int:
        """The number of rows."""
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return int(self._index.d)

    def search(
        self, vector: Vectors, top_k: int, allowed: NDArray[np.int64] | None = None
    ) -> list[tuple[int, float]]:
        """Find the nearest rows, best first, equal scores in row order.

        A query of zeros, which is one of which nothing is known, finds nothing.

        :param vector: shape ``(dimension,)``.
        :param allowed: row numbers; only these are searched, in any order.
        :raises ValueError: if the vector has another shape or a row number does not exist.
        """
        if vector.shape != (self.dimension,):
            raise ValueError(f"The query must have shape ({self.dimension},), got {vector.shape}.")
        selected = np.arange(self.size) if allowed is None else self._checked(allowed)
        count = min(top_k, len(selected))
        if count < 1 or not vector.any():
            return []
        if allowed is not None and len(selected) * FEW < self.size:
            return self._among(selected, vector, count)
        # The number of threads is a setting of each calling thread, hence here: with two, a
        # flat search was 1.2 to 9 times slower on a shared machine.
        faiss.omp_set_num_threads(1)
        parameters = None if allowed is None else self._only(selected)
        query = np.ascontiguousarray(vector, dtype=np.float32)[None]
        scores, rows = self._index.search(query, count, params=parameters)
        return sorted(
            ((int(r), float(s)) for r, s in zip(rows[0], scores[0], strict=True) if r >= 0),
            key=lambda hit: (-hit[1], hit[0]),
        )

    def _among(
        self, rows: NDArray[np.int64], vector: Vectors, count: int
    ) -> list[tuple[int, float]]:
        """Find the nearest of few rows: looked at by themselves, that takes a tenth of the time."""
        scores = self.rows(rows) @ np.ascontiguousarray(vector, dtype=np.float32)
        order = np.argsort(-scores, kind="stable")[:count]
        return [
            (int(row), float(score)) for row, score in zip(rows[order], scores[order], strict=True)
        ]

    def rows(self, rows: NDArray[np.int64]) -> Vectors:
        """Return stored vectors in the order asked for, shape ``(len(rows), dimension)``.

        :raises ValueError: if a row number does not exist.
        """
        if not len(rows):
            return np.zeros((0, self.dimension), np.float32)
        found: Vectors = self._index.reconstruct_batch(np.ascontiguousarray(self._inside(rows)))
        return found

    def _checked(self, allowed: NDArray[np.int64]) -> NDArray[np.int64]:
        rows = self._inside(allowed)
        return rows if (rows[1:] > rows[:-1]).all() else np.unique(rows)

    def _inside(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        rows = np.asarray(rows, dtype=np.int64)
        if len(rows) and (rows.min() < 0 or rows.max() >= self.size):
            raise ValueError(f"Row numbers must lie in 0 to {self.size - 1}, got {rows}.")
        return rows

    def _only(self, rows: NDArray[np.int64]) -> Any:  # noqa: ANN401 - FAISS has no types
        mask = np.zeros(self.size, dtype=np.bool_)
        mask[rows] = True
        untyped: Any = faiss  # Its stubs describe the C++ signatures, not the Python ones.
        selector = untyped.IDSelectorBitmap(np.packbits(mask, bitorder="little"))
        return untyped.SearchParameters(sel=selector)
