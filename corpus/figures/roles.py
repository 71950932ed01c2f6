"""Is a figure a goal or a result, and of which year: by the words of time before it."""

import re
from typing import NamedTuple

from corpus.metadata.dates import FIVE_YEAR_PLAN, five_year_plan
from corpus.notice import Kind, Section, Years
from corpus.numerals import plain_years

# Years that only serve to compare (比2015年增长) and years in names (《…2020年规划》) are not meant.
NAMES = re.compile(r"《[^《》]{0,80}》")
BASE_YEAR = re.compile(
    r"(?:[比较与]|在|以)(?:19|20)\d{2}年(?:底|末)?(?=增|提|减|下|翻|上|相比|基础|为基)"
)
COMPARED = re.compile(r"[比较](?:上年|去年|上年同期|年初|“?十[一二三四五]五”?(?:末|期末|时期))")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
THIS_YEAR = re.compile("今年|年内|本年")
LAST_YEAR = re.compile("去年|(?<!以)上年|过去的?一年|(?<![第\\d])一年来")
END_OF_PLAN = re.compile(rf"{FIVE_YEAR_PLAN.pattern}[”\"]?(?:末|期末|时期|期间|收官)")
# What was overfulfilled or is reported on is no goal any more, though the words name goals.
REPORTED = re.compile(
    r"(?<!力争)(?<!确保)(?<!争取)(?<!努力)(?<!要)超额完成(?:了|全年|年度|各项|既定|预期|主要|工作|任务|目标|指标){0,5}|"
    r"(?:主要|年度|工作|任务|目标|指标|计划){0,4}(?:完成|进展|执行|落实)情况"
)
PAST = re.compile(
    r"截至|截止到?(?=\d|目前|去年|上年)|去年|(?<!以)上年|已(?:有|达|累计|完成|建成|认定|培育|经|拥有)|过去|目前|[年月]来"
)
FUTURE = re.compile(
    r"今年|明年|本年|年内|下一步|力争|争取|确保|计划|预计|将(?=达|实|新|建|培)|到(?=20\d{2}年)|预期|目标"
)
# What makes the sentences after it results too, until one looks ahead.
OPENS = re.compile(r"(?<!\d)(?:19|20)\d{2}年[，,]|过去的?一年|(?<![第\d])一年来|已完成")
AHEAD = re.compile(r"要(?!求|点|素)|将|下一年|今后|未来")


class Tense(NamedTuple):
    """Whether a figure is a goal or a result, and the year it is about."""

    kind: Kind
    year: int | None


def tense(before: str, section: Section, plan_years: Years | None) -> Tense:
    """Return what the words up to the end of a figure's clause say of it.

    A year other than the first of the plan decides; then whether the section looks back (预计 there
    is an estimate of what was reached); then the last word of past or future.
    """
    words = _meant(before)
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


def says_when(words: str) -> bool:
    """Return whether words tell the past from the future, or name a year."""
    meant = _meant(words)
    marks = (PAST, FUTURE, YEAR, THIS_YEAR, LAST_YEAR, END_OF_PLAN)
    return any(mark.search(meant) for mark in marks)


def opening_of(statement: str, before: str, plan_years: Years | None) -> str:
    """Return the words that make what follows a statement a result; empty if it looks ahead.

    :param before: the words that held until this statement, which go on if it says nothing.
    """
    meant = _meant(statement)
    opened = [match for match in OPENS.finditer(meant) if _is_over(match, plan_years)]
    looks_back = opened[-1].start() if opened else -1
    ahead = max(_last(FUTURE, meant), _last(AHEAD, meant))
    if looks_back > ahead:
        return meant
    return "" if ahead >= 0 or YEAR.search(meant) else before


def _is_over(opening: re.Match[str], plan_years: Years | None) -> bool:
    year = YEAR.match(opening.group())
    return not year or bool(plan_years and int(year[1]) < plan_years.first)


def _meant(words: str) -> str:
    """Return the words without those that only compare or name, the years in digits."""
    plain = NAMES.sub("", plain_years(words))
    return COMPARED.sub("", BASE_YEAR.sub("", REPORTED.sub("已完成", plain)))


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((match.start() for match in pattern.finditer(words)), default=-1)


def _last_year(words: str, plan_years: Years | None) -> int | None:
    """Return the year that stands last, 今年 being that of the plan and 去年 the one before it."""
    found = [(match.start(), int(match[1])) for match in YEAR.finditer(words)]
    if plan_years:
        found.append((_last(THIS_YEAR, words), plan_years.first))
        found.append((_last(LAST_YEAR, words), plan_years.first - 1))
        found += _ends_of_plans(words, plan_years)
    where, year = max(found, default=(-1, 0))
    return year if where >= 0 else None


def _ends_of_plans(words: str, plan_years: Years) -> list[tuple[int, int]]:
    """Return where the end of a five-year plan is named, and its year; 期间 only of one gone by."""
    named = ((match, five_year_plan(match.group())) for match in END_OF_PLAN.finditer(words))
    return [
        (match.start(), years.last)
        for match, years in named
        if years and (match.group().endswith("末") or years.last < plan_years.first)
    ]
