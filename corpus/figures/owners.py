"""Whose figure it is: in a district's notice, 全市2000家 and 松江区150家 are no figures of the district.

Only the subject of a clause owns its figures: 全市 in 占全市20%, 服务全市企业 or 全市首家 owns none,
nor does a rank or programme that is part of the noun (市级, 国家高新技术企业, 上海市创新型企业).
"""

import re
from functools import lru_cache
from typing import NamedTuple

from corpus.figures.asides import context
from corpus.figures.quantities import quantities
from corpus.places import Place, PlaceMention, mentions

CLAUSE = re.compile(r"[^，,；;：:。！？\n]+")
# What may stand between the start of a clause and its subject.
OPENING = re.compile(
    r"(?:\s|[“\"、]|按照|根据|落实|贯彻|对照|围绕|紧扣|关于|[市省](?:委|政府|人民政府)|党中央|国务院|其中|目前|同时|此外|另外|截至|截止|到|至|(?:19|20)\d{2}年[底末初]?|[今明去]年[底末]?|年内|年[底末]|"
    r"力争|争取|确保|预计|计划|推动|带动|促进|实现|助力|要求|提出|明确|使|周边的?|邻近的?|相邻的?|兄弟|例如|如|像|而)*"
)
# 全市首家, 全国科普日, 全市上下: the word only modifies.
MODIFIES = (
    "(?!首|第|唯一|前列|领先|率先|一流|知名|著名|先进|重点|科普|双创|文明|统一|各地|各级|各部门|范围|上下|人民|大会|会议|科技创新大会|"
    "科技大会|科技工作会|科技活动|创新创业大赛|大众|性|“|最|百强|人大|政协)"
)
DEMANDS = "(?:要求|提出|下达|明确|部署|确定|力争|规划|计划|目标|安排|预计|宣布|到20|20)"
ORGANS = "(?:级|委|政府|科委|科技委|科技局|科技厅|科学技术[厅局]|发改委|经信[委局]|工信[厅局])"
# A short name is a place where a statement of a place follows: 深圳达到…, not 北京大学.
STATES = re.compile(rf"(?:达|已|有|为|拥有|新增|突破|高新|{DEMANDS}|\d)")


class _Owner(NamedTuple):
    """Where an owner is stated, and whether it is another than the place of the notice."""

    at: int
    is_other: bool


def is_of_another(before: str, place: Place | None) -> bool:
    """Return whether the words before a figure, from the start of its sentence, give it away.

    The subject of a sentence owns its later clauses too, until another owner is named.
    """
    if place is None:
        return False
    around, inside = context(before)
    aside = _last_owner(inside, place) if inside else None
    if inside and aside:
        return aside.is_other
    last = _last_owner(around, place)
    if last is None or not last.is_other:
        return False
    same_clause = not re.search("[，,；;。]", around[last.at :])
    return same_clause or not _is_ours_before(around[: last.at], place)


def _is_ours_before(before: str, place: Place) -> bool:
    return bool(_last_owner(before, place) or quantities(before))


def _last_owner(words: str, place: Place) -> _Owner | None:
    found = [owner for clause in CLAUSE.finditer(words) for owner in _owners(clause, place)]
    return max(found, default=None)


def _owners(clause: re.Match[str], place: Place) -> list[_Owner]:
    """Return the owners a clause states: another only as its subject, our place anywhere."""
    words, at = clause.group(), clause.start()
    ours, others = _patterns(place)
    opening = OPENING.match(words)
    start = opening.end() if opening else 0
    found = [_Owner(at + match.end(), False) for match in ours.finditer(words)]
    named = mentions(words)
    found += [_Owner(at + name.end, False) for name in named if place in name.candidates]
    subject = others.match(words, start)
    first = next((name for name in named if name.start == start), None)
    if subject or (first and _is_another(first, words, place)):
        found.append(_Owner(at + start, True))
    return found


def _is_another(name: PlaceMention, words: str, place: Place) -> bool:
    if place in name.candidates:
        return False
    if any(candidate.holds(place) for candidate in name.candidates):
        return bool(re.compile(DEMANDS).match(words, name.end))
    is_full = words[name.start : name.end] == name.candidates[0].name
    return is_full or bool(STATES.match(words, name.end))


@lru_cache(maxsize=64)
def _patterns(place: Place) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return how a notice of the place speaks of itself, and of the levels above it."""
    levels = "" if place.level == "province" else f"省{place.province[-1]}{(place.city or '')[-1:]}"
    higher = "".join(sorted(set(levels) - {place.name[-1]})) or "国"
    ours = rf"[全我本该][{place.name[-1]}]|{place.name[-1]}里|我们"
    others = (
        rf"(?:[全我]国|[全我本][{higher}]){MODIFIES}|[{higher}]里|"
        rf"(?:国家|国务院|科技部|[{higher}]{ORGANS}(?:、[{higher}]{ORGANS})*)(?=.{{0,8}}{DEMANDS})"
    )
    return re.compile(ours), re.compile(others)
