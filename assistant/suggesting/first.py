"""Questions to begin with: what can be asked of these notices, and what will honestly be refused."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from weakref import WeakKeyDictionary

from assistant.answers.answer import Language
from assistant.retrieval.register import register
from assistant.suggesting.asking import Asking
from assistant.suggesting.checking import is_of_nobody
from assistant.suggesting.phrasing import phrasing_for
from assistant.suggesting.told import Told, standing, told_by
from corpus.places import Place
from corpus.places.table import by_code
from embeddings.archive.records import NoticeSummary
from embeddings.archive.tables import Tables

ANSWERED = 4
# Those of a large archive are made from so many of its notices, which takes fifty milliseconds.
MOST_READ = 12
MOST_TRIED = 50
DIGITS_SHARED = {"district": 4, "city": 2, "province": 0}

_answered: WeakKeyDictionary[Tables, dict[Language, tuple[str, ...]]] = WeakKeyDictionary()
_shared: WeakKeyDictionary[Tables, list[list[Told]]] = WeakKeyDictionary()


def examples(tables: Tables, language: Language) -> tuple[str, ...]:
    """Return six questions to ask of these notices; fewer of few notices, none of none.

    All but two will be answered in the language: the last but one asks about a place of which there
    is no notice, the last one is in the other language.
    """
    if not tables.notices():
        return ()
    other: Language = "zh" if language == "en" else "en"
    refused = islice(_refused(tables, language), 1)
    return (*answered_examples(tables, language), *refused, answered_examples(tables, other)[0])


def answered_examples(tables: Tables, language: Language) -> tuple[str, ...]:
    """Return up to four questions to begin with that will be answered, in one language."""
    of_language = _answered.setdefault(tables, {})
    if language not in of_language:
        of_language[language] = tuple(islice(_distinct(tables, language), ANSWERED))
    return of_language[language]


def _distinct(tables: Tables, language: Language) -> Iterator[str]:
    known: set[str] = set()
    for question in filter(None, _candidates(tables, language)):
        if question not in known:
            known.add(question)
            yield question


def _candidates(tables: Tables, language: Language) -> Iterator[str | None]:
    """Yield one question of each sort, each on another indicator if there are as many; then others."""
    ask, groups = Asking(tables, language), _by_indicator(tables)
    second, third, fourth = (groups[n:] + groups[:n] for n in (1, 2, 3))
    yield next(filter(None, map(ask.coverage, groups)), None)
    yield next(_figures(ask, second), None)
    yield next(_tasks(ask, tables), None)
    yield next(_comparisons(ask, third), None)
    yield from _figures(ask, fourth)
    yield from map(ask.all_figures, tables.notices()[:MOST_READ])
    yield phrasing_for(language).notices()


def _figures(ask: Asking, groups: Iterable[Sequence[Told]]) -> Iterator[str]:
    yield from filter(None, (ask.figure(group[0]) for group in groups))


def _comparisons(ask: Asking, groups: Iterable[Sequence[Told]]) -> Iterator[str]:
    pairs = ((group[0], other) for group in groups for other in group[1:])
    alike = ((one, other) for one, other in pairs if one.figure.unit == other.figure.unit)
    yield from filter(None, (ask.comparison(one, other) for one, other in alike))


def _tasks(ask: Asking, tables: Tables) -> Iterator[str]:
    """Yield what is to be done by the first of the dates that tasks have, then who does what."""
    notice = next((notice for notice in tables.notices() if notice.tasks), None)
    if notice is None:
        return
    tasks = tables.tasks([notice.notice_id])
    dated = sorted((t for t in tasks if t.due_on), key=lambda t: str(t.due_on))
    yield from filter(None, (ask.until(task, notice) for task in dated))
    yield from filter(None, (ask.in_charge(task, notice) for task in tasks))


def _refused(tables: Tables, language: Language) -> Iterator[str]:
    """Yield questions about places near by of which there is no notice."""
    say, notices = phrasing_for(language), tables.notices()
    held = {place.code for place in register(notices).places}
    for told in (group[0] for group in _by_indicator(tables)[:1]):
        others = (place for place in _beside(told.place) if place.code not in held)
        for place in islice(others, MOST_TRIED):
            question = say.elsewhere(told, place)
            if is_of_nobody(question, notices):
                yield question


def _beside(place: Place) -> Iterator[Place]:
    """Yield the other places, those first that are of its level and lie in the same one."""
    digits = DIGITS_SHARED[place.level]

    def distance(other: Place) -> tuple[bool, bool]:
        return other.level != place.level, other.code[:digits] != place.code[:digits]

    yield from sorted((p for p in by_code().values() if not p.change), key=distance)


def _by_indicator(tables: Tables) -> list[list[Told]]:
    """Return the goals by indicator, those first that most places have and that are best known."""
    if tables not in _shared:
        every = tables.notices()
        evenly = every[:: len(every) // MOST_READ + 1]
        goals = _goals(tables, _alike(every)) or _goals(tables, evenly)
        groups: dict[str, list[Told]] = {}
        for told in goals:
            groups.setdefault(told.indicator, []).append(told)
        _shared[tables] = sorted(groups.values(), key=_width)
    return _shared[tables]


def _goals(tables: Tables, notices: Sequence[NoticeSummary]) -> list[Told]:
    return [told for told in told_by(tables, notices) if told.figure.kind == "target"]


def _width(group: Sequence[Told]) -> tuple[int, int]:
    return -len({told.name for told in group}), standing(group[0].indicator)


def _alike(notices: Sequence[NoticeSummary]) -> Sequence[NoticeSummary]:
    """Return the notices; of many some that are alike: of one level, for the newest years."""
    if len(notices) <= MOST_READ:
        return notices
    kinds = [(n.place.level, n.plan_years) if n.place and n.plan_years else None for n in notices]
    counted = Counter(kind for kind in kinds if kind)
    most = max(counted, key=lambda kind: (min(counted[kind], MOST_READ), kind[1]), default=None)
    alike = [n for n, kind in zip(notices, kinds, strict=True) if kind and kind == most]
    return alike[:: len(alike) // MOST_READ or 1][:MOST_READ]
