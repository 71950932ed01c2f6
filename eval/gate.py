"""A gate: figures that a run must reach, so that a change that breaks something shows.

A gate file holds ``[[threshold]]`` tables with `measure`, `minimum` or `maximum`, and, for one
type of question, `type`.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import UsageError
from eval.judging.scoring import MEASURES
from eval.judging.summary import Summary


@dataclass(frozen=True, slots=True)
class Threshold:
    """What a measure must be at least and at most, overall or for one type."""

    measure: str
    type: str | None
    minimum: float
    maximum: float


@dataclass(frozen=True, slots=True)
class Miss:
    """A threshold and the figure that misses it; None where nothing was measured."""

    threshold: Threshold
    reached: float | None

    def __str__(self) -> str:
        limit = self.threshold
        name = f"{limit.type}: {limit.measure}" if limit.type else limit.measure
        reached = "was not measured" if self.reached is None else f"is {self.reached:.3f}"
        return f"{name} {reached}, expected {limit.minimum:g} to {limit.maximum:g}"


def read_gate(path: Path) -> list[Threshold]:
    """Read the thresholds of a gate file.

    :raises UsageError: if it is not readable, not TOML, empty, or a threshold cannot be used.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("threshold", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"The gate {path} cannot be read ({error}). Give a TOML file.") from error
    if not isinstance(tables, list) or not tables:
        raise UsageError(f"The gate {path} holds no [[threshold]]. Add at least one.")
    return [_threshold(table) for table in tables]


def _threshold(table: Any) -> Threshold:  # noqa: ANN401 - whatever the TOML file holds
    if not _is_usable(table):
        raise UsageError(
            f"A threshold of the gate cannot be used: {table}. "
            f"Give a measure ({', '.join(MEASURES)}) and a minimum or a maximum."
        )
    limits = table.get("minimum", 0.0), table.get("maximum", 1.0)
    return Threshold(table["measure"], table.get("type"), *limits)


def _is_usable(table: Any) -> bool:  # noqa: ANN401 - whatever the TOML file holds
    if not isinstance(table, dict) or table.keys() - {"measure", "type", "minimum", "maximum"}:
        return False
    limits = [table[name] for name in ("minimum", "maximum") if name in table]
    numbers = all(isinstance(limit, (int, float)) for limit in limits)
    named = table.get("measure") in MEASURES and isinstance(table.get("type", ""), str)
    return bool(limits) and numbers and named


def check(summary: Summary, thresholds: list[Threshold]) -> list[Miss]:
    """Return what the run misses; a figure that was not measured is missed."""
    misses = []
    for threshold in thresholds:
        figure = summary.of(threshold.type).get(threshold.measure)
        if figure is None or not threshold.minimum <= figure.mean <= threshold.maximum:
            misses.append(Miss(threshold, figure.mean if figure else None))
    return misses
