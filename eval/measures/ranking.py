"""Ranking measures, equal to those of `ir_measures` on the same qrels and run.

Relevance is a grade per passage; a passage that the ranking repeats counts once, at its first rank.
"""

from collections.abc import Mapping, Sequence
from math import log2

Relevance = Mapping[str, int]


def _gains(relevance: Relevance, ranking: Sequence[str], k: int) -> list[int]:
    unique = list(dict.fromkeys(ranking))[:k]
    return [max(0, relevance.get(passage_id, 0)) for passage_id in unique]


def _dcg(gains: Sequence[int]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, start=1))


def ndcg_at_k(relevance: Relevance, ranking: Sequence[str], k: int) -> float:
    """Return nDCG@k with linear gain (Järvelin and Kekäläinen 2002); 0 if nothing is relevant."""
    ideal = _dcg(sorted((max(0, grade) for grade in relevance.values()), reverse=True)[:k])
    return _dcg(_gains(relevance, ranking, k)) / ideal if ideal else 0.0


def reciprocal_rank_at_k(relevance: Relevance, ranking: Sequence[str], k: int) -> float:
    """Return one over the rank of the first relevant passage; 0 if none is among the first k."""
    for rank, gain in enumerate(_gains(relevance, ranking, k), start=1):
        if gain > 0:
            return 1 / rank
    return 0.0


def recall_at_k(relevance: Relevance, ranking: Sequence[str], k: int) -> float:
    """Return the share of the relevant passages that are among the first k."""
    relevant = sum(grade > 0 for grade in relevance.values())
    found = sum(gain > 0 for gain in _gains(relevance, ranking, k))
    return found / relevant if relevant else 0.0
