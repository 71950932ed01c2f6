"""Ranking measures, by `ir_measures`: one value a question, also for a question without a ranking.

Relevance is a grade per passage. A passage that a ranking repeats counts once, at its first rank.
"""

from collections.abc import Mapping, Sequence

import ir_measures
from ir_measures import RR, Judged, R, nDCG

Relevance = Mapping[str, int]

# Ours to theirs: nDCG with linear gain (Järvelin and Kekäläinen 2002), as trec_eval has it.
RANKING_MEASURES = {
    "ndcg_at_10": nDCG @ 10,
    "mrr_at_10": RR @ 10,
    "recall_at_1": R @ 1,
    "recall_at_5": R @ 5,
    "recall_at_10": R @ 10,
    "judged_at_10": Judged @ 10,
}


def run_of(rankings: Mapping[str, Sequence[str]]) -> dict[str, dict[str, float]]:
    """Return rankings as a TREC run: question to passage to a score that falls with the rank."""
    return {
        question: {p: 1 / rank for rank, p in enumerate(dict.fromkeys(ranking), start=1)}
        for question, ranking in rankings.items()
    }


def ranking_scores(
    qrels: Mapping[str, Relevance], rankings: Mapping[str, Sequence[str]]
) -> dict[str, dict[str, float]]:
    """Return question to measure to value, for every question of the qrels.

    A question that is missing from the rankings, or for which nothing is relevant, scores 0.
    """
    return run_scores(qrels, run_of(rankings))


def run_scores(
    qrels: Mapping[str, Relevance], run: Mapping[str, Mapping[str, float]]
) -> dict[str, dict[str, float]]:
    """Return the same for a run: question to passage to score.

    Passages of one score are left to `ir_measures`, which orders them by name, for nDCG and
    Recall backwards (trec_eval) and for MRR forwards (MS MARCO).
    """
    found = {question: dict.fromkeys(RANKING_MEASURES, 0.0) for question in qrels}
    names = {str(measure): name for name, measure in RANKING_MEASURES.items()}
    judged = {question: dict(relevance) for question, relevance in qrels.items() if relevance}
    scored = {question: dict(passages) for question, passages in run.items() if passages}
    for metric in ir_measures.iter_calc(list(RANKING_MEASURES.values()), judged, scored):
        found[metric.query_id][names[str(metric.measure)]] = float(metric.value)
    return found
