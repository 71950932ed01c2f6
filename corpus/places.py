"""Administrative divisions: which places a text names, and which of several is meant.

The table (GB/T 2260 codes) is `data/divisions.tsv`; two digits of a code are the province, four
the city, six the district.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

Level = Literal["province", "city", "district"]

LONGEST_NAME = 15
# Names of districts that are nouns of their own, as are all of two characters (城区, 矿区, 和县级).
COMMON_NOUNS = frozenset({"新城区", "城中区", "城关区", "市中区", "新市区"})
# The peoples that autonomous prefectures and counties are named after.
PEOPLES = re.compile(
    r"(?:柯尔克孜|塔吉克|哈萨克|达斡尔|鄂温克|鄂伦春|景颇|哈尼|傈僳|布依|土家|拉祜|纳西|布朗|仡佬|仫佬|毛南|保安|东乡|裕固|撒拉|锡伯|蒙古|"
    r"朝鲜|各|壮|苗|侗|彝|白|傣|藏|羌|回|满|瑶|黎|畲|佤|怒|水|土|独龙|普米)族"
)
PINYIN_WORD = re.compile(r"[A-Za-z]+(?:['’](?!s\b)[A-Za-z]+)*")


@dataclass(frozen=True, slots=True)
class Place:
    """A division: 普陀区 of 上海市 has code 310107, level district, province 上海市, no city."""

    code: str
    name: str
    level: Level
    province: str
    city: str | None

    def holds(self, other: "Place") -> bool:
        """Return whether the other place is this one or lies in it."""
        digits = {"province": 2, "city": 4, "district": 6}[self.level]
        return other.code[:digits] == self.code[:digits]

    @property
    def full_name(self) -> str:
        """The name with the places it lies in: 上海市普陀区."""
        above = (self.province, self.city)
        return "".join(name for name in above if name and name != self.name) + self.name


class PlaceMention(NamedTuple):
    """A stretch of text that names a place; several candidates where the name is shared."""

    start: int
    end: int
    candidates: tuple[Place, ...]


class _Entry(NamedTuple):
    place: Place
    short: str
    pinyin: str
    ordinary: bool


@lru_cache(maxsize=1)
def _entries() -> tuple[_Entry, ...]:
    lines = (files("corpus") / "data" / "divisions.tsv").read_text(encoding="utf-8").splitlines()
    table = [line.split("\t") for line in lines[1:]]
    names = {row[0]: row[1] for row in table}
    entries = []
    for code, name, short, level, pinyin, ordinary in table:
        city = None if level == "province" else names.get(code[:4] + "00")
        place = Place(code, name, _level(level), names[code[:2] + "0000"], city)
        entries.append(_Entry(place, short, pinyin, ordinary == "1"))
    return tuple(entries)


def _level(text: str) -> Level:
    return "province" if text == "province" else "city" if text == "city" else "district"


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for entry in _entries():
        for name in _names(entry):
            found.setdefault(name, []).append(entry.place)
    return {name: tuple(places) for name, places in found.items()}


def _names(entry: _Entry) -> set[str]:
    """Return what a place is called: 文山壮族苗族自治州 is also 文山州."""
    full = entry.place.name
    plain = PEOPLES.sub("", full) if "自治" in full else full
    names = {full, plain.replace("自治州", "州").replace("自治县", "县")}
    # A short name that is also a word (合作市, 新建区) is no name without its suffix.
    return names if entry.ordinary or full in COMMON_NOUNS else names | {entry.short}


@lru_cache(maxsize=1)
def _by_pinyin() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for entry in _entries():
        if len(entry.pinyin) >= 5 or entry.place.level != "district":
            found.setdefault(entry.pinyin, []).append(entry.place)
    return {name: tuple(places) for name, places in found.items()}


def mentions(text: str) -> list[PlaceMention]:
    """Return the places that a text names in Chinese, the longest name at each place, in order."""
    found: list[PlaceMention] = []
    position = 0
    while position < len(text):
        mention = _mention_at(text, position)
        if mention:
            found.append(mention)
        position = mention.end if mention else position + 1
    return found


def _mention_at(text: str, position: int) -> PlaceMention | None:
    names = _by_name()
    for size in range(min(LONGEST_NAME, len(text) - position), 1, -1):
        name = text[position : position + size]
        places = names.get(name, ())
        if name in COMMON_NOUNS or len(name) == 2 == len(places[0].name if places else ""):
            places = tuple(place for place in places if _follows_its_city(place, text, position))
        if places:
            return PlaceMention(position, position + size, places)
    return None


def _follows_its_city(place: Place, text: str, position: int) -> bool:
    """Return whether 城区 stands right behind 晋城市 or 晋城, and so is a name."""
    city = place.city or place.province
    return text.endswith((city, city.removesuffix("市")), 0, position)


def mentions_in_english(text: str) -> list[PlaceMention]:
    """Return the places that a text names in pinyin: Putuo, Jiading District."""
    names = _by_pinyin()
    found = []
    for word in PINYIN_WORD.finditer(text):
        places = names.get(re.sub("['’]", "", word.group()).lower())
        if places and word.group()[0].isupper():
            found.append(PlaceMention(word.start(), word.end(), places))
    return found


def likeliest(candidates: Iterable[Place], context: str) -> Place:
    """Return the candidate whose province and city the context names most; ties keep table order."""

    def evidence(place: Place) -> int:
        above = {place.province.removesuffix("省").removesuffix("市"), place.city or ""} - {""}
        if place.city:
            above.add(place.city.removesuffix("市"))
        return sum(context.count(name) for name in above)

    return max(candidates, key=evidence)


@lru_cache(maxsize=1)
def _pinyin_by_code() -> dict[str, str]:
    return {entry.place.code: entry.pinyin for entry in _entries()}


def in_pinyin(place: Place) -> str:
    """Return the short name in pinyin, as English writes it: Putuo."""
    return _pinyin_by_code().get(place.code, "").capitalize()


def named(name: str) -> tuple[Place, ...]:
    """Return the places of that full or short name, Chinese or pinyin; none if it is no place."""
    found = _by_name().get(name) or _by_pinyin().get(name.strip().lower().split(" ")[0])
    return found or ()
