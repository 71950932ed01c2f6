"""An encoder without weights: character n-grams hashed to places, the same on every machine."""

import hashlib
import zlib
from collections.abc import Iterator, Sequence

import numpy as np

from embeddings.encoder import Vectors


class HashingEncoder:
    """Counts character unigrams and bigrams in hashed places, each with a hashed sign.

    Texts that share characters are alike, texts that share none are nearly at right angles, so
    it suits tests and machines that can hold no model. Nothing is learnt.
    """

    def __init__(self, dimension: int = 256, seed: int = 0) -> None:
        """Prepare an encoder; equal `dimension` and `seed` give equal vectors everywhere.

        :raises ValueError: if `dimension` is not positive.
        """
        if dimension < 1:
            raise ValueError(f"dimension must be at least 1, received {dimension}")
        self._seed = seed
        self.dimension = dimension
        self.name = f"hashing-{dimension}" + (f"-seed{seed}" if seed else "")
        self.fingerprint = hashlib.sha256(f"hashing 1 {dimension} {seed}".encode()).hexdigest()

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages into unit-length rows; a text of white space gives zeros.

        :returns: shape ``(n, dimension)``, float32; an empty list gives ``(0, dimension)``.
        """
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for place, sign in self._places(text):
                row[place] += sign
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        rows /= np.where(lengths > 0, lengths, 1)
        return rows

    def encode_query(self, text: str) -> Vectors:
        """Encode one question as a passage is encoded.

        :returns: shape ``(dimension,)``, float32, unit length or all zero.
        """
        row: Vectors = self.encode_passages([text])[0]
        return row

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the place and the sign, 1 or -1, of each n-gram of a text."""
        plain = "".join(text.lower().split())
        for gram in [*plain, *(plain[i : i + 2] for i in range(len(plain) - 1))]:
            hashed = zlib.crc32(gram.encode("utf-8", "surrogatepass"), self._seed)
            yield hashed // 2 % self.dimension, 1 - 2 * (hashed % 2)
