"""One indicator by place and year, read and put on a pane."""

from dataclasses import replace

from assistant.exploring.filters import OF_FIGURES, LedgerFilters
from assistant.exploring.indicators import is_indicator
from assistant.exploring.ledgers import commonest, count_figures, scope
from assistant.exploring.matrix import Matrix, matrix
from assistant.exploring.years import Measured, figures_about, latest, measured
from assistant.faces.page.explore import headings, parts
from assistant.faces.page.explore.asked import Asked, written
from assistant.faces.page.explore.downloads import downloads
from assistant.faces.page.explore.emptiness import no_figures
from assistant.faces.page.explore.grids import matrix_table
from assistant.faces.page.explore.pane import Pane, Source, window
from assistant.faces.page.explore.wording import Words
from assistant.faces.rendering import element, joined

# So many places at once; the years are the last ones unless others are asked for.
LINES = 60
MOST_YEARS = 12
MOST_YEARS_ASKED = 40
# Where no indicator is chosen the commonest is shown of which there are such figures.
MOST_TRIED = 20


def matrix_pane(source: Source, asked: Asked, words: Words) -> Pane:
    """Return one indicator by place and year; the commonest where none is chosen."""
    filters, kinds = _found(source, asked.filters.only(*OF_FIGURES))
    if not kinds:
        return Pane(no_figures(source.tables, filters, words))
    kind = next((one for one in kinds if one.measure == asked.measure), kinds[0])
    years = latest(kind.years, most_years(filters))
    targets = figures_about(source.tables, filters, years.years, measure=kind.measure)
    who = scope(source.tables, filters, targets)
    whole = matrix(targets, who, filters.indicator or "", kind.measure)
    rows, part = window(whole.rows, asked.page, LINES)
    facts = (
        *_facts(whole, words),
        "" if asked.filters.indicator else words.not_chosen,
        headings.left_out(years, words),
        headings.shown(part, words),
    )
    # The files hold all years: that of a notice and that of a figure are not always the same.
    everything = filters.without("years")
    count = count_figures(source.tables, everything)
    content = (
        headings.heading(facts, downloads("targets", everything, count, words)),
        parts.legend("matrix", words),
        matrix_table(rows, whole.years, words),
    )
    choices = tuple((_choice(one, words), written(one.measure)) for one in kinds)
    measure = written(kind.measure)
    return Pane(joined(content), part.page, part.has_more, choices, measure, len(whole.speaking))


def most_years(filters: LedgerFilters) -> int:
    """Return of how many years columns are shown."""
    return MOST_YEARS_ASKED if "years" in filters.used else MOST_YEARS


def _found(source: Source, filters: LedgerFilters) -> tuple[LedgerFilters, list[Measured]]:
    """Return the filters with an indicator, and how its figures are measured; none if there are none."""
    if filters.indicator:
        return filters, measured(source.tables, filters)
    tried = commonest(source.tables, filters, MOST_TRIED)
    # 投资 and 企业 are commoner than any indicator, and say nothing by themselves.
    for name in sorted(tried, key=lambda name: not is_indicator(name)):
        of_one = replace(filters, indicator=name)
        kinds = measured(source.tables, of_one)
        if kinds:
            return of_one, kinds
    return filters, []


def _facts(whole: Matrix, words: Words) -> tuple[object, ...]:
    found, silent = len(whole.speaking), len(whole.rows) - len(whole.speaking)
    return (
        element("strong", parts.indicator_name(whole.indicator, words)),
        parts.measure_name(whole.measure, words),
        words.matrix.format(found=found),
        words.silent.format(silent=silent) if silent else "",
    )


def _choice(kind: Measured, words: Words) -> str:
    return f"{parts.measure_name(kind.measure, words)} · {kind.total:,}"
