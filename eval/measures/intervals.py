"""A mean over questions and how far it would move with other questions."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES = 2000
SEED = 20160506


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean with its 95 % interval, over so many questions."""

    mean: float
    low: float
    high: float
    questions: int


def figure(values: Sequence[float], *, resamples: int = RESAMPLES, seed: int = SEED) -> Figure:
    """Return the mean with a percentile bootstrap interval (Efron 1979), the same every time.

    :raises ValueError: if there are no values.
    """
    if not values:
        raise ValueError("A figure needs at least one value, received none.")
    sample = np.asarray(values, dtype=np.float64)
    draws = np.random.default_rng(seed).integers(0, len(sample), (resamples, len(sample)))
    low, high = np.percentile(sample[draws].mean(axis=1), [2.5, 97.5])
    return Figure(float(sample.mean()), float(low), float(high), len(sample))
