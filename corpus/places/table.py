"""The table of divisions: which places have which names.

Its rows (GB/T 2260 codes) are `data/divisions.tsv`; two digits of a code are the province, four the
city, six the district. Divisions that are no more come from `data/former.tsv`, behind those there are.
"""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from corpus.places.former import former_rows
from corpus.places.peoples import PEOPLES
from corpus.places.place import Level, Place

# Names of districts that are nouns of their own, as are all of two characters (城区, 矿区, 和县级).
COMMON_NOUNS = frozenset({"新城区", "城中区", "城关区", "市中区", "新市区"})
# 海南藏族自治州 is never called 海南 alone; 海西 and 海北 are words for other stretches of coast.
NOT_ALONE = frozenset({"海南", "海北", "海西"})


class Entry(NamedTuple):
    """A place with what else it is called; `short` is empty where the name must stand in full."""

    place: Place
    short: str
    pinyin: str


@lru_cache(maxsize=1)
def entries() -> tuple[Entry, ...]:
    """Return every division, those that are no more last."""
    return (*_divisions(), *_former())


@lru_cache(maxsize=1)
def _rows() -> tuple[list[str], ...]:
    lines = (files("corpus") / "data" / "divisions.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(line.split("\t") for line in lines[1:])


@lru_cache(maxsize=1)
def names_by_code() -> dict[str, str]:
    """Return the name of each division there is, and of cities there were."""
    former = {row.code: row.name for row in former_rows()}
    return former | {row[0]: row[1] for row in _rows()}


def _divisions() -> Iterator[Entry]:
    for code, name, short, level, pinyin, ordinary in _rows():
        # A short name that is also a word (合作市, 新建区) is no name without its suffix.
        alone = "" if ordinary == "1" or name in COMMON_NOUNS else short
        yield Entry(_place(code, name, level), alone, pinyin)


def _former() -> Iterator[Entry]:
    for row in former_rows():
        yield Entry(_place(row.code, row.name, row.level), row.short, row.pinyin)


def _place(code: str, name: str, level: str) -> Place:
    names = names_by_code()
    city = None if level == "province" else names.get(code[:4] + "00")
    city = name if level == "city" else city
    return Place(code, name, _level(level), names[code[:2] + "0000"], city)


def _level(text: str) -> Level:
    return "province" if text == "province" else "city" if text == "city" else "district"


@lru_cache(maxsize=1)
def by_name() -> dict[str, tuple[Place, ...]]:
    """Return the places by each of their names, full or short."""
    found: dict[str, list[Place]] = {}
    for entry in entries():
        for name in _names(entry):
            found.setdefault(name, []).append(entry.place)
    return {name: tuple(places) for name, places in found.items()}


@lru_cache(maxsize=1)
def sizes_by_opening() -> dict[str, tuple[int, ...]]:
    """Return by the first two characters of names how long such names are, the longest first."""
    found: dict[str, set[int]] = {}
    for name in by_name():
        found.setdefault(name[:2], set()).add(len(name))
    return {opening: tuple(sorted(sizes, reverse=True)) for opening, sizes in found.items()}


def _names(entry: Entry) -> set[str]:
    """Return what a place is called: 文山壮族苗族自治州 is also 文山州."""
    full = entry.place.name
    plain = PEOPLES.sub("", full) if "自治" in full else full
    names = {full, plain.replace("自治州", "州").replace("自治县", "县"), entry.short}
    if full.endswith("自治州") and plain.removesuffix("自治州") not in NOT_ALONE:
        names.add(plain.removesuffix("自治州"))
    return names - {""}


@lru_cache(maxsize=1)
def by_pinyin() -> dict[str, tuple[Place, ...]]:
    """Return the places by their short names in pinyin; short ones of districts are words."""
    found: dict[str, list[Place]] = {}
    for entry in entries():
        if len(entry.pinyin) >= 5 or entry.place.level != "district":
            found.setdefault(entry.pinyin, []).append(entry.place)
    return {name: tuple(places) for name, places in found.items()}


@lru_cache(maxsize=1)
def by_code() -> dict[str, Place]:
    """Return the divisions there are by their codes."""
    return {entry.place.code: entry.place for entry in _divisions()}


@lru_cache(maxsize=1)
def by_full_name() -> dict[str, Place]:
    """Return the places by their full names: 浙江省舟山市普陀区."""
    return {entry.place.full_name: entry.place for entry in reversed(entries())}


@lru_cache(maxsize=1)
def pinyin_by_code() -> dict[tuple[str, str], str]:
    """Return the short name in pinyin by code and name."""
    return {(entry.place.code, entry.place.name): entry.pinyin for entry in entries()}


def above(place: Place) -> tuple[Place, ...]:
    """Return the city and the province that a place lies in, the nearer first, without itself."""
    codes = (f"{place.code[:4]}00", f"{place.code[:2]}0000")
    found = dict.fromkeys(by_code()[code] for code in codes if code in by_code())
    return tuple(one for one in found if one != place and one.holds(place))
