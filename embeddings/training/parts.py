"""The vector of a piece as its own vector and the mean of those of its parts.

Parts are the characters of a Chinese word and the stem of an English one, so that a word that is
rare in what is learnt still starts from 抵 and 押, and `loans` from `loan`. Once learnt, the sum is
all that is kept: the model is read as if there had been no parts (Bojanowski et al. 2017).
"""

import re
from collections.abc import Mapping

import snowballstemmer
import torch
from torch import nn

ENGLISH = re.compile(r"[a-z]{2,}")
_stemmer = snowballstemmer.stemmer("english")


def parts_of(piece: str) -> list[str]:
    """Return the parts of a piece; a stem is marked, for it is no piece of its own."""
    if ENGLISH.fullmatch(piece):
        return [f"#{_stemmer.stemWord(piece)}"]
    return list(piece)


class Composed(nn.Module):
    """A parametrisation of an embedding's weight: own vectors in, composed ones out."""

    def __init__(self, vocabulary: Mapping[str, int], dimension: int, unknown: str) -> None:
        """Start from random vectors of the parts; `vocabulary` is piece to row."""
        super().__init__()
        parts = {piece: parts_of(piece) for piece in vocabulary if piece != unknown}
        names = sorted({part for of_piece in parts.values() for part in of_piece})
        column = {name: number for number, name in enumerate(names)}
        places = [(vocabulary[piece], column[p]) for piece, ps in parts.items() for p in ps]
        shares = [1 / len(ps) for ps in parts.values() for _ in ps]
        size = (len(vocabulary), len(names))
        mean = torch.sparse_coo_tensor(
            torch.tensor(places).T, torch.tensor(shares), size, check_invariants=True
        )
        self.mean: torch.Tensor
        self.register_buffer("mean", mean.coalesce(), persistent=False)
        self.vectors = nn.Parameter(torch.randn(len(names), dimension))

    def forward(self, own: torch.Tensor) -> torch.Tensor:
        """Return the composed vectors, shape ``(pieces, dimension)``."""
        composed: torch.Tensor = own + torch.sparse.mm(self.mean, self.vectors)
        return composed
