"""What is measured: rankings, wording, rows, citations; and how sure a mean is."""

from eval.measures.citations import citation_precision, citation_recall, verbatim_share
from eval.measures.intervals import Figure, figure
from eval.measures.ranking import RANKING_MEASURES, ranking_scores, run_of, run_scores
from eval.measures.rows import RowScore, row_score
from eval.measures.support import supported_share
from eval.measures.wording import normalise, says

__all__ = [
    "RANKING_MEASURES",
    "Figure",
    "RowScore",
    "citation_precision",
    "citation_recall",
    "figure",
    "normalise",
    "ranking_scores",
    "row_score",
    "run_of",
    "run_scores",
    "says",
    "supported_share",
    "verbatim_share",
]
