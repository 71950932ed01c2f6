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
    cells: dict[tuple[Speaker, Year], list[Target]] = defaultdict(list)
    for target in targets:
        counts = target.indicator == indicator and Measure.of(target) == measure
        if counts and target.notice_id in scope:
            cells[scope[target.notice_id], year_of(target)].append(target)
    years = ascending(year for _, year in cells)
    in_order = sorted(set(scope.values()), key=lambda speaker: speaker.rank)
    rows = (MatrixRow(one, tuple(_cell(cells, one, year) for year in years)) for one in in_order)
    return Matrix(indicator, measure, years, tuple(rows))


def ascending(years: Iterable[Year]) -> tuple[Year, ...]:
    """Return the years, each once, in order; one that is not known comes last."""
    return tuple(sorted(set(years), key=lambda year: (year is None, year or 0)))


def _cell(
    cells: Mapping[tuple[Speaker, Year], Sequence[Target]], speaker: Speaker, year: Year
) -> Cell:
    return stated(cells.get((speaker, year), ()))
