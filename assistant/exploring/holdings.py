"""What there is to choose from: places, years, indicators, offices, days."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from assistant.exploring.speakers import Speaker, speakers
from assistant.retrieval.register import is_named
from corpus.notice import Task
from corpus.places import Place, above
from embeddings.archive.records import NoticeSummary
from embeddings.archive.tables import Tables

MOST_INDICATORS = 1000
MOST_OFFICES = 1000


@dataclass(frozen=True, slots=True)
class HeldPlace:
    """A place with how many notices are its own or of places in it.

    `records` is how many figures and tasks its own notices hold.
    """

    place: Place
    name: str
    notices: int
    records: int

    @property
    def speaks(self) -> bool:
        """Whether a notice of its own holds figures or tasks."""
        return self.records > 0


@dataclass(frozen=True, slots=True)
class Holdings:
    """All that filters may be; with counts, most frequent first where they are not in an order.

    `places` are by code, so that a province stands before its cities; `years` and `days` ascend.
    """

    places: tuple[HeldPlace, ...]
    years: tuple[int, ...]
    indicators: tuple[tuple[str, int], ...]
    responsible: tuple[tuple[str, int], ...]
    days: tuple[tuple[date, int], ...]

    @property
    def fullest(self) -> HeldPlace | None:
        """The place whose own notices hold most figures and tasks; None if none holds any."""
        held = (one for one in self.places if one.speaks)
        return max(held, key=lambda one: one.records, default=None)

    def speaking(self, name: str) -> HeldPlace | None:
        """Return the place of a name, full or short, if it speaks."""
        held = [one for one in self.places if one.speaks]
        exact = (one for one in held if name in (one.place.full_name, one.name))
        return next(exact, None) or next((o for o in held if is_named(o.place, name)), None)


NOTHING = Holdings((), (), (), (), ())
# A generation never changes; what was found of it goes when it goes.
_known: WeakKeyDictionary[Tables, Holdings] = WeakKeyDictionary()


def holdings(tables: Tables) -> Holdings:
    """Return what the archive holds, found out once."""
    found = _known.get(tables)
    if found is None:
        found = _known[tables] = _read(tables)
    return found


def _read(tables: Tables) -> Holdings:
    notices, tasks = tables.notices(), tables.tasks()
    days = Counter(task.due_on for task in tasks if task.due_on)
    return Holdings(
        places=_places(notices),
        years=_years(notices),
        indicators=tuple(tables.commonest(MOST_INDICATORS)),
        responsible=_offices(tasks),
        days=tuple(sorted(days.items())),
    )


def _places(notices: Sequence[NoticeSummary]) -> tuple[HeldPlace, ...]:
    within, own = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    known: dict[tuple[str, str], Place] = {}
    who = speakers(notices)
    for notice in notices:
        place = who[notice.notice_id].place
        if place is None:
            continue
        for one in (place, *above(place)):
            known[one.code, one.name] = one
            within[one.code, one.name] += 1
        own[place.code, place.name] += notice.targets + notice.tasks
    shared = Counter(place.name for place in known.values())
    return tuple(
        HeldPlace(one, Speaker.of(one, shared).name, within[key], own[key])
        for key, one in sorted(known.items())
    )


def _years(notices: Iterable[NoticeSummary]) -> tuple[int, ...]:
    periods = {years for n in notices for years in (n.plan_years, n.review_years) if years}
    return tuple(sorted({year for p in periods for year in range(p.first, p.last + 1)}))


def _offices(tasks: Iterable[Task]) -> tuple[tuple[str, int], ...]:
    named = Counter(name for task in tasks for name in task.responsible)
    return tuple(sorted(named.items(), key=lambda item: (-item[1], item[0]))[:MOST_OFFICES])
