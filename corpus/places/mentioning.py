"""Which places a text names."""

import re
from functools import lru_cache
from typing import NamedTuple

from corpus.places.place import Place
from corpus.places.table import (
    COMMON_NOUNS,
    by_full_name,
    by_name,
    by_pinyin,
    sizes_by_opening,
)
from corpus.places.zones import zone_openings, zones_at, zones_behind

PINYIN_WORD = re.compile(r"[A-Za-z]+(?:['’](?!s\b)[A-Za-z]+)*")
# 南郊区域 names no 南郊区.
GOES_ON = "域"


class PlaceMention(NamedTuple):
    """A stretch of text that names a place; several candidates where the name is shared."""

    start: int
    end: int
    candidates: tuple[Place, ...]


def mentions(text: str) -> list[PlaceMention]:
    """Return the places that a text names in Chinese, the longest name at each place, in order."""
    found: list[PlaceMention] = []
    position, sizes, zones = 0, sizes_by_opening(), zone_openings()
    while position < len(text):
        opening = text[position : position + 2]
        if opening not in sizes and opening not in zones:
            position += 1
            continue
        mention = _mention_at(text, position)
        if mention:
            found.append(mention)
        position = mention.end if mention else position + 1
    return found


def _mention_at(text: str, position: int) -> PlaceMention | None:
    if zones := zones_at(text, position):
        return PlaceMention(position, zones[0].end, tuple(zone.place for zone in zones))
    division = _division_at(text, position)
    zones = zones_behind(text, division.end, division.candidates) if division else []
    if division and zones:
        return PlaceMention(position, zones[0].end, tuple(zone.place for zone in zones))
    return division


def _division_at(text: str, position: int) -> PlaceMention | None:
    names = by_name()
    for size in sizes_by_opening().get(text[position : position + 2], ()):
        name = text[position : position + size]
        if len(name) < size:
            continue
        places = names.get(name, ())
        if name in COMMON_NOUNS or len(name) == 2 == len(places[0].name if places else ""):
            places = tuple(place for place in places if _follows_its_city(place, text, position))
        if places and not (name[-1] == "区" and text.startswith(GOES_ON, position + size)):
            return PlaceMention(position, position + size, places)
    return None


def _follows_its_city(place: Place, text: str, position: int) -> bool:
    """Return whether 城区 stands right behind 晋城市 or 晋城, and so is a name."""
    city = place.city or place.province
    return text.endswith((city, city.removesuffix("市")), 0, position)


def mentions_in_english(text: str) -> list[PlaceMention]:
    """Return the places that a text names in pinyin: Putuo, Jiading District."""
    names = by_pinyin()
    found = []
    for word in PINYIN_WORD.finditer(text):
        places = names.get(_spelt(word.group()))
        if places and word.group()[0].isupper():
            found.append(PlaceMention(word.start(), word.end(), places))
    return found


def _spelt(word: str) -> str:
    """Return Jing'an as the table has it."""
    return re.sub("['’]", "", word).lower()


@lru_cache(maxsize=10_000)
def named(name: str) -> tuple[Place, ...]:
    """Return the places of that name: full, short or in pinyin, alone or behind the city's.

    普陀区 and Putuo are two places, 舟山普陀区 and 浙江省舟山市普陀区 one; none if it is no place.
    """
    if found := by_name().get(name):
        return found
    if whole := by_full_name().get(name):
        return (whole,)
    return by_pinyin().get(_spelt(name.strip().split(" ")[0])) or _composed(name)


def _composed(name: str) -> tuple[Place, ...]:
    """Return the inner places of a name made of several that lie in each other."""
    # Most phrases do not begin with a place; that is cheap to see.
    found = mentions(name) if _mention_at(name, 0) else []
    if not found or found[-1].end != len(name):
        return ()
    inner, *outer = reversed(found)
    return tuple(
        place
        for place in inner.candidates
        if all(any(holder.holds(place) for holder in other.candidates) for other in outer)
    )
