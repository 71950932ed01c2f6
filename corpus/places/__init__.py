"""Administrative divisions: which places a text names, and which of several is meant."""

from corpus.places.choosing import evidence, likeliest
from corpus.places.former import Change
from corpus.places.mentioning import PlaceMention, mentions, mentions_in_english, named
from corpus.places.place import Level, Place
from corpus.places.table import above, by_code, pinyin_by_code

__all__ = [
    "Change",
    "Level",
    "Place",
    "PlaceMention",
    "above",
    "evidence",
    "in_pinyin",
    "likeliest",
    "mentions",
    "mentions_in_english",
    "named",
    "successors",
]


def in_pinyin(place: Place) -> str:
    """Return the short name in pinyin, as English writes it: Putuo; empty for a zone."""
    return pinyin_by_code().get((place.code, place.name), "").capitalize()


def successors(place: Place) -> tuple[Place, ...]:
    """Return the places that a former one became or became part of."""
    return tuple(by_code()[code] for code in place.change.successors) if place.change else ()
