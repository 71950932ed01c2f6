"""Recall@1 and Recall@5 on held-out pairs, for an encoder and, to compare with, for BM25."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import bm25s
import numpy as np
import rjieba
from numpy.typing import NDArray

from embeddings.encoder import Vectors
from embeddings.training.pairs import Pair

Ranks = NDArray[np.int64]
#: Queries and passages in, the positions of the best five passages out: shape ``(queries, 5)``.
Search = Callable[[Sequence[str], Sequence[str]], Ranks]
Encode = Callable[[Sequence[str]], Vectors]
_TOP = 5


@dataclass(frozen=True, slots=True)
class Recall:
    """The share of queries whose own passage is first, or among the first five."""

    kind: str
    queries: int
    passages: int
    at_1: float
    at_5: float


def measure(pairs: Iterable[Pair], search: Search, most: int = 3000) -> list[Recall]:
    """Return the recall for each kind of pair, each searched among its own passages.

    A query that stands in several pairs is asked once, and any of its passages is right.
    At most `most` pairs of a kind are taken, the first ones.
    """
    by_kind: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_kind[pair.kind].append(pair)
    return [_measure_kind(kind, by_kind[kind][:most], search) for kind in sorted(by_kind)]


def _measure_kind(kind: str, pairs: Sequence[Pair], search: Search) -> Recall:
    passages = list(dict.fromkeys(pair.passage for pair in pairs))
    at = {passage: position for position, passage in enumerate(passages)}
    right: dict[str, set[int]] = defaultdict(set)
    for pair in pairs:
        right[pair.query].add(at[pair.passage])
    found = search(list(right), passages)
    hits = [
        [int(rank) in wanted for rank in row]
        for row, wanted in zip(found, right.values(), strict=True)
    ]
    at_1 = float(np.mean([any(row[:1]) for row in hits]))
    at_5 = float(np.mean([any(row) for row in hits]))
    return Recall(kind, len(right), len(passages), at_1, at_5)


def search_with(encode: Encode) -> Search:
    """Return a search by inner product of what `encode` returns."""

    def search(queries: Sequence[str], passages: Sequence[str]) -> Ranks:
        scores = encode(queries) @ encode(passages).T
        return np.argsort(-scores, axis=1, kind="stable")[:, :_TOP]

    return search


def search_bm25(queries: Sequence[str], passages: Sequence[str]) -> Ranks:
    """Search with BM25 over words and character bigrams."""
    index = bm25s.BM25()
    index.index([_terms(passage) for passage in passages], show_progress=False)
    found, _ = index.retrieve(
        [_terms(query) for query in queries], k=min(_TOP, len(passages)), show_progress=False
    )
    return np.asarray(found, dtype=np.int64)


def _terms(text: str) -> list[str]:
    words = [word for word in rjieba.cut(text) if word.isalnum()]
    return words + [text[i : i + 2] for i in range(len(text) - 1) if text[i : i + 2].isalnum()]
