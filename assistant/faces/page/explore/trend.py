"""A line of a place as a small picture: a dot for each figure, goals and results in their colours."""

from collections.abc import Iterator, Sequence
from math import isfinite

from assistant.exploring.figures import Year
from assistant.exploring.timeline import Series
from assistant.faces.rendering import Html, element
from corpus.notice import Kind, Target

# In pixels: from one year to the next, and the height and the size of a dot.
STEP = 10
HEIGHT = 26
DOT = 4
# Fewer years are read faster than they are seen.
FEWEST_YEARS = 3

Dot = tuple[int, float, Kind]


def trend(line: Series, years: Sequence[Year]) -> Html:
    """Return the picture; empty where there are figures of too few years, or all are the same.

    :param years: the columns of the table; the picture has the same, a figure of no year has no dot.
    """
    dots = list(_dots(line, years))
    values = [value for _, value, _ in dots]
    if len({column for column, _, _ in dots}) < FEWEST_YEARS or len(set(values)) < 2:
        return Html()
    lowest, highest = min(values), max(values)
    shown = (
        element(
            "rect",
            x=column * STEP + (STEP - DOT) // 2,
            y=round((HEIGHT - DOT) * (highest - value) / (highest - lowest), 1),
            width=DOT,
            height=DOT,
            rx=DOT // 2,
            class_=kind,
        )
        for column, value, kind in dots
    )
    return element("svg", *shown, width=len(years) * STEP, height=HEIGHT, class_="trend")


def _dots(line: Series, years: Sequence[Year]) -> Iterator[Dot]:
    """Yield column, value and kind; results come last, so that they lie above goals."""
    columns = {year: column for column, year in enumerate(years) if year is not None}
    for points in (line.targets, line.achieved):
        for year, figures in points.items():
            for one in figures:
                value = _value(one.target)
                if year in columns and isfinite(value):
                    yield columns[year], value, one.target.kind


def _value(target: Target) -> float:
    number = target.number
    return sum(number) / 2 if isinstance(number, tuple) else number
