"""The pieces of every passage, so that a question can be held against each of them.

Late interaction (Khattab & Zaharia 2020, "ColBERT") with token vectors that do not depend on their
neighbours needs no vector a token: the numbers of the pieces are enough.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embeddings.arrays import Create, mapped, write_npy

Pieces = NDArray[np.uint16]

NONE: Pieces = np.zeros(0, np.uint16)
# Of so many rows at a time it is counted which pieces they hold.
ROWS_AT_ONCE = 4_096
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
        held = np.zeros(vocabulary, np.int64)
        for first in range(0, len(rows), ROWS_AT_ONCE):
            held += _holding(rows, first, min(first + ROWS_AT_ONCE, len(rows)), vocabulary)
        rarity = np.log(1 + (len(rows) - held + 0.5) / (held + 0.5)).astype(np.float32)
        return cls(rows, rarity)

    @classmethod
    def load(cls, folder: Path) -> "PieceIndex":
        """Open a saved index; its arrays are mapped into memory, not copied.

        :raises OSError: if a file is missing.
        """
        pieces, starts, heads, rarity = (mapped(folder / f"{name}.npy") for name in _ARRAYS)
        return cls(Ragged(pieces, starts, heads), rarity)

    def write(self, create: Create) -> None:
        """Write the files that `load` reads, each to what `create` returns for its name."""
        rows = self.rows
        arrays: tuple[NDArray[Any], ...] = (rows.pieces, rows.starts, rows.heads, self.rarity)
        for name, array in zip(_ARRAYS, arrays, strict=True):
            write_npy(create(f"{name}.npy"), array)

    @property
    def size(self) -> int:
        """The number of rows."""
        return len(self.rows)


def _holding(rows: Ragged, first: int, last: int, vocabulary: int) -> NDArray[np.int64]:
    """Return how many of some rows hold each piece; a row counts once, however often it holds it."""
    starts = rows.starts[first : last + 1]
    owner = np.repeat(np.arange(last - first), np.diff(starts))
    once = np.unique(owner * vocabulary + rows.pieces[starts[0] : starts[-1]])
    return np.bincount(once % max(vocabulary, 1), minlength=vocabulary)
