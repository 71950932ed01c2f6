"""Administrative divisions: which places a text names, and which of several is meant."""

from corpus.places.choosing import evidence, likeliest
from corpus.places.former import Change
from corpus.places.mentioning import PlaceMention, mentions, mentions_in_english, named
from corpus.places.place import Level, Place
from corpus.places.table import above, by_code, pinyin_by_code
from corpus.places.zones import may_name_a_zone

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
    "zone_in",
]


def in_pinyin(place: Place) -> str:
    """Return the short name in pinyin, as English writes it: Putuo; empty for a zone."""
    return pinyin_by_code().get((place.code, place.name), "").capitalize()


def successors(place: Place) -> tuple[Place, ...]:
    """Return the places that a former one became or became part of."""
    return tuple(by_code()[code] for code in place.change.successors) if place.change else ()


def zone_in(words: str, place: Place) -> Place | None:
    """Return the first zone of a place that a title or an issuer names; None if it names none."""
    found = mentions(words) if may_name_a_zone(words) else []
    zones = (one for mention in found for one in mention.candidates if one.is_zone)
    return next((zone for zone in zones if place.holds(zone)), None)
