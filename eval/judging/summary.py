"""The figures of a run: overall, by type, and how long answers took."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from eval.judging.scoring import MEASURES, Score
from eval.measures import Figure, figure
from eval.running.reply import Reply

Figures = dict[str, Figure]


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds from question to answer: the median, and what 99 of 100 stay below."""

    p50: float
    p99: float


@dataclass(frozen=True, slots=True)
class Summary:
    """Means over questions with their intervals; a measure that applies to none is absent."""

    questions: int
    overall: Figures
    by_type: dict[str, Figures]
    latency_ms: Latency | None

    def of(self, type_: str | None) -> Figures:
        """Return the figures of a type, or overall for None; empty for a type that never occurs."""
        return self.overall if type_ is None else self.by_type.get(type_, {})


def summarise(scores: Sequence[Score], replies: Sequence[Reply] = ()) -> Summary:
    """Return the figures of the scores, types in the order in which they occur."""
    types = dict.fromkeys(score.type for score in scores)
    by_type = {name: _figures([s for s in scores if s.type == name]) for name in types}
    return Summary(len(scores), _figures(scores), by_type, _latency(replies))


def _figures(scores: Sequence[Score]) -> Figures:
    columns = {
        name: [score.values[name] for score in scores if name in score.values] for name in MEASURES
    }
    return {name: figure(values) for name, values in columns.items() if values}


def _latency(replies: Sequence[Reply]) -> Latency | None:
    if not replies:
        return None
    p50, p99 = np.percentile([reply.latency_ms for reply in replies], [50, 99])
    return Latency(float(p50), float(p99))
