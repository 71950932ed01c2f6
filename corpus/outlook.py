"""Does a section look back or ahead, and on which years: by its heading and its first words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from corpus.metadata.dates import explicit_years
from corpus.notice import Reading, Role, Section, Years
from corpus.numerals import chinese_number, plain_years
from corpus.openings import VERB_FIRST

# Chinese noun phrases end in their head: 工作总结 is a summary, 总结3-5个案例 is something to do.
LOOKING_BACK = re.compile(
    r"(?:回顾|总结|(?:成效|成绩|成就)(?:显著|明显|突出)?|开局良好|背景|现状|(?:^|[发展工作实有和与、])(?:基础|形势)|"
    r"(?:完成|进展|执行|工作|落实)情况|过去(?:一|五|的)?五?年)(?:如下)?[。:：]?$|^(?:过去)?[一五]年来|^(?:[一二三四五]、)?回顾(?:19|20)\d{2}年"
)
# 实施背景 and 现有基础 tell how things stand, of no year in particular.
STANDING = re.compile(r"(?:背景|现状|基础|形势)[。:：]?$")
# 夯实…基础, 取得新成效: a verb of doing before the noun makes the heading one of a plan.
DOING = re.compile(r"夯实|打牢|筑牢|巩固|强化|加强|提升|优化|营造|奠定|力争|确保|取得新")
PERIOD_OF_SECTION = re.compile(
    r"(?:年|五[”\"]?)(?:的|度|主要|重点|科技|经济|社会|政府|全区|全市|总体|发展|规划){0,8}"
    r"(?:回顾|安排|任务|目标|打算|工作|总结|情况|思路|重点|展望|时期|期间|要求)"
)
PERIOD_FIRST = re.compile(r"[“\"]?(?:(?:19|20)\d{2}年|十[一二三四五]五)")
# A section that opens with a year gone by (2015年，是…), or with the past years, looks back.
_YEARS_GONE = (
    r"(?:刚刚|即将)?过去的?[这是]?(?:20\d{2}年|([一二三四五六])个?年)|"
    r"(?<![第\d])([一二三四五六])年多?来"
)
OPENS_WITH_PAST = re.compile(
    rf"(?:各位代表[，,！!：:]\s{{0,9}})?(?:回顾|回首)?(?:{_YEARS_GONE}|去年[，,]|(本届政府))"
)
# 本届政府于2018年1月就职。四年来: how long a term was.
YEARS_OF_TERM = re.compile(r"([二三四五六])年(?=[来里间，,])")
OPENS_WITH_YEAR = re.compile(r"\s{0,9}((?:19|20)\d{2})年(?=[，,是我全])")
LONGEST_PAST = 6
# 过去五年工作回顾, 本届政府工作回顾, 奋发前进的五年; 今后五年的目标任务.
GONE = re.compile(
    rf"{_YEARS_GONE}|(?:过去|近|前|这)的?([一二三四五六])年|(?<!今后)(?<!未来)的([五])年$"
)
TERM = re.compile(r"本届政府|任期(?:以|五年)|上一?届政府")
AHEAD = re.compile(r"(?:今后|未来)的?(十?[一二三四五六七八九十])年")
TERM_OF_OFFICE = 5
# 上半年工作情况 in a report of the half year is about the year of the plan itself.
PART_OF_YEAR = re.compile(r"上半年|前三季度|一季度|前三?个?季度")
OPENING = 600
FIRST_WORDS = 40
# The tense of a part that says neither: what was done (了, 比上年增长) against what is to be done.
DONE = re.compile(
    r"了|去年|上年|已经?|以来|年来|取得|获得|(?:增长|达到?|完成|下降|提高)\d|同比|显著|明显"
)
TO_DO = re.compile(
    r"(?<![重主需必首])要(?![求素点])|将|力争|确保|必须|应当|计划|今年|明年|今后|未来|努力|目标"
)
DONE_AT_LEAST, MOSTLY_DONE = 8, 3
FIRST_PARTS = 2
YEAR_GONE_BY = re.compile(r"(?:^|[。\n#])[#\s]{0,9}(?:(?:过去|这)?[一五]年来|过去的?[一五]年|回顾)")


# 今后五年工作思路和2017年工作建议 deals with the five years first; this turns to the one.
TURNS_TO = r"(?:今年|{year}年)[^。；\n]{{0,30}}(?:目标|工作|任务)"


class Outlook(NamedTuple):
    """The role of a section and the years it is about."""

    role: Role
    years: Years | None


def outlook(heading: str, body: str, parent: Section, plan_years: Years | None) -> Outlook:
    """Return the outlook of a section; what neither heading nor body says is that of the parent.

    :param body: the first words below the heading, `OPENING` characters of them.
    """
    stated = _stated(plain_years(heading), plan_years)
    doing = DOING.search(heading) or VERB_FIRST.match(heading)
    gone = None if doing else _opening(plain_years(body[:FIRST_WORDS]), plan_years)
    before_plan = bool(stated and plan_years and stated.last < plan_years.first)
    says_back = before_plan or bool(gone and not stated) or _says_back(heading)
    told = parent.level == 0 and not stated and _is_told(heading, body)
    looks_back = says_back or told
    role: Role = "review" if looks_back or parent.role == "review" else "plan"
    if stated:
        return Outlook(role, _clipped(stated, plan_years) if role == "review" else stated)
    undated = STANDING.search(heading) and not (gone or told)
    if role == "review" and parent.role != "review" and plan_years and not undated:
        return Outlook(role, gone or _years_back(plan_years, 1))
    return Outlook(role, parent.years)


def turned(parent: Section, told: str, plan_years: Years | None) -> Section:
    """Return a part on the next years and the first of them, on the first alone once it is turned to.

    :param told: what the part has said so far.
    """
    if parent.years is None or plan_years is None or parent.role != "plan":
        return parent
    heading, first = plain_years(parent.heading), Years(plan_years.first, plan_years.first)
    both = AHEAD.search(heading) and ("今年" in heading or f"{first.first}年" in heading)
    turn = both and re.search(TURNS_TO.format(year=first.first), plain_years(told))
    return replace(parent, years=first) if turn else parent


def told_first(found: Sequence[Section], text: str) -> Section | None:
    """Return which part of a notice without a review is one after all: of the first, by its tense.

    努力攻坚，圆满收官“十二五” urges as a plan does; the whole of its text tells what was done.
    """
    if any(section.role == "review" for section in found):
        return None
    level = min((section.level for section in found if section.level), default=0)
    parts = [section for section in found if section.level == level]
    for part, following in pairwise(parts[: FIRST_PARTS + 1]):
        body = text[part.start : following.start]
        done = len(DONE.findall(body))
        if done >= DONE_AT_LEAST and done > MOSTLY_DONE * len(TO_DO.findall(body)):
            return part
    return None


def looking_back(section: Section, plan_years: Years | None) -> Section:
    """Return a section as a review: of the years its heading names, else of the year before."""
    before = _years_back(plan_years, 1) if plan_years else None
    stated = _stated(plain_years(section.heading), plan_years)
    years = _clipped(stated, plan_years) if stated else before
    return replace(section, role="review", years=years)


def review_years(sections: Sequence[Section]) -> Years | None:
    """Return the years that a notice as a whole looks back on: those of its topmost reviews."""
    found = _topmost_reviews(sections)
    years = [section.years for section in found if section.years]
    return Years(min(y.first for y in years), max(y.last for y in years)) if years else None


def review_reading(sections: Sequence[Section]) -> Reading | None:
    """Return how `review_years` was read: from the headings of the topmost reviews."""
    years, found = review_years(sections), _topmost_reviews(sections)
    if years is None:
        return None
    first = found[0]
    end = first.start + len(first.heading)
    return Reading("review_years", str(years), first.start, end, "parts that look back", 0.85)


def _topmost_reviews(sections: Sequence[Section]) -> list[Section]:
    plan_years = sections[0].years if sections else None
    found = [section for section in sections if _tells_of_years(section, plan_years)]
    top = min((section.level for section in found), default=0)
    return [section for section in found if section.level == top]


def _tells_of_years(section: Section, plan_years: Years | None) -> bool:
    """Return whether a section looks back on years; a background may look on none in particular."""
    undated = section.years == plan_years and STANDING.search(section.heading)
    return section.role == "review" and section.years is not None and not undated


def _says_back(heading: str) -> bool:
    return bool(LOOKING_BACK.search(heading)) and not DOING.search(heading)


def _is_told(heading: str, body: str) -> bool:
    """Return whether a part without a year in its heading tells what was done.

    A heading that opens with a verb (坚持克难奋进，实现良好开局) may be of either; the text must say
    that a year has gone by.
    """
    urges = DOING.search(heading) or VERB_FIRST.match(heading)
    if TO_DO.search(heading) or (urges and not YEAR_GONE_BY.search(body)):
        return False
    done = len(DONE.findall(body))
    return done >= DONE_AT_LEAST and done > 2 * len(TO_DO.findall(body))


def _stated(heading: str, plan_years: Years | None) -> Years | None:
    """Return the years that a heading names, as numbers or counted from the plan."""
    counted = _counted(heading, plan_years) if plan_years else None
    if PERIOD_OF_SECTION.search(heading) or PERIOD_FIRST.match(heading):
        named = explicit_years(heading)
        if named and counted:
            return Years(min(named.first, counted.first), max(named.last, counted.last))
        return named or counted
    return counted


def _counted(heading: str, plan_years: Years) -> Years | None:
    """Return the years of 过去五年 or 今后五年, counted from the first year of the plan."""
    gone, ahead = GONE.search(heading), AHEAD.search(heading)
    if ahead:
        return Years(plan_years.first, plan_years.first + chinese_number(ahead[1]) - 1)
    if gone:
        return _years_back(plan_years, _count(gone))
    if TERM.search(heading) and LOOKING_BACK.search(heading):
        return _years_back(plan_years, TERM_OF_OFFICE)
    return plan_years if PART_OF_YEAR.search(heading) and LOOKING_BACK.search(heading) else None


def _count(gone: re.Match[str]) -> int:
    number = next(filter(None, gone.groups()), None)
    return chinese_number(number) if number else 1


def _years_back(plan_years: Years, count: int) -> Years:
    return Years(plan_years.first - count, plan_years.first - 1)


def _opening(body: str, plan_years: Years | None) -> Years | None:
    """Return the years gone by that the first words name; None if they name none."""
    if not plan_years:
        return None
    named = OPENS_WITH_YEAR.match(body)
    if named and plan_years.first - LONGEST_PAST <= int(named[1]) < plan_years.first:
        return Years(int(named[1]), int(named[1]))
    past = OPENS_WITH_PAST.match(body.lstrip())
    if not past:
        return None
    term = YEARS_OF_TERM.search(body) if past[3] else None
    return _years_back(plan_years, _count(term) if term else 1 if past[3] else _count(past))


def _clipped(years: Years, plan_years: Years | None) -> Years:
    """Return the years of a review up to the plan: 十二五 in a report of 2013 is 2011–2012."""
    if plan_years and years.first < plan_years.first <= years.last:
        return Years(years.first, plan_years.first - 1)
    return years
