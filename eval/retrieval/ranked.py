"""Rankings against judgements: the measures with intervals, and two rankings side by side."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from eval.comparison import Change, randomisation_test
from eval.judging.summary import Latency
from eval.measures import RANKING_MEASURES, Figure, figure, run_scores

Qrels = Mapping[str, Mapping[str, int]]
Run = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """What a ranking came to; `values` are the measures of each question of the qrels."""

    questions: int
    overall: Mapping[str, Figure]
    values: Mapping[str, Mapping[str, float]]
    latency_ms: Latency | None = None
    changes: tuple[Change, ...] = ()


def ranked(qrels: Qrels, run: Run, latency: Latency | None = None) -> Ranked:
    """Return the measures of a run; a question that is missing scores 0, one unjudged is left out.

    :raises ValueError: if nothing is judged.
    """
    values = run_scores(qrels, run)
    overall = {name: figure([v[name] for v in values.values()]) for name in RANKING_MEASURES}
    return Ranked(len(values), overall, values, latency)


def changes(after: Ranked, before: Ranked) -> tuple[Change, ...]:
    """Return what each measure did between two rankings of the same questions."""
    found = []
    for name in RANKING_MEASURES:
        then = np.array([before.values[question][name] for question in after.values])
        now = np.array([after.values[question][name] for question in after.values])
        p_value = randomisation_test(now - then)
        found.append(Change(name, len(now), float(then.mean()), float(now.mean()), p_value))
    return tuple(found)
