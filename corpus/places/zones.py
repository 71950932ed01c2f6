"""Development zones and new areas: 苏州高新区, 两江新区. They belong to the place that they lie in.

GB/T 2260 has no codes for them (浦东新区, 滨海新区 and 沈北新区, which are districts, have). A zone is
named in one of two ways: by its city and its kind, in any of the kind's forms (苏州国家高新技术产业开发区
is 苏州高新区), or by a name of its own (`data/zones.tsv`), with or without the city before it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from corpus.places.place import DIGITS, Place
from corpus.places.table import by_code

# The forms in which official documents write each kind.
KINDS = {
    "高新区": "高新技术产业(?:开发)?园?区|高新技术开发区|高技术产业开发区|高新区",
    "经开区": "经济技术开发区|经济开发区|经开区",
    "自贸区": "自由贸易试验区|自贸试验区|自由贸易区|自贸区",
    "综保区": "综合保税区|综保区",
    "工业园区": "工业园区",
    "新片区": "新片区",
    "新区": "新区",
    "示范区": "示范区",
    "综合实验区": "经济综合实验区|综合实验区",
}
# Those that a city has one of, named by the city; a province has only the last two.
OF_A_CITY = frozenset({"高新区", "经开区", "自贸区", "综保区"})
OF_A_PROVINCE = frozenset({"自贸区", "综保区"})
KIND = re.compile("(?:国家级?|省级)?(?:" + "|".join(f"({forms})" for forms in KINDS.values()) + ")")


class Zone(NamedTuple):
    """A zone that ends at `end` of a text."""

    end: int
    place: Place


class _Row(NamedTuple):
    holder: Place
    proper: str
    kind: str


@lru_cache(maxsize=1)
def _rows() -> dict[str, tuple[_Row, ...]]:
    lines = (files("corpus") / "data" / "zones.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, list[_Row]] = {}
    for line in lines[1:]:
        code, proper, kind, _ = line.split("\t")
        found.setdefault(proper, []).append(_Row(by_code()[code], proper, kind))
    return {proper: tuple(rows) for proper, rows in found.items()}


@lru_cache(maxsize=1)
def zone_openings() -> frozenset[str]:
    """Return the first two characters of the zones that have a name of their own."""
    return frozenset(proper[:2] for proper in _rows())


@lru_cache(maxsize=1)
def _sizes() -> tuple[int, ...]:
    return tuple(sorted({len(proper) for proper in _rows()}, reverse=True))


def zones_at(text: str, position: int) -> list[Zone]:
    """Return the zones with a name of their own that a text names at a position."""
    for size in _sizes():
        proper = text[position : position + size]
        if rows := _rows().get(proper):
            kind = _kind_at(text, position + size)
            found = [
                _zone(row.holder, proper, kind[0]) for row in rows if kind and row.kind == kind[0]
            ]
            if kind and found:
                return [Zone(kind[1], place) for place in found]
    return []


def may_name_a_zone(text: str) -> bool:
    """Return whether a text holds the name of a kind of zone: most titles do not."""
    return KIND.search(text) is not None


def zones_behind(text: str, end: int, candidates: tuple[Place, ...]) -> list[Zone]:
    """Return the zones of the places named before `end` that the text goes on to name there."""
    own = [z for z in zones_at(text, end) if any(place.holds(z.place) for place in candidates)]
    return own or list(_by_kind(text, end, candidates))


def _by_kind(text: str, end: int, candidates: tuple[Place, ...]) -> Iterator[Zone]:
    kind = _kind_at(text, end)
    for place in candidates:
        allowed = OF_A_PROVINCE if place.level == "province" else OF_A_CITY
        if kind and kind[0] in allowed and not place.is_zone:
            yield Zone(kind[1], _zone(place, _stem(place.name), kind[0]))


def _kind_at(text: str, position: int) -> tuple[str, int] | None:
    match = KIND.match(text, position)
    if match is None or match.lastindex is None:
        return None
    return list(KINDS)[match.lastindex - 1], match.end()


def _zone(holder: Place, proper: str, kind: str) -> Place:
    name = f"{proper}{kind}"
    within = holder.code[: DIGITS.get(holder.level, len(holder.code))]
    return Place(f"{within}{name}", name, "district", holder.province, holder.city)


def _stem(name: str) -> str:
    """Return the name without the suffix that a zone's leaves out: 苏州市 → 苏州."""
    return name[:-1] if len(name) > 2 and name[-1] in "市县区省" else name
