"""The places a question asks for."""

import re
from os.path import commonprefix
from typing import NamedTuple

from corpus.places import Level, PlaceMention, mentions, mentions_in_english

# Words that ask for places of a level: 哪些区, which districts.
WHICH = r"(?:哪|几|各|多少)(?:一)?(?:些|几个|几|个)?(?:的)?"
IN_A_WORD = "[级域民场块]"
# 目标超过100家的区有哪些
ARE = r"(?:都|各)?(?:有|是)(?:哪|几|多少)"
LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (
        "district",
        re.compile(
            rf"{WHICH}(?:区县|市辖区|区|县)(?!{IN_A_WORD})|的(?:区县|区|县){ARE}|\b(?:district|county|countie)s?\b",
            re.I,
        ),
    ),
    (
        "city",
        re.compile(rf"{WHICH}(?:城市|市)(?!{IN_A_WORD})|的城?市{ARE}|\b(?:cities|city)\b", re.I),
    ),
    ("province", re.compile(rf"{WHICH}省(?!{IN_A_WORD})|\bprovinces?\b", re.I)),
)


# Streets, institutions and satellites named after places: 邯郸路, 上海大学, 吉林一号, Jilin-1.
NAMED_AFTER = re.compile(
    r"[东西南北中]?(?:路|街(?!道)|大道|桥|站|大学|大厦|学院|医院|机场)|[一二三四五六七八九十\d]{1,3}号|-\d"
)


# Districts whose short names are words of every day, and what follows where the place is meant.
ORDINARY = frozenset(
    {"平安", "朝阳", "比如", "中山", "长安", "和平", "解放", "振兴", "永安", "太平"}
)
AS_A_NAME = re.compile(r"[的区市县和与、，,。？?\d在有要]|$")


# What stands between a place in English and the one that it lies in.
OF = re.compile(r"\s{0,3}(?:District|County|City)?\s{0,3}(?:,|\bof\b|\bin\b)\s{0,3}", re.IGNORECASE)


class AskedPlace(NamedTuple):
    """A place and the stretch of the question that names it; `name` is what filters match."""

    name: str
    start: int
    end: int


def places_asked(question: str) -> list[AskedPlace]:
    """Return the places a question names, the inner one where it names 上海市普陀区.

    A name that several places share stays short, so that each of them is meant.
    """
    either = {*mentions(question), *mentions_in_english(question)}
    meant = (m for m in either if not (_names_a_street(question, m) or _is_a_word(question, m)))
    found = sorted(meant, key=lambda mention: mention.start)
    asked: list[AskedPlace] = []
    outer: PlaceMention | None = None
    for mention in found:
        inner = _within(question, mention, outer)
        if inner and asked:
            asked[-1] = AskedPlace(inner, asked[-1].start, mention.end)
        else:
            asked.append(AskedPlace(_name(mention, question), mention.start, mention.end))
        outer = mention
    return asked


def level_asked(question: str) -> Level | None:
    """Return the level of the places that the question asks to list."""
    return next((level for level, pattern in LEVELS if pattern.search(question)), None)


def _names_a_street(question: str, mention: PlaceMention) -> bool:
    """Return whether the name is part of another: 邯郸路 is in 虹口, 上海大学 is no place."""
    return bool(NAMED_AFTER.match(question, mention.end))


def _is_a_word(question: str, mention: PlaceMention) -> bool:
    """Return whether the characters are no name here: 相比|如何 holds no 比如县, 平安城市 no 平安区."""
    name = question[mention.start : mention.end]
    if name.isascii() or name in {place.name for place in mention.candidates}:
        return False
    if name in ORDINARY:
        return not AS_A_NAME.match(question, mention.end)
    # Imported here because loading the dictionary costs a tenth of a second.
    import rjieba

    ends, position = {0}, 0
    for word in rjieba.cut(question):
        position += len(word)
        ends.add(position)
    return mention.start not in ends and mention.end not in ends


def _within(question: str, mention: PlaceMention, outer: PlaceMention | None) -> str | None:
    """Return the full name of the place meant, if the other mention right before it says which.

    The holder stands first in Chinese (舟山普陀区), last in English (Putuo District of Zhoushan).
    """
    if outer is None:
        return None
    if OF.fullmatch(question, outer.end, mention.start):
        return _held(outer, mention)
    return _held(mention, outer) if mention.start - outer.end <= 1 else None


def _held(inner: PlaceMention, outer: PlaceMention) -> str | None:
    for holder in outer.candidates:
        for place in inner.candidates:
            if holder.holds(place) and holder != place and not place.change:
                return place.full_name
    return None


def in_context(question: str, earlier: str) -> str:
    """Return a place's name as a question has it, behind the place that an earlier one spoke of.

    普陀区 asked about after 舟山市 is that of 舟山市; a name that is not shared stays alone.
    """
    inner = [*mentions(question), *mentions_in_english(question)]
    for holder in mentions(earlier):
        if inner and len(inner[0].candidates) > 1 and _held(inner[0], holder):
            return f"{earlier[holder.start : holder.end]}{question}"
    return question


def _name(mention: PlaceMention, question: str) -> str:
    names = {place.name for place in mention.candidates}
    if len(names) == 1:
        return names.pop()
    # 朝阳 is a city and a district: the short name means either. Chaoyang is 潮阳 as well.
    short = _short(mention)
    return short if len(short) > 1 else question[mention.start : mention.end]


def _short(mention: PlaceMention) -> str:
    """Return what the names of the candidates begin with in common."""
    names = [place.name for place in mention.candidates]
    # Character by character is what is meant here; these are no paths.
    return commonprefix(names)  # noqa: RUF071
