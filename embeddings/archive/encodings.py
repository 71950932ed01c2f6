"""What the encoder makes of passages: a vector each, and the pieces they are made of."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from embeddings.archive.generation import Generation
from embeddings.archive.searchable import Searchable
from embeddings.encoder import Encoder, PieceEncoder
from embeddings.pieces import NONE, PieceIndex, Pieces, Ragged
from embeddings.vectors import Halves


@dataclass(slots=True)
class Encodings:
    """One row a passage; `heads` says how many of its pieces are title and headings.

    An encoder that knows no pieces leaves the rows of `pieces` empty. `vocabulary` is how many
    pieces the encoder has, 0 for such an encoder.
    """

    vectors: Halves
    pieces: list[Pieces]
    heads: NDArray[np.int64]
    vocabulary: int = 0

    @classmethod
    def empty(cls, count: int, encoder: Encoder) -> "Encodings":
        """Return rows to be filled."""
        vectors = np.zeros((count, encoder.dimension), np.float16)
        return cls(vectors, [NONE] * count, np.zeros(count, np.int64), pieces_known_to(encoder))

    @classmethod
    def of(cls, encoder: Encoder, passages: Sequence[Searchable]) -> "Encodings":
        """Encode passages."""
        if not isinstance(encoder, PieceEncoder):
            found = cls.empty(len(passages), encoder)
            found.vectors[:] = encoder.encode_passages([passage.text for passage in passages])
            return found
        # Passages share their headings, which are cut once.
        texts = list(dict.fromkeys(chain.from_iterable(passages)))
        cut = dict(zip(texts, encoder.cut(texts), strict=True))
        pieces = [np.concatenate([cut[head], cut[body]]) for head, body in passages]
        heads = np.array([len(cut[passage.head]) for passage in passages], dtype=np.int64)
        vectors = encoder.encode_pieces(pieces).astype(np.float16)
        return cls(vectors, pieces, heads, encoder.vocabulary)

    @classmethod
    def stored(cls, generation: Generation, rows: NDArray[np.int64]) -> "Encodings":
        """Return what a generation holds in these rows."""
        held, index = generation.pieces.rows.rows(rows), generation.pieces
        pieces = np.split(held.pieces, held.starts[1:-1]) if len(rows) else []
        vectors = generation.vectors.rows(rows).astype(np.float16)
        return cls(vectors, pieces, held.heads, len(index.rarity))

    def put(self, row: int, other: "Encodings") -> None:
        """Fill the rows from `row` on."""
        last = row + len(other.pieces)
        self.vectors[row:last] = other.vectors
        self.pieces[row:last] = other.pieces
        self.heads[row:last] = other.heads

    def part(self, first: int, last: int) -> "Encodings":
        """Return some rows."""
        rows = slice(first, last)
        return Encodings(self.vectors[rows], self.pieces[rows], self.heads[rows], self.vocabulary)

    def release(self) -> None:
        """Let go of all rows."""
        self.vectors, self.pieces = self.vectors[:0].copy(), []
        self.heads = self.heads[:0].copy()

    def piece_index(self) -> PieceIndex:
        """Return the pieces as they are searched."""
        return PieceIndex.build(Ragged.of(self.pieces, self.heads), self.vocabulary)

    def to_bytes(self) -> bytes:
        """Return all of it as bytes."""
        rows, buffer = Ragged.of(self.pieces, self.heads), io.BytesIO()
        np.savez(
            buffer,
            vectors=self.vectors.astype("<f2"),
            pieces=rows.pieces,
            starts=rows.starts,
            heads=rows.heads,
            vocabulary=np.array(self.vocabulary),
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Encodings":
        """Read what `to_bytes` returned."""
        read = np.load(io.BytesIO(data), allow_pickle=False)
        pieces = np.split(read["pieces"], read["starts"][1:-1]) if len(read["heads"]) else []
        return cls(read["vectors"], pieces, read["heads"], int(read["vocabulary"]))


def pieces_known_to(encoder: Encoder) -> int:
    """Return how many pieces an encoder has, 0 if it is not made of any."""
    return encoder.vocabulary if isinstance(encoder, PieceEncoder) else 0
