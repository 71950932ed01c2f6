"""The order of the candidates of both legs, by how much of the question each of them holds.

Late interaction: every piece of the question is held against the piece of the passage nearest to
it in meaning, and what is rare counts for more. Together with the scores of the legs that gives a
few numbers a candidate, whose weights were learnt on written questions (`python -m eval.reranking`).
"""

import json
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import PieceEncoder, Vectors
from embeddings.pieces import PieceIndex, Pieces, Ragged

WEIGHTS = "weights.json"
# From this likeness on a piece is the same word, or as good as.
SAME = 0.95


class Candidates(NamedTuple):
    """Rows, with the score each leg gives them; `keywords` is that of BM25, `likeness` the cosine."""

    rows: NDArray[np.int64]
    keywords: NDArray[np.float32]
    likeness: NDArray[np.float32]


class Features(NamedTuple):
    """What speaks for a candidate, each of shape ``(candidates,)`` and from 0 to about 1.

    `keywords` is its BM25 beside the best one, `same` the share of the question's pieces that it
    holds, both times the share that the best one by BM25 holds: where no passage is written in the
    words of the question, words tell little. `nearest` is the mean likeness of the question's
    pieces to the nearest of the passage, `headings` the same for the title and headings. Pieces
    count by their rarity.
    """

    keywords: NDArray[np.float32]
    likeness: NDArray[np.float32]
    nearest: NDArray[np.float32]
    same: NDArray[np.float32]
    headings: NDArray[np.float32]


def features(
    encoder: PieceEncoder, index: PieceIndex, question: Pieces, found: Candidates
) -> Features:
    """Return what speaks for each candidate; a question without known pieces has none of it."""
    best = found.keywords.max(initial=0.0)
    keywords = found.keywords / best if best else found.keywords
    held = index.rows.rows(found.rows)
    weights = index.rarity[question]
    if not len(question) or not weights.sum():
        nothing = np.zeros(len(found.rows), np.float32)
        return Features(keywords, found.likeness, nothing, nothing, nothing)
    weights = weights / weights.sum()
    whole, heads = _nearest(encoder.directions, question, held)
    same = weights @ (whole >= SAME).astype(np.float32)
    trust = same[keywords.argmax()] if best else 1.0
    return Features(
        keywords * trust, found.likeness, weights @ whole, same * trust, weights @ heads
    )


def _nearest(directions: Vectors, question: Pieces, held: Ragged) -> tuple[Vectors, Vectors]:
    """Return the likeness of each piece asked to the nearest of each row, and of its title and headings.

    :returns: each of shape ``(len(question), len(held))``, 0 where there is nothing.
    """
    # A piece that many rows hold is compared once.
    is_held = np.zeros(len(directions), np.bool_)
    is_held[held.pieces] = True
    pieces = np.flatnonzero(is_held)
    number = np.zeros(len(directions), np.int64)
    number[pieces] = np.arange(len(pieces))
    alike = (directions[question] @ directions[pieces].T)[:, number[held.pieces]]
    starts, ends = held.starts[:-1], held.starts[1:]
    return _greatest(alike, starts, ends), _greatest(alike, starts, starts + held.heads)


def _greatest(
    values: Vectors, starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Return the greatest of each stretch of columns, 0 of an empty one; they follow one another."""
    greatest = np.zeros((len(values), len(starts)), np.float32)
    full = np.flatnonzero(ends > starts)
    if len(full):
        # A stretch and what lies behind it take turns; there is nothing behind the last one.
        edges = np.stack([starts[full], ends[full]], axis=1).ravel()
        padded = np.concatenate([values, np.zeros((len(values), 1), np.float32)], axis=1)
        greatest[:, full] = np.maximum.reduceat(padded, edges, axis=1)[:, ::2]
    return greatest


@lru_cache(maxsize=1)
def weights() -> NDArray[np.float32]:
    """Return the learnt weight of each feature, in their order."""
    path = files("assistant.retrieval") / WEIGHTS
    known = json.loads(path.read_text(encoding="utf-8"))
    return np.array([known[name] for name in Features._fields], np.float32)


def scores(found: Features) -> NDArray[np.float32]:
    """Return one score a candidate.

    Added up feature by feature: a matrix product rounds the same passage otherwise from row to row,
    and at times raises a floating-point flag over numbers that are none of ours.
    """
    total = np.zeros(len(found.keywords), np.float32)
    for weight, feature in zip(weights(), found, strict=True):
        total += weight * feature
    return np.round(total, 5)
