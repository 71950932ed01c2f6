"""Which of several places of one name is meant."""

from collections.abc import Iterable

from corpus.places.place import Place


def likeliest(candidates: Iterable[Place], context: str) -> Place:
    """Return the candidate whose province and city the context names most; ties keep table order."""
    return max(candidates, key=lambda place: evidence(place, context))


def evidence(place: Place, context: str) -> int:
    """Return how often a context names the places that a place lies in, and its full name."""
    return sum(context.count(name) for name in _above(place))


def _above(place: Place) -> set[str]:
    above = {place.province.removesuffix("省").removesuffix("市"), place.city or ""} - {""}
    if place.city:
        above.add(place.city.removesuffix("市"))
    return above
