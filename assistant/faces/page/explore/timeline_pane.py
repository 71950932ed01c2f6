"""One place through the years, read and put on a pane."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.exploring.figures import Year
from assistant.exploring.filters import OF_FIGURES, LedgerFilters
from assistant.exploring.holdings import HeldPlace, holdings
from assistant.exploring.ledgers import count_figures
from assistant.exploring.speakers import speakers
from assistant.exploring.timeline import timeline
from assistant.exploring.years import Shown, figures_about, latest, measured
from assistant.faces.page import views
from assistant.faces.page.explore import agenda, headings, parts
from assistant.faces.page.explore.asked import Asked
from assistant.faces.page.explore.downloads import downloads
from assistant.faces.page.explore.emptiness import no_figures
from assistant.faces.page.explore.grids import series_table
from assistant.faces.page.explore.matrix_pane import LINES, most_years
from assistant.faces.page.explore.pane import Pane, Source, window
from assistant.faces.page.explore.wording import Words
from assistant.faces.rendering import Html, element, joined
from corpus.notice import Task


def timeline_pane(source: Source, asked: Asked, words: Words) -> Pane:
    """Return one place through the years; the one with most figures where none is chosen."""
    held = place_of(source, asked)
    if held is None:
        return Pane(views.hint(_no_place(asked, words)))
    filters = replace(asked.filters.only(*OF_FIGURES), places=(held.place.full_name,))
    who = speakers(source.tables.notices())
    ids = [notice_id for notice_id, one in who.items() if one.place == held.place]
    years = _years(source, filters, ids)
    targets = figures_about(source.tables, filters, years.years, ids=ids)
    tasks = _tasks(source, filters, ids)
    if not targets and not tasks:
        return Pane(no_figures(source.tables, filters, words))
    whole = timeline(targets, tasks, who[ids[0]])
    lines, part = window(whole.series, asked.page, LINES)
    facts = (
        element("strong", parts.speaker_name(whole.speaker, words)),
        words.series.format(series=f"{len(whole.series):,}"),
        "" if asked.place or asked.filters.places else words.place_not_chosen,
        headings.left_out(years, words),
        headings.shown(part, words),
    )
    everything = filters.without("years")
    count = count_figures(source.tables, everything)
    content = (
        headings.heading(facts, downloads("targets", everything, count, words)),
        parts.legend("timeline", words),
        series_table(lines, whole.years, words) if lines else "",
        _due(agenda.due_by_year(whole.due, who, words), words) if not part.page else "",
    )
    return Pane(joined(content), part.page, part.has_more)


def place_of(source: Source, asked: Asked) -> HeldPlace | None:
    """Return the place that is shown: that asked for, else one of the filter, else the fullest."""
    held = holdings(source.tables)
    if asked.place:
        return held.speaking(asked.place)
    named = (held.speaking(name) for name in asked.filters.places)
    return next(filter(None, named), held.fullest)


def _no_place(asked: Asked, words: Words) -> str:
    if not asked.place:
        return words.no_place
    unmatched = words.unmatched.format(name=words.filters["place"], value=asked.place)
    return f"{words.none}\n{unmatched}"


def _years(source: Source, filters: LedgerFilters, ids: Sequence[str]) -> Shown:
    counts: Counter[Year] = Counter()
    for kind in measured(source.tables, filters, ids):
        counts.update(kind.years)
    return latest(counts, most_years(filters))


def _tasks(source: Source, filters: LedgerFilters, ids: Sequence[str]) -> list[Task]:
    """Return the tasks of the place; those of an indicator, or achieved ones, there are none."""
    if filters.indicator or filters.kind:
        return []
    own = set(ids)
    found = source.assistant.tasks(filters.notices)
    return [task for task in found if task.notice_id in own]


def _due(groups: Html, words: Words) -> Html:
    return joined([views.label(words.due), groups]) if groups else Html()
