"""One indicator: places down, years across, in each cell what is said."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.exploring.figures import Measure, Stated, Year, stated, year_of
from assistant.exploring.speakers import Speaker
from corpus.notice import Target

Cell = tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A place with a cell per year, empty where it says nothing."""

    speaker: Speaker
    cells: tuple[Cell, ...]

    @property
    def is_silent(self) -> bool:
        """Whether no cell holds a figure."""
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The figures of an indicator in one measure; `years` ascend, figures of no year come last."""

    indicator: str
    measure: Measure
    years: tuple[Year, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def speaking(self) -> tuple[MatrixRow, ...]:
        """The rows that hold a figure."""
        return tuple(row for row in self.rows if not row.is_silent)


def matrix(
    targets: Iterable[Target],
    scope: Mapping[str, Speaker],
    indicator: str,
    measure: Measure,
) -> Matrix:
    """Return the figures of an indicator by place and by the year that they are about.

    :param scope: who speaks in each notice in scope; one without a figure has a row all the same.
    """
    cells: dict[tuple[str, str], dict[Year, list[Target]]] = defaultdict(lambda: defaultdict(list))
    for target in targets:
        counts = target.indicator == indicator and Measure.of(target) == measure
        if counts and target.notice_id in scope:
            cells[scope[target.notice_id].key][year_of(target)].append(target)
    years = ascending(year for of_place in cells.values() for year in of_place)
    in_order = sorted({one.key: one for one in scope.values()}.values(), key=lambda one: one.rank)
    rows = (MatrixRow(one, _cells(cells.get(one.key, {}), years)) for one in in_order)
    return Matrix(indicator, measure, years, tuple(rows))


def ascending(years: Iterable[Year]) -> tuple[Year, ...]:
    """Return the years, each once, in order; one that is not known comes last."""
    return tuple(sorted(set(years), key=lambda year: (year is None, year or 0)))


def _cells(by_year: Mapping[Year, Sequence[Target]], years: Sequence[Year]) -> tuple[Cell, ...]:
    return tuple(stated(by_year[year]) if year in by_year else () for year in years)
