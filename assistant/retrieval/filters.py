"""Which notices a question is about, and which of them the archive holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.errors import UsageError
from corpus.notice import Years
from corpus.places import Place, named, successors, zone_in
from embeddings.archive.records import NoticeSummary

MOST_REMEMBERED = 100_000
_speaking: dict[tuple[str, str | None, str, str], Place] = {}
_held: dict[tuple[str, str, str], bool] = {}


@dataclass(frozen=True)
class Filters:
    """What a notice must match; an empty filter matches all, one nothing matches leaves nothing.

    `places` are full or short names (普陀区, 普陀, 舟山普陀区); a province or city holds the places in it, a
    district the former ones that became part of it (静安区: 闸北区).
    """

    places: Sequence[str] = ()
    year_from: int | None = None
    year_to: int | None = None
    issuer: str | None = None

    def __post_init__(self) -> None:
        places = (self.places,) if isinstance(self.places, str) else tuple(self.places)
        object.__setattr__(self, "places", places)
        first, last = self.year_from, self.year_to
        if first is not None and last is not None and first > last:
            raise UsageError(
                f"The years run backwards: from {first} to {last}. Give the earlier year first."
            )

    @property
    def years(self) -> Years | None:
        """The period; open ends reach far."""
        if self.year_from is None and self.year_to is None:
            return None
        return Years(self.year_from or 1900, self.year_to or 2200)

    def select(self, notices: Iterable[NoticeSummary]) -> list[NoticeSummary]:
        """Return the notices in scope, in the order given."""
        years = self.years
        return [notice for notice in notices if self._fits(notice, years)]

    def planning(self, notices: Iterable[NoticeSummary]) -> list[NoticeSummary]:
        """Return those in scope that plan for the years, not only look back on them."""
        years = self.years
        return [n for n in self.select(notices) if years is None or _plans(n, years)]

    def matches(self, notice: NoticeSummary) -> bool:
        """Return whether the notice is in scope: a plan for the years, or a review of them.

        A measure or law without years is in every year from that of its issue on; without a date
        of issue it is in every year.
        """
        return self._fits(notice, self.years)

    def _fits(self, notice: NoticeSummary, years: Years | None) -> bool:
        # The place first: it is soonest seen, and few notices are of it.
        if self.places:
            place = whose(notice)
            if not any(is_of(place, name) for name in self.places):
                return False
        if self.issuer and self.issuer not in (notice.issuer or ""):
            return False
        return years is None or _plans(notice, years) or _reviews(notice, years)


def _plans(notice: NoticeSummary, years: Years) -> bool:
    """Return whether it plans for the years; a measure without a period holds once it is issued."""
    if notice.plan_years is not None:
        return notice.plan_years.overlaps(years)
    return notice.issued_on is None or notice.issued_on.year <= years.last


def _reviews(notice: NoticeSummary, years: Years) -> bool:
    return notice.review_years is not None and notice.review_years.overlaps(years)


def whose(notice: NoticeSummary) -> Place | None:
    """Return the place that speaks in a notice: the zone that its title or issuer names, else its place.

    The place of a zone's notice is the division that the zone lies in; 苏州市 does not speak in it.
    """
    place = notice.place
    if place is None:
        return None
    # Asked for every notice at every question; the hash of a place would be most of the time.
    key = (notice.title, notice.issuer, place.code, place.name)
    found = _speaking.get(key)
    if found is None:
        if len(_speaking) >= MOST_REMEMBERED:
            _speaking.clear()
        found = zone_in(f"{notice.title}\n{notice.issuer or ''}", place) or place
        _speaking[key] = found
    return found


def is_of(place: Place | None, name: str) -> bool:
    """Return whether a place is the one of that name, lies in it, or became part of it."""
    if place is None:
        return False
    key = (place.code, place.name, name)
    found = _held.get(key)
    if found is None:
        if len(_held) >= MOST_REMEMBERED:
            _held.clear()
        found = _held[key] = any(meant.holds(place) for meant in _meant_by(name))
    return found


def is_named(place: Place | None, name: str) -> bool:
    """Return whether a place is the one of that name itself, or became part of it, not one in it."""
    if place is None:
        return False
    became = successors(place)
    return any(meant == place or meant in became for meant in _meant_by(name))


@lru_cache(maxsize=256)
def _meant_by(name: str) -> tuple[Place, ...]:
    """Return the places of a name; of one that was only renamed (奉化市), what it is called now too."""
    found = named(name)
    renamed = [place for place in found if place.change and place.change.how == "renamed"]
    return tuple(dict.fromkeys([*found, *(now for p in renamed for now in successors(p))]))
