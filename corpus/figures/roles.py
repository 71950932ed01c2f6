"""Is a figure a goal or a result, and of which year: by the words of time before it."""

import re
from typing import NamedTuple

from corpus.notice import Kind, Section, Years

# Years that only serve to compare (比2015年增长) and years in names (《…2020年规划》) are not meant.
NAMES = re.compile(r"《[^《》]{0,80}》")
BASE_YEAR = re.compile(
    r"(?:[比较与]|在|以)(?:19|20)\d{2}年(?:底|末)?(?=增|提|减|下|翻|上|相比|基础|为基)"
)
COMPARED = re.compile(r"[比较](?:上年|去年|上年同期|年初)")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
THIS_YEAR = re.compile("今年|年内|本年")
LAST_YEAR = re.compile("去年|(?<!以)上年")
PAST = re.compile(
    r"截至|截止到?(?=\d|目前|去年|上年)|去年|(?<!以)上年|已(?:有|达|累计|完成|建成|认定|培育|经|拥有)|过去|目前|[年月]来"
)
FUTURE = re.compile(
    r"今年|本年|年内|力争|争取|确保|计划|预计|将(?=达|实|新|建|培)|到(?=20\d{2}年)|预期|目标"
)


class Tense(NamedTuple):
    """Whether a figure is a goal or a result, and the year it is about."""

    kind: Kind
    year: int | None


def tense(before: str, section: Section, plan_years: Years | None) -> Tense:
    """Return what the words up to the end of a figure's clause say of it.

    A year other than the first of the plan decides; then whether the section looks back (预计 there
    is an estimate of what was reached); then the last word of past or future.
    """
    words = COMPARED.sub("", BASE_YEAR.sub("", NAMES.sub("", before)))
    stated = _last_year(words, plan_years)
    if stated and plan_years and stated != plan_years.first:
        return Tense("achieved" if stated < plan_years.first else "target", stated)
    year = stated or (section.years.last if section.years else None)
    if section.role == "review" and not stated:
        return Tense("achieved", year)
    past, future = _last(PAST, words), _last(FUTURE, words)
    if past == future:
        return Tense("achieved" if section.role == "review" else "target", year)
    return Tense("achieved" if past > future else "target", year)


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((match.start() for match in pattern.finditer(words)), default=-1)


def _last_year(words: str, plan_years: Years | None) -> int | None:
    """Return the year that stands last, 今年 being that of the plan and 去年 the one before it."""
    found = [(match.start(), int(match[1])) for match in YEAR.finditer(words)]
    if plan_years:
        found.append((_last(THIS_YEAR, words), plan_years.first))
        found.append((_last(LAST_YEAR, words), plan_years.first - 1))
    where, year = max(found, default=(-1, 0))
    return year if where >= 0 else None
