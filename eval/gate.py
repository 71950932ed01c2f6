"""A gate: figures that a run must reach, so that a change that breaks something shows.

A gate file holds ``[[threshold]]`` tables with `measure`, `minimum` or `maximum`, and, for one
type of question, `type`. Against an earlier run ``[[regression]]`` tables say by how much a
`measure` may fall (`maximum`), and `turned_wrong` how many questions may turn wrong.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import UsageError
from eval.comparison import Comparison
from eval.judging.scoring import MEASURES
from eval.judging.summary import Summary

KEYS = {"threshold", "regression", "turned_wrong"}


@dataclass(frozen=True, slots=True)
class Threshold:
    """What a measure must be at least and at most, overall or for one type."""

    measure: str
    type: str | None
    minimum: float
    maximum: float


@dataclass(frozen=True, slots=True)
class Regression:
    """By how much a measure may be below that of an earlier run."""

    measure: str
    maximum: float


@dataclass(frozen=True, slots=True)
class Gate:
    """All that must hold; `turned_wrong` is None where any number of questions may turn wrong."""

    thresholds: tuple[Threshold, ...] = ()
    regressions: tuple[Regression, ...] = ()
    turned_wrong: int | None = None

    @property
    def compares(self) -> bool:
        """Whether the gate needs an earlier run."""
        return bool(self.regressions) or self.turned_wrong is not None


@dataclass(frozen=True, slots=True)
class Miss:
    """What does not hold, as a sentence, and the figure that was reached; None if none was."""

    limit: Threshold | Regression | int
    reached: float | None

    def __str__(self) -> str:
        limit = self.limit
        reached = "was not measured" if self.reached is None else f"is {self.reached:.3f}"
        if isinstance(limit, Threshold):
            name = f"{limit.type}: {limit.measure}" if limit.type else limit.measure
            return f"{name} {reached}, expected {limit.minimum:g} to {limit.maximum:g}"
        if isinstance(limit, Regression):
            return f"fall of {limit.measure} {reached}, allowed {limit.maximum:g}"
        return f"{self.reached:g} questions turned wrong, allowed {limit}"


def read_gate(path: Path) -> Gate:
    """Read a gate file.

    :raises UsageError: if it is not readable, not TOML, empty, or a table of it cannot be used.
    """
    try:
        held = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"The gate {path} cannot be read ({error}). Give a TOML file.") from error
    if unknown := sorted(held.keys() - KEYS):
        raise UsageError(f"The gate {path} holds {unknown[0]!r}. It may hold {', '.join(KEYS)}.")
    thresholds, regressions = held.get("threshold", []), held.get("regression", [])
    turned = held.get("turned_wrong")
    if not isinstance(thresholds, list) or not isinstance(regressions, list) or not held:
        raise UsageError(f"The gate {path} holds no [[threshold]]. Add at least one.")
    if turned is not None and (type(turned) is not int or turned < 0):
        raise UsageError(f"turned_wrong of the gate is {turned!r}. Give a whole number from 0 on.")
    return Gate(tuple(map(_threshold, thresholds)), tuple(map(_regression, regressions)), turned)


def _threshold(table: Any) -> Threshold:  # noqa: ANN401 - whatever the TOML file holds
    if not _is_usable(table, {"measure", "type", "minimum", "maximum"}):
        raise _unusable("threshold", table, "a minimum or a maximum")
    limits = table.get("minimum", 0.0), table.get("maximum", 1.0)
    return Threshold(table["measure"], table.get("type"), *limits)


def _regression(table: Any) -> Regression:  # noqa: ANN401 - whatever the TOML file holds
    if not _is_usable(table, {"measure", "maximum"}):
        raise _unusable("regression", table, "the maximum it may fall by")
    return Regression(table["measure"], table["maximum"])


def _unusable(what: str, table: object, limit: str) -> UsageError:
    return UsageError(
        f"A {what} of the gate cannot be used: {table}. "
        f"Give a measure ({', '.join(MEASURES)}) and {limit}."
    )


def _is_usable(table: Any, fields: set[str]) -> bool:  # noqa: ANN401 - whatever the TOML file holds
    if not isinstance(table, dict) or table.keys() - fields:
        return False
    limits = [table[name] for name in ("minimum", "maximum") if name in table]
    numbers = all(type(limit) in (int, float) for limit in limits)
    named = table.get("measure") in MEASURES and isinstance(table.get("type", ""), str)
    return bool(limits) and numbers and named


def check(summary: Summary, gate: Gate, comparison: Comparison | None = None) -> list[Miss]:
    """Return what the run misses; a figure that was not measured is missed.

    :raises UsageError: if the gate compares with an earlier run and there is none.
    """
    misses = []
    for threshold in gate.thresholds:
        figure = summary.of(threshold.type).get(threshold.measure)
        if figure is None or not threshold.minimum <= figure.mean <= threshold.maximum:
            misses.append(Miss(threshold, figure.mean if figure else None))
    if gate.compares:
        if comparison is None:
            raise UsageError("The gate compares with an earlier run. Give one: --against RUN.")
        misses.extend(_fallen(gate, comparison))
    return misses


# Measures of what goes wrong: a rise is the fall.
RATES = ("false_answer_rate", "false_refusal_rate")


def _fallen(gate: Gate, comparison: Comparison) -> Iterator[Miss]:
    for limit in gate.regressions:
        change = comparison.of(limit.measure)
        sign = 1 if limit.measure in RATES else -1
        fall = sign * change.difference if change else None
        if fall is None or fall > limit.maximum + 1e-9:
            yield Miss(limit, fall)
    if gate.turned_wrong is not None and len(comparison.worse) > gate.turned_wrong:
        yield Miss(gate.turned_wrong, len(comparison.worse))
