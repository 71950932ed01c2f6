"""The matrix of one indicator and the lines of one place, as tables with a column per year."""

from collections.abc import Iterable, Sequence

from assistant.exploring.figures import Year
from assistant.exploring.matrix import MatrixRow
from assistant.exploring.timeline import Series
from assistant.faces.page.explore import parts
from assistant.faces.page.explore.trend import trend
from assistant.faces.page.explore.wording import Words
from assistant.faces.rendering import Html, element, joined


def matrix_table(rows: Iterable[MatrixRow], years: Sequence[Year], words: Words) -> Html:
    """Return places down, years across; a place that says nothing has dashes."""
    lines = (
        _line(
            parts.speaker_name(row.speaker, words),
            [parts.figures(cell, words) for cell in row.cells],
            is_silent=row.is_silent,
        )
        for row in rows
    )
    return _grid(words.filters["place"], years, lines, words)


def series_table(series: Iterable[Series], years: Sequence[Year], words: Words) -> Html:
    """Return indicators down, years across; in a cell the goals stand above what was achieved."""
    lines = (
        _line(
            joined([_name(line, words), trend(line, years)]),
            [_points(line, year, words) for year in years],
        )
        for line in series
    )
    return _grid(words.filters["indicator"], years, lines, words)


def _grid(corner: str, years: Sequence[Year], lines: Iterable[Html], words: Words) -> Html:
    head = element(
        "tr",
        element("th", corner, scope="col", class_="sortable"),
        *(element("th", parts.year(year, words), scope="col", class_="sortable") for year in years),
    )
    whole = element(
        "table", element("thead", head), element("tbody", *lines), class_="sortable ledger grid"
    )
    return parts.box(whole)


def _line(name: object, contents: Iterable[Html], *, is_silent: bool = False) -> Html:
    shown = (
        element("td", content) if content else element("td", parts.DASH, class_="silent")
        for content in contents
    )
    heading = element("th", name, scope="row")
    return element("tr", heading, *shown, class_="silent" if is_silent else None)


def _name(line: Series, words: Words) -> Html:
    measure = element("small", parts.measure_name(line.measure, words))
    return joined([parts.indicator_name(line.indicator, words), measure], " ")


def _points(line: Series, year: Year, words: Words) -> Html:
    return joined(
        parts.figures(points.get(year, ()), words) for points in (line.targets, line.achieved)
    )
