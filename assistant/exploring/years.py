"""Figures by the years that they are about, whichever years their notices are of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assistant.exploring.figures import Measure, Year, year_of
from assistant.exploring.filters import LedgerFilters
from assistant.exploring.ledgers import ids_of, names_of
from corpus.notice import Target, Years
from embeddings.archive.tables import Tables


@dataclass(frozen=True, slots=True)
class Measured:
    """How many figures there are of a measure, by the year that they are about."""

    measure: Measure
    years: Mapping[Year, int]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.years.values())


def measured(
    tables: Tables, filters: LedgerFilters, ids: Sequence[str] | None = None
) -> list[Measured]:
    """Return the measures of the figures about the years of the filters, most frequent first.

    :param ids: the notices whose figures count; without them those of the places.
    """
    ids, years = _ids(tables, filters, ids), filters.notices.years
    by_measure: dict[Measure, dict[Year, int]] = defaultdict(dict)
    for action, unit, year, count in tables.measures(ids, names_of(filters), filters.kind):
        if _is_about(year, years):
            by_measure[Measure(action, unit)][year] = count
    found = [Measured(measure, by_year) for measure, by_year in by_measure.items()]
    return sorted(found, key=lambda one: (-one.total, one.measure))


class Shown(NamedTuple):
    """The years that are shown, and how many figures are about years before: `left_out` those."""

    years: Years | None
    left_out: tuple[int, ...] = ()
    figures: int = 0


def latest(counts: Mapping[Year, int], most: int) -> Shown:
    """Return the last years of which there are figures.

    :param most: how many years, of which there are figures, are shown.
    """
    years = sorted(year for year in counts if year is not None)
    if not years:
        return Shown(None)
    left = tuple(years[:-most])
    return Shown(Years(years[-most:][0], years[-1]), left, sum(counts[year] for year in left))


def figures_about(
    tables: Tables,
    filters: LedgerFilters,
    years: Years | None,
    *,
    measure: Measure | None = None,
    ids: Sequence[str] | None = None,
) -> list[Target]:
    """Return the figures about some years, whichever years their notices are of.

    What was achieved in 2016 stands in the plan for 2017, a goal for 2020 in that of 2018. A figure
    of no year is among them.

    :param years: which of the years of the filters; None all of them.
    :param ids: the notices whose figures count; without them those of the places.
    """
    ids, years = _ids(tables, filters, ids), years or filters.notices.years
    found = tables.targets(ids, names_of(filters), filters.kind, years, measure)
    return [target for target in found if _is_about(year_of(target), years)]


def _is_about(year: Year, years: Years | None) -> bool:
    return year is None or years is None or years.first <= year <= years.last


def _ids(tables: Tables, filters: LedgerFilters, ids: Sequence[str] | None) -> Sequence[str] | None:
    return ids_of(tables, filters.without("years")) if ids is None else ids
