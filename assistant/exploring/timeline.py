"""One place through the years: a line per indicator and measure, and what is due when."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.exploring.calendar import in_order_of_days
from assistant.exploring.figures import Measure, Stated, Year, stated, year_of
from assistant.exploring.matrix import ascending
from assistant.exploring.speakers import Speaker
from corpus.notice import Kind, Target, Task

Points = Mapping[Year, tuple[Stated, ...]]


@dataclass(frozen=True, slots=True)
class Series:
    """What a place says of an indicator in one measure, by year: its goals, and what was achieved."""

    indicator: str
    measure: Measure
    targets: Points
    achieved: Points

    @property
    def years(self) -> tuple[Year, ...]:
        """The years of which something is said."""
        return ascending([*self.targets, *self.achieved])

    @property
    def size(self) -> int:
        """How many figures it holds."""
        points = (*self.targets.values(), *self.achieved.values())
        return sum(len(figures) for figures in points)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The lines of a place, the longest first, and its tasks by the year that they are due in."""

    speaker: Speaker
    years: tuple[Year, ...]
    series: tuple[Series, ...]
    due: tuple[tuple[Year, tuple[Task, ...]], ...]


def timeline(targets: Iterable[Target], tasks: Iterable[Task], speaker: Speaker) -> Timeline:
    """Return what the figures and tasks of one place make through the years."""
    lines: dict[tuple[str, Measure], list[Target]] = defaultdict(list)
    for target in targets:
        lines[target.indicator, Measure.of(target)].append(target)
    series = sorted((_series(*key, found) for key, found in lines.items()), key=_rank)
    years = ascending(year for line in series for year in line.years)
    return Timeline(speaker, years, tuple(series), _due(tasks))


def _series(indicator: str, measure: Measure, targets: Sequence[Target]) -> Series:
    return Series(indicator, measure, _points(targets, "target"), _points(targets, "achieved"))


def _points(targets: Sequence[Target], kind: Kind) -> Points:
    by_year: dict[Year, list[Target]] = defaultdict(list)
    for target in targets:
        if target.kind == kind:
            by_year[year_of(target)].append(target)
    return {year: stated(found) for year, found in by_year.items()}


def _rank(series: Series) -> tuple[int, int, str, Measure]:
    return -len(series.years), -series.size, series.indicator, series.measure


def _due(tasks: Iterable[Task]) -> tuple[tuple[Year, tuple[Task, ...]], ...]:
    by_year: dict[Year, list[Task]] = defaultdict(list)
    for task in in_order_of_days(tasks):
        by_year[task.due_on.year if task.due_on else task.year].append(task)
    return tuple((year, tuple(by_year[year])) for year in ascending(by_year))
