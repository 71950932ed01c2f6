"""What there is to ask after an answer: figures and tasks of its notices, of its places, of others."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from assistant.answers.answer import Answer
from assistant.retrieval.filters import Filters
from assistant.retrieval.register import is_named, register, whose
from assistant.suggesting.told import Told, told_by
from corpus.errors import NoticeNotFound
from corpus.notice import Task
from corpus.places import Place, named
from embeddings.archive.records import NoticeSummary
from embeddings.archive.tables import Tables

# An answer over a large archive rests on many notices; its suggestions rest on the first.
MOST_AT_HOME = 2
MOST_NEAR = 6
# So many are gone through by themselves.
MOST_FAR = 30
# What places share is found out with fewer notices and indicators: their figures are many.
MOST_SHARING = 12
MOST_SHARED = 4


@dataclass(frozen=True, slots=True)
class Situation:
    """What can be asked, best known first.

    `asked` are the indicators of the question; `home` is what the notices of the answer tell,
    `near` what others of the same place tell of `asked`, `far` what those of other places do, and
    `shared` what they tell of the other indicators of `home`. `tasks` are those of `home`.
    """

    asked: tuple[str, ...]
    notices: tuple[NoticeSummary, ...]
    home: tuple[Told, ...]
    near: tuple[Told, ...]
    far: tuple[Told, ...]
    shared: tuple[Told, ...]
    tasks: tuple[Task, ...]


def situation_of(tables: Tables, answer: Answer) -> Situation:
    """Return what there is to ask after an answer."""
    everything = tables.notices()
    used = _used(answer, tables) or _of_the_place(answer, everything)
    home = told_by(tables, used)
    asked = tuple(answer.understood.indicators) or _of_rows(answer)
    others = dict.fromkeys(told.indicator for told in home if told.indicator not in asked)
    elsewhere = _elsewhere(used, answer, everything)
    return Situation(
        asked,
        tuple(used),
        tuple(home),
        tuple(told_by(tables, _same_place(used, everything), asked) if used and asked else ()),
        tuple(told_by(tables, elsewhere, asked) if asked else ()),
        tuple(told_by(tables, elsewhere[:MOST_SHARING], list(others)[:MOST_SHARED])),
        tuple(tables.tasks([n.notice_id for n in used])) if any(n.tasks for n in used) else (),
    )


def _used(answer: Answer, tables: Tables) -> list[NoticeSummary]:
    """Return the first notices of which an answer says something."""
    if answer.status == "not_found":
        return []
    telling = (row.notice_id for row in answer.rows if row.finding != "silent")
    ids = dict.fromkeys([*telling, *(citation.notice_id for citation in answer.citations)])
    found: list[NoticeSummary] = []
    for notice_id in list(ids)[:MOST_AT_HOME]:
        # The archive may be another by now than the one that was asked.
        with suppress(NoticeNotFound):
            found.append(tables.summary(notice_id))
    return found


def _of_the_place(answer: Answer, everything: Sequence[NoticeSummary]) -> list[NoticeSummary]:
    """Return the notices of the place asked about that are nearest to the years asked."""
    places = answer.understood.places
    if not places:
        return []
    within = Filters(places).select(everything)
    own = [n for n in within if any(is_named(whose(n), name) for name in places)]
    found = own or within
    return _nearest(found, _year_asked(answer))[:MOST_AT_HOME]


def _same_place(
    used: Sequence[NoticeSummary], everything: Sequence[NoticeSummary]
) -> list[NoticeSummary]:
    place = whose(used[0])
    found = register(everything).within([place.full_name]) if place else []
    ids = {notice.notice_id for notice in used}
    others = [n for n in found if n.notice_id not in ids and whose(n) == place]
    return _nearest(others, _year_of(used[0]))[:MOST_NEAR]


def _elsewhere(
    used: Sequence[NoticeSummary], answer: Answer, everything: Sequence[NoticeSummary]
) -> list[NoticeSummary]:
    """Return notices of other places of the level, of the years and of the province, if there are."""
    place = whose(used[0]) if used else _place_asked(answer)
    year = _year_asked(answer) or (_year_of(used[0]) if used else None)
    level = place.level if place else None
    of_level = [
        n
        for n in everything
        if n.place and (level is None or n.place.level == level) and n.place.code != _code(place)
    ]
    province = place.province if place else ""
    return _nearest(of_level, year, province)[:MOST_FAR]


def _nearest(
    notices: Iterable[NoticeSummary], year: int | None, province: str = ""
) -> list[NoticeSummary]:
    def distance(notice: NoticeSummary) -> tuple[int, bool]:
        years = notice.plan_years or notice.review_years
        far = abs(years.last - year) if years and year else 0
        return far, bool(notice.place and notice.place.province != province)

    return sorted(notices, key=distance)


def _of_rows(answer: Answer) -> tuple[str, ...]:
    if answer.kind not in ("lookup", "coverage", "comparison"):
        return ()
    return tuple(dict.fromkeys(row.indicator for row in answer.rows if row.indicator))[:1]


def _year_asked(answer: Answer) -> int | None:
    return answer.understood.year_to or answer.understood.year_from


def _year_of(notice: NoticeSummary) -> int | None:
    return notice.plan_years.last if notice.plan_years else None


def _place_asked(answer: Answer) -> Place | None:
    return next((place for name in answer.understood.places for place in named(name)), None)


def _code(place: Place | None) -> str:
    return place.code if place else ""
