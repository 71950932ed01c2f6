"""Several rankings into one."""

from collections.abc import Iterable, Sequence

# Cormack, Clarke & Büttcher 2009, "Reciprocal rank fusion outperforms Condorcet".
RANK_CONSTANT = 60


def reciprocal_rank_fusion(
    rankings: Iterable[Sequence[int]],
) -> list[tuple[int, float]]:
    """Return the rows of all rankings with their fused score, best first; ties by row."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, row in enumerate(ranking, start=1):
            scores[row] = scores.get(row, 0.0) + 1 / (RANK_CONSTANT + rank)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))
