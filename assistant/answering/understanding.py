"""What a question was understood to ask, and the question asked again of something else."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from assistant.answering.indicators import with_indicators
from assistant.answers.draft import Draft
from assistant.question.analysis import Query
from assistant.question.editing import edited, place_name, without_measures
from assistant.question.understood import Understood
from corpus.errors import UsageError
from corpus.scripts import simplified
from corpus.thesaurus import Term, find_english_terms, term, terms
from embeddings.archive.tables import Tables

MOST_LOOKED_AT = 30
MOST_NEAR = 3
NEAR = 0.5
PIECE = 2


def understood_of(query: Query, tables: Tables, draft: Callable[[], Draft]) -> Understood:
    """Return what is understood of a query, with the indicators that only the ledger names.

    :param draft: returns what the query is answered with; asked where it names no term.
    """
    named = query.terms or _named_by_ledger(query, tables, draft)
    filters = query.filters
    names = tuple(term.name for term in named)
    return Understood(tuple(filters.places), filters.year_from, filters.year_to, names)


def asked_again(query: Query, before: Understood, wanted: Understood, tables: Tables) -> Query:
    """Return the query asked of what is wanted instead of what was understood before.

    :raises UsageError: if an indicator is unknown, a name is empty, or the years run backwards.
    """
    found = [_term(_named(n, "an indicator"), before, query, tables) for n in wanted.indicators]
    asked = [_named(name, "a place") for name in wanted.places]
    places = dict.fromkeys(n if n in before.places else place_name(n) for n in asked)
    names = tuple(dict.fromkeys(one.name for one in found))
    wanted = replace(wanted, places=tuple(places), indicators=names)
    if wanted == before:
        return query
    meant = tuple(dict.fromkeys(found))
    new = [one for one in meant if one.name not in before.indicators]
    if measures := [measure for one in new for measure in _measures(one, tables)]:
        query = without_measures(query, measures)
    return edited(query, before, wanted, meant)


def _named_by_ledger(query: Query, tables: Tables, draft: Callable[[], Draft]) -> tuple[Term, ...]:
    """Return the indicators of a query that the notices of its answer count, by their names alone."""
    if not query.subject or query.kind == "small_talk":
        return ()
    found = draft()
    told = [row.notice_id for row in found.rows if row.value]
    ids = dict.fromkeys(told or [citation.notice_id for citation in found.citations])
    return with_indicators(query, tables, list(ids)[:MOST_LOOKED_AT]).terms


def _named(written: str, what: str) -> str:
    """Return a name without white space around it, in simplified characters."""
    name = " ".join(simplified(written).split())
    if not name:
        raise UsageError(f"The name of {what} is {written!r:.80}. Give one, or leave it out.")
    return name


def _term(name: str, before: Understood, query: Query, tables: Tables) -> Term:
    """Return the term of a name in any written form, or what the ledger counts by that name."""
    english = find_english_terms(name)
    whole = [m.term for m in english if m.end - m.start == len(name)]
    if known := term(name) or next(iter(whole), None):
        return known
    if name in before.indicators or name in tables.indicators_holding([name]):
        return _counted(name, query, tables)
    near = "、".join(_near(name, tables))
    instead = f"Near it are {near}. Name one of them" if near else "Name another"
    raise UsageError(f"There is no indicator {name!r:.80}. {instead}, or leave it out.")


def _counted(name: str, query: Query, tables: Tables) -> Term:
    """Return what only the ledger names, with all that it would be understood as in a question."""
    every = [notice.notice_id for notice in tables.notices()]
    alike = with_indicators(replace(query, terms=(), subject=name), tables, every).terms
    return replace(alike[0], name=name) if alike else Term(name, (name,), (), "named", ())


def _measures(of: Term, tables: Tables) -> Iterator[tuple[str, str]]:
    names = [of.name, *of.written] if of.kind == "named" else [of.name]
    yield from {(target.action, target.unit) for target in tables.targets(None, names)}


def _near(name: str, tables: Tables) -> Sequence[str]:
    """Return the names of terms and of the ledger that are written most like it."""
    pieces = {name[at : at + PIECE] for at in range(max(1, len(name) - 1))}
    forms = {f: t.name for t in terms() for f in (*t.written, *t.english)}
    counted = {n: n for n in tables.indicators_holding(sorted(pieces))}
    alike = counted | {f: n for f, n in forms.items() if any(piece in f for piece in pieces)}
    found = get_close_matches(name, alike, MOST_NEAR, NEAR)
    return list(dict.fromkeys(alike[form] for form in found))
