"""Whose notice each is: the place that speaks in it, and the notices of a place."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from corpus.places import Place, named, successors, zone_in
from embeddings.archive.records import NoticeSummary

MOST_REMEMBERED = 100_000
_speaking: dict[tuple[str, str | None, str, str], Place] = {}
_held: dict[tuple[str, str, str], bool] = {}


class Register:
    """Notices by the place that speaks in them: a question looks at places, not at notices."""

    def __init__(self, notices: Sequence[NoticeSummary]) -> None:
        self.notices = notices
        self._places: dict[tuple[str, str], Place] = {}
        self._of_place: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, notice in enumerate(notices):
            if (place := whose(notice)) is not None:
                key = (place.code, place.name)
                self._places[key] = place
                self._of_place[key].append(number)

    @property
    def places(self) -> list[Place]:
        """The places that speak, each once."""
        return list(self._places.values())

    def within(self, names: Sequence[str]) -> list[NoticeSummary]:
        """Return the notices of the places of these names, in the order given."""
        numbers = [
            number
            for key, place in self._places.items()
            if any(is_of(place, name) for name in names)
            for number in self._of_place[key]
        ]
        return [self.notices[number] for number in sorted(numbers)]


# That of the archive in use: every question asks for it.
_latest = Register(())


def register(notices: Sequence[NoticeSummary]) -> Register:
    """Return the register of the notices; of the same tuple as last time, the same."""
    global _latest
    latest = _latest
    if notices is not latest.notices:
        latest = Register(notices)
        if isinstance(notices, tuple):
            _latest = latest
    return latest


def whose(notice: NoticeSummary) -> Place | None:
    """Return the place that speaks in a notice: the zone that its title or issuer names, else its place.

    The place of a zone's notice is the division that the zone lies in; 苏州市 does not speak in it.
    """
    place = notice.place
    if place is None:
        return None
    # The hash of a place would be most of the time.
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
