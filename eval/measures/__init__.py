"""What is measured: rankings, wording, rows, citations; and how sure a mean is."""

from eval.measures.citations import citation_precision, citation_recall, verbatim_share
from eval.measures.intervals import Figure, figure
from eval.measures.ranking import ndcg_at_k, recall_at_k, reciprocal_rank_at_k
from eval.measures.rows import RowScore, row_score
from eval.measures.wording import normalise, says

__all__ = [
    "Figure",
    "RowScore",
    "citation_precision",
    "citation_recall",
    "figure",
    "ndcg_at_k",
    "normalise",
    "recall_at_k",
    "reciprocal_rank_at_k",
    "row_score",
    "says",
    "verbatim_share",
]
