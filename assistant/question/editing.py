"""A question asked again of other places, years or indicators than those that it names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.question.analysis import Query, analyse
from assistant.question.conversation import ACTION
from assistant.question.counted import HOW_MANY, fits
from assistant.question.intent import kind_of, language_of
from assistant.question.parts import named_terms
from assistant.question.places import places_asked
from assistant.question.rewording import Stretch, appended, inserted, replaced, years_written
from assistant.question.understood import Understood
from assistant.question.years import EARLIEST, LATEST, years_asked
from assistant.retrieval.filters import Filters
from assistant.settings import MAX_QUESTION
from corpus.notice import Years
from corpus.places import in_pinyin, named
from corpus.scripts import simplified
from corpus.thesaurus import Term, find_english_terms

# What is asked of a thing stands behind it: 普陀区2016年|的目标是多少.
ASKED = re.compile(r"(?:的)?(?:主要|量化|数量)?(?:目标|指标)")
# Who of them has more? Of one alone it is asked how much.
WHO_OF_THEM = re.compile(r"谁(?:家|那边)?的?|哪(?:一)?[个座](?:区|县|市|省|地方)?的?")
MORE = re.compile(r"(?:会|要|就)?(?:更|最)[多高大少低小](?:一些|一点)?")
NEWLY = re.compile(r"\b(?:newly\s+\w+|new)\s+", re.IGNORECASE)


def edited(query: Query, before: Understood, wanted: Understood, terms: Sequence[Term]) -> Query:
    """Return the query of the question that names what is wanted for what was understood.

    Every other word of the question stays. Where a name would be read as something else, the
    question goes without it; the query has it all the same.

    :param terms: those of `wanted.indicators`.
    """
    text = query.question
    if wanted.indicators != before.indicators:
        text = _about(text, before.indicators, terms)
    if (wanted.year_from, wanted.year_to) != (before.year_from, before.year_to):
        text = _in_years(text, wanted)
    if wanted.places != before.places:
        text = _of_places(text, wanted.places)
    if len(wanted.places) == 1 < len(before.places):
        text = MORE.sub("有多少", WHO_OF_THEM.sub("", text))
    filters = Filters(wanted.places, wanted.year_from, wanted.year_to, query.filters.issuer)
    meant = replace(analyse(text), filters=filters)
    return _of_kind(_with_terms(meant, before, terms), before)


def without_measures(query: Query, measures: Sequence[tuple[str, str]]) -> Query:
    """Return the query without what nobody measures of the indicators that it is to be asked of.

    新增多少家 asks for nothing of what is never 新增, nor counted in 家.

    :param measures: what is done with those indicators in the ledger, and their units.
    """
    text = query.question
    if query.actions and not any(action in query.actions for action, _ in measures):
        text = NEWLY.sub("", ACTION.sub("", text))
    counted = HOW_MANY.search(text)
    in_order = counted and text[: counted.start()].endswith("第")
    if counted and not in_order and not any(fits(counted[1], unit) for _, unit in measures):
        text = f"{text[: counted.start()]}多少{text[counted.end() :]}"
    return query if text == query.question else replace(analyse(text), filters=query.filters)


def place_name(name: str) -> str:
    """Return a place as a question is understood to name it: 普陀 is 普陀区."""
    asked = places_asked(simplified(name))
    whole = len(asked) == 1 and asked[0].end - asked[0].start == len(name)
    return asked[0].name if whole else name


def _about(text: str, before: Sequence[str], terms: Sequence[Term]) -> str:
    names = {term.name for term in terms}
    there = {(m.start, m.end): m.term.name for m in named_terms(text)}
    # What only the ledger names stands in the question as it was understood.
    there = there or {_stretch(text, name): name for name in before if name in text}
    old = [stretch for stretch, name in there.items() if name not in names]
    kept = max((end for (_, end), name in there.items() if name in names), default=None)
    new = [_term_written(text, term) for term in terms if term.name not in before]
    said = _with_terms_at(text, old, kept, _listed(text, new))
    read = {mention.term.name for mention in named_terms(said)}
    meant = {term.name for term in terms if term.kind != "named"}
    return said if read == meant and len(said) <= MAX_QUESTION else replaced(text, old, "")


def _stretch(text: str, words: str) -> Stretch:
    start = text.index(words)
    return start, start + len(words)


def _with_terms_at(text: str, old: Sequence[Stretch], kept: int | None, words: str) -> str:
    if old or not words:
        return replaced(text, old, words)
    if kept is not None:
        return inserted(text, kept, f" and {words}" if _english(text) else f"、{words}")
    if _english(text):
        return appended(text, f"on {words}")
    asked, places, years = ASKED.search(text), places_asked(text), years_asked(text)
    ends = [place.end for place in places] + ([years.end] if years else [])
    return inserted(text, asked.start() if asked else max(ends, default=0), words)


def _in_years(text: str, wanted: Understood) -> str:
    years = Years(wanted.year_from or EARLIEST, wanted.year_to or LATEST)
    unbounded = years == (EARLIEST, LATEST)
    words = "" if unbounded else years_written(years, english=_english(text))
    asked, places = years_asked(text), places_asked(text)
    if asked or not words:
        return replaced(text, asked.spans if asked else (), words)
    if _english(text):
        return appended(text, words if words.startswith(("since", "until")) else f"in {words}")
    return inserted(text, places[-1].end if places else 0, words)


def _of_places(text: str, names: Sequence[str]) -> str:
    old = [(place.start, place.end) for place in places_asked(text)]
    words = _listed(text, [_place_written(text, name) for name in names])
    if old or not words:
        said = replaced(text, old, words)
    else:
        said = appended(text, f"in {words}") if _english(text) else inserted(text, 0, words)
    read = {place.name for place in places_asked(said)}
    return said if read == set(names) and len(said) <= MAX_QUESTION else replaced(text, old, "")


def _place_written(text: str, name: str) -> str:
    """Return a place in the language of the question, if it is read as the same place."""
    spelt = [in_pinyin(place) for place in named(name)] if _english(text) else []
    return next((word for word in spelt if word and place_name(word) == name), name)


def _term_written(text: str, term: Term) -> str:
    """Return a term in the language of the question, if it is read as the same term."""
    spelt = term.english[:1] if _english(text) else ()
    same = [word for word in spelt if [m.term for m in find_english_terms(word)] == [term]]
    return same[0] if same else term.name


def _with_terms(query: Query, before: Understood, terms: Sequence[Term]) -> Query:
    """Return the query with the terms; what only the ledger names is left to it where it was before."""
    if all(term.kind == "named" and term.name in before.indicators for term in terms):
        return replace(query, terms=())
    in_order = {term.name: term for term in query.terms} | {term.name: term for term in terms}
    names = {term.name for term in terms}
    return replace(query, terms=tuple(t for name, t in in_order.items() if name in names))


def _of_kind(query: Query, before: Understood) -> Query:
    """Return the query with the kind that follows from its places; one alone is compared with none."""
    places = query.filters.places
    kind = kind_of(query.question, len(places), bool(query.terms or query.subject))
    alone = kind == "comparison" and len(places) == 1 < len(before.places)
    return replace(query, kind="lookup" if alone else kind)


def _listed(text: str, words: Sequence[str]) -> str:
    return (" and " if _english(text) else "、").join(words)


def _english(text: str) -> bool:
    return language_of(text) == "en"
