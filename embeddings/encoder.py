"""What the index and the retriever ask of an embedding model."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from embeddings.pieces import Pieces

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns text into unit-length vectors whose inner product is their similarity.

    `name` and `fingerprint` go into the manifest of an index, so that vectors of one model are
    never searched with another: `fingerprint` is the SHA-256 of the weights.
    """

    name: str
    fingerprint: str
    dimension: int

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages into unit-length rows.

        :returns: shape ``(n, dimension)``, float32; an empty list gives ``(0, dimension)``.
        """
        ...

    def encode_query(self, text: str) -> Vectors:
        """Encode one question, with the model's query prefix if it has one.

        :returns: shape ``(dimension,)``, float32, unit length (all zero if nothing is known).
        """
        ...


@runtime_checkable
class PieceEncoder(Encoder, Protocol):
    """An encoder whose vector of a text is made of those of its pieces, each known beforehand.

    `vocabulary` is how many pieces it has, `directions` the unit vector of each, shape
    ``(vocabulary, dimension)``.
    """

    vocabulary: int
    directions: Vectors

    def cut(self, texts: Sequence[str]) -> list[Pieces]:
        """Return the pieces of each text."""
        ...

    def encode_pieces(self, texts: Sequence[Pieces]) -> Vectors:
        """Encode texts that are cut: what `encode_passages` makes of them."""
        ...
