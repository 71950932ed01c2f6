"""The ledgers of figures and of tasks, and the calendar, read and put on a pane."""

from assistant.exploring.calendar import calendar
from assistant.exploring.filters import OF_FIGURES, OF_TASKS, LedgerFilters
from assistant.exploring.ledgers import Count, count_figures, figures
from assistant.exploring.speakers import speakers
from assistant.faces.page.explore import headings, parts
from assistant.faces.page.explore.agenda import agenda, months_strip
from assistant.faces.page.explore.asked import Asked
from assistant.faces.page.explore.downloads import downloads
from assistant.faces.page.explore.emptiness import no_figures, no_tasks
from assistant.faces.page.explore.lists import figures_table, tasks_table
from assistant.faces.page.explore.pane import Pane, Source, Window, window
from assistant.faces.page.explore.wording import Words
from assistant.faces.rendering import Html, joined
from corpus.notice import Task

ROWS = 200


def figures_pane(source: Source, asked: Asked, words: Words) -> Pane:
    """Return a page of the ledger of figures."""
    tables, filters = source.tables, asked.filters.only(*OF_FIGURES)
    count = count_figures(tables, filters)
    if not count.number:
        return Pane(no_figures(tables, filters, words))
    after = (
        min(asked.page, (count.number - 1) // ROWS) * ROWS if count.is_exact else asked.page * ROWS
    )
    found = figures(tables, filters, ROWS + 1, after)
    shown = found[:ROWS]
    part = Window(after // ROWS, after + 1, after + len(shown), len(found) > ROWS)
    facts = headings.counted(count, words), headings.shown(part, words)
    content = (
        headings.heading(facts, downloads("targets", filters, count, words)),
        parts.legend("figures", words),
        figures_table(shown, speakers(tables.notices()), source.notices, words),
    )
    return Pane(joined(content), part.page, part.has_more)


def tasks_pane(source: Source, asked: Asked, words: Words) -> Pane:
    """Return a page of the ledger of tasks."""
    filters = asked.filters.only(*OF_TASKS)
    found = _tasks(source, filters)
    if not found:
        return _no_tasks(source, filters, words)
    shown, part = window(found, asked.page, ROWS)
    who = speakers(source.tables.notices())
    content = (
        _heading(filters, len(found), part, words),
        parts.legend("tasks", words),
        tasks_table(shown, who, source.notices, words),
    )
    return Pane(joined(content), part.page, part.has_more)


def calendar_pane(source: Source, asked: Asked, words: Words) -> Pane:
    """Return a page of the tasks by month, below how many each month has."""
    filters = asked.filters.only(*OF_TASKS)
    whole = calendar(_tasks(source, filters))
    in_order = whole.tasks
    if not in_order:
        return _no_tasks(source, filters, words)
    _, part = window(in_order, asked.page, ROWS)
    content = (
        _heading(filters, len(in_order), part, words),
        parts.legend("calendar", words),
        months_strip(whole, words),
        agenda(whole, part, speakers(source.tables.notices()), words),
    )
    return Pane(joined(content), part.page, part.has_more)


def _tasks(source: Source, filters: LedgerFilters) -> list[Task]:
    """Return the tasks that match, of the notices of the generation that is read."""
    found = source.assistant.tasks(filters.notices, filters.responsible, filters.due_before)
    return [task for task in found if task.notice_id in source.notices]


def _no_tasks(source: Source, filters: LedgerFilters, words: Words) -> Pane:
    return Pane(no_tasks(filters, lambda some: len(_tasks(source, some)), words))


def _heading(filters: LedgerFilters, number: int, part: Window, words: Words) -> Html:
    count = Count(number)
    facts = headings.counted(count, words), headings.shown(part, words)
    return headings.heading(facts, downloads("tasks", filters, count, words))
