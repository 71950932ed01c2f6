"""Whether answers are right as often as their confidence says."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

# Equal-count bins: answers crowd near 1, where equal widths would put all of them in one.
BINS = 5


@dataclass(frozen=True, slots=True)
class Bin:
    """Questions of like confidence: how sure their answers were on average, how many were right."""

    questions: int
    confidence: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How confidence and correctness go together.

    `error` is the expected calibration error (Naeini et al. 2015), the mean distance of the bins
    weighted by their size; `brier` the mean squared distance of confidence and correctness; `auc`
    how often a right answer is surer than a wrong one, None where all or none are right.
    """

    questions: int
    bins: tuple[Bin, ...]
    error: float
    brier: float
    auc: float | None


def calibration(pairs: Sequence[tuple[float, bool]], bins: int = BINS) -> Calibration | None:
    """Return the calibration of (confidence, right) pairs; None without any."""
    if not pairs:
        return None
    sure, right = np.array(sorted(pairs), dtype=np.float64).T
    found = [
        Bin(len(part), float(sure[part].mean()), float(right[part].mean()))
        for part in np.array_split(np.arange(len(sure)), min(bins, len(sure)))
    ]
    distances = [b.questions * abs(b.confidence - b.accuracy) for b in found]
    return Calibration(
        questions=len(sure),
        bins=tuple(found),
        error=float(sum(distances) / len(sure)),
        brier=float(((sure - right) ** 2).mean()),
        auc=_auc(sure[right == 1], sure[right == 0]),
    )


def _auc(right: np.ndarray, wrong: np.ndarray) -> float | None:
    if not len(right) or not len(wrong):
        return None
    above = (right[:, None] > wrong[None, :]).mean()
    level = (right[:, None] == wrong[None, :]).mean()
    return float(above + level / 2)
