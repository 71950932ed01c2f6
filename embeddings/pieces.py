"""The pieces of every passage, so that a question can be held against each of them.

Late interaction (Khattab & Zaharia 2020, "ColBERT") with token vectors that do not depend on their
neighbours needs no vector a token: the numbers of the pieces are enough.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embeddings.arrays import mapped, npy

Pieces = NDArray[np.uint16]

NONE: Pieces = np.zeros(0, np.uint16)
_ARRAYS = ("pieces", "starts", "heads", "rarity")


@dataclass(frozen=True, slots=True)
class Ragged:
    """Rows of different lengths, one behind the other.

    Row ``n`` is ``pieces[starts[n]:starts[n + 1]]``; its first ``heads[n]`` pieces are the title
    and headings above the passage.
    """

    pieces: Pieces
    starts: NDArray[np.int64]
    heads: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.heads)

    def rows(self, rows: NDArray[np.int64]) -> "Ragged":
        """Return some rows, in the order asked for."""
        firsts, lasts = self.starts[rows], self.starts[rows + 1]
        parts = [self.pieces[first:last] for first, last in zip(firsts, lasts, strict=True)]
        return Ragged.of(parts, self.heads[rows])

    @classmethod
    def of(cls, rows: Sequence[Pieces], heads: Sequence[int] | NDArray[np.int64]) -> "Ragged":
        """Join rows."""
        ends = np.cumsum([len(row) for row in rows], dtype=np.int64)
        starts = np.concatenate([np.zeros(1, np.int64), ends])
        return cls(np.concatenate([NONE, *rows]), starts, np.asarray(heads, dtype=np.int64))


class PieceIndex:
    """What each row holds, and how rare each piece is among the rows.

    `rarity` is the inverse document frequency of BM25, shape ``(pieces of the encoder,)``.
    """

    def __init__(self, rows: Ragged, rarity: NDArray[np.float32]) -> None:
        self.rows = rows
        self.rarity = rarity

    @classmethod
    def build(cls, rows: Ragged, vocabulary: int) -> "PieceIndex":
        """Index rows of pieces below `vocabulary`."""
        owner = np.repeat(np.arange(len(rows)), np.diff(rows.starts))
        # A row counts once for a piece, however often it holds it.
        once = np.unique(owner * vocabulary + rows.pieces) % max(vocabulary, 1)
        held = np.bincount(once, minlength=vocabulary)
        rarity = np.log(1 + (len(rows) - held + 0.5) / (held + 0.5)).astype(np.float32)
        return cls(rows, rarity)

    @classmethod
    def load(cls, folder: Path) -> "PieceIndex":
        """Open a saved index; its arrays are mapped into memory, not copied.

        :raises OSError: if a file is missing.
        """
        pieces, starts, heads, rarity = (mapped(folder / f"{name}.npy") for name in _ARRAYS)
        return cls(Ragged(pieces, starts, heads), rarity)

    def to_files(self) -> Mapping[str, bytes]:
        """Return what `load` reads: file name to content."""
        rows = self.rows
        arrays: tuple[NDArray[Any], ...] = (rows.pieces, rows.starts, rows.heads, self.rarity)
        return {f"{name}.npy": npy(array) for name, array in zip(_ARRAYS, arrays, strict=True)}

    @property
    def size(self) -> int:
        """The number of rows."""
        return len(self.rows)
