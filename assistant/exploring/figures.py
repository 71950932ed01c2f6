"""Figures that may stand beside each other: of one measure, each said once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from corpus.notice import Target

Year = int | None


class Measure(NamedTuple):
    """What is done and in which unit it is counted: 新增, 家; figures of two are never mixed."""

    action: str
    unit: str

    @classmethod
    def of(cls, target: Target) -> "Measure":
        """Return how a figure is measured."""
        return cls(target.action, target.unit)


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure where it is first stated, and how often the same is stated."""

    target: Target
    times: int = 1


def kinds(targets: Iterable[Target]) -> list[tuple[Measure, int]]:
    """Return the measures of figures with how many there are of each, most frequent first."""
    found = Counter(Measure.of(target) for target in targets)
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))


def stated(targets: Iterable[Target]) -> tuple[Stated, ...]:
    """Return the figures, each once, goals before results, otherwise in the order given."""
    by_value: dict[tuple[object, ...], list[Target]] = {}
    for target in targets:
        key = (
            target.kind, target.indicator, target.action, target.comparator, target.number,
            target.unit, target.scope,
        )  # fmt: skip
        by_value.setdefault(key, []).append(target)
    found = [Stated(same[0], len(same)) for same in by_value.values()]
    return tuple(sorted(found, key=lambda one: one.target.kind != "target"))


def year_of(target: Target) -> Year:
    """Return the year that a figure is about; that of its notice where it is not said."""
    return target.target_year or target.year
