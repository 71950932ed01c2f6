"""Whether a question means what it was made for: it is analysed as it will be when it is asked."""

from collections.abc import Sequence
from functools import lru_cache

from assistant.answering.indicators import with_indicators
from assistant.answering.scope import in_scope
from assistant.answers.coverage import figures_for
from assistant.answers.imprint import field_asked
from assistant.answers.tasks import office_named
from assistant.question.analysis import Query, analyse
from assistant.question.conversation import standalone
from assistant.question.intent import asks_who
from assistant.retrieval.filters import Filters
from assistant.suggesting.told import Told
from corpus.notice import Task
from corpus.thesaurus import made_of_terms
from embeddings.archive.records import NoticeSummary
from embeddings.archive.tables import Tables

# One question is looked at from several sides.
_analysed = lru_cache(maxsize=256)(analyse)
made_of_terms(_analysed.cache_clear)


def tells(told: Told, question: str, tables: Tables) -> bool:
    """Return whether the notice of a figure answers a question about it."""
    query = _analysed(question)
    other_matter = field_asked(question) or asks_who(question) or query.kind == "tasks"
    for_figure = query.wanted == "number" or query.figure_kind == "target"
    if other_matter or not for_figure or not in_scope(query, [told.notice]):
        return False
    return _is_about(query, told, tables) and bool(figures_for(query, told.others))


def names_task(question: str, notice: NoticeSummary, task: Task, office: str | None = None) -> bool:
    """Return whether the notice answers a question for a task, or for those of an office of it."""
    query = _analysed(question)
    known = office is None or office_named(query.question, [task]) == office
    return known and query.kind == "tasks" and bool(in_scope(query, [notice]))


def lists(question: str, notice: NoticeSummary) -> bool:
    """Return whether the notice answers a question for all figures."""
    query = _analysed(question)
    return query.kind == "listing" and not query.has_topic and bool(in_scope(query, [notice]))


def is_of_nobody(question: str, notices: Sequence[NoticeSummary]) -> bool:
    """Return whether a question names a place, and no notice is of it, whatever the years."""
    places = _analysed(question).filters.places
    return bool(places) and not Filters(places).select(notices)


def stands_alone(question: str, earlier: str) -> bool:
    """Return whether a question is taken as it is when it follows another."""
    history = [{"role": "user", "content": earlier}]
    return standalone(question, history).question == question


def meaning(question: str) -> tuple[object, ...]:
    """Return what two questions share that ask the same."""
    query = _analysed(question)
    names = frozenset(term.name for term in query.terms)
    places, years = frozenset(query.filters.places), query.filters.years
    left = "" if names else f"{query.subject} {' '.join(query.words)}"
    return query.kind, places, years, names, query.figure_kind, left


def _is_about(query: Query, told: Told, tables: Tables) -> bool:
    """Return whether the indicator is what a question is about, and nothing else of it is asked."""
    if not query.terms:
        query = with_indicators(query, tables, [told.notice.notice_id])
        return any(told.indicator in (term.name, *term.written) for term in query.terms)
    only = {term.name for term in query.terms} == {told.indicator}
    return only and all(word in told.figure.quote for word in query.asked)
