"""Does a section look back or ahead, and on which years: by its heading and its first words."""

import re
from typing import NamedTuple

from corpus.metadata.dates import explicit_years
from corpus.notice import Role, Section, Years
from corpus.numerals import plain_years

# Chinese noun phrases end in their head: 工作总结 is a summary, 总结3-5个案例 is something to do.
LOOKING_BACK = re.compile(
    r"(?:回顾|总结|(?:成效|成绩|成就)(?:显著|明显|突出)?|开局良好|背景|现状|(?:^|[发展工作实有和与、])(?:基础|形势)|"
    r"(?:完成|进展|执行|工作|落实)情况|过去(?:一|五|的)?五?年)(?:如下)?[。:：]?$|^(?:过去)?[一五]年来"
)
# 夯实…基础, 取得新成效: a verb of doing before the noun makes the heading one of a plan.
DOING = re.compile(r"夯实|打牢|筑牢|巩固|强化|加强|提升|优化|营造|奠定|力争|确保|取得新")
PERIOD_OF_SECTION = re.compile(
    r"(?:年|五[”\"]?)(?:的|度|主要|重点|科技|经济|社会|政府|全区|全市|总体|发展|规划){0,8}"
    r"(?:回顾|安排|任务|目标|打算|工作|总结|情况|思路|重点|展望|时期|期间|要求)"
)
PERIOD_FIRST = re.compile(r"[“\"]?(?:(?:19|20)\d{2}年|十[一二三四五]五)")
# A section that opens with a year gone by (2015年，是…), or with the past years, looks back.
OPENS_WITH_PAST = re.compile(r"\s{0,9}(?:刚刚)?过去的?(?:这?一年|[五5]年|20\d{2}年)")
OPENS_WITH_YEAR = re.compile(r"\s{0,9}((?:19|20)\d{2})年(?=[，,是我全])")
OPENING = 40
PLAIN_HEADING = re.compile(
    r"(?:[“\"]?十[一二三四五]五[”\"]?|(?:19|20)\d{2}年|过去(?:的?[一五]年)|今后五年)[^。；;，,：:！\n]{0,20}"
    r"(?:回顾|总结|安排|任务|目标|打算|重点|工作)"
)


class Outlook(NamedTuple):
    """The role of a section and the years it is about."""

    role: Role
    years: Years | None


def outlook(heading: str, body: str, parent: Section, plan_years: Years | None) -> Outlook:
    """Return the outlook of a section; what neither heading nor body says is that of the parent."""
    stated = _stated(plain_years(heading))
    gone = _opening(plain_years(body), plan_years)
    before_plan = bool(stated and plan_years and stated.last < plan_years.first)
    looks_back = before_plan or bool(gone and not stated) or _says_back(heading)
    role: Role = "review" if looks_back or parent.role == "review" else "plan"
    if stated:
        return Outlook(role, _clipped(stated, plan_years) if role == "review" else stated)
    if role == "review" and parent.role != "review" and plan_years:
        return Outlook(role, gone or Years(plan_years.first - 1, plan_years.first - 1))
    return Outlook(role, parent.years)


def _says_back(heading: str) -> bool:
    return bool(LOOKING_BACK.search(heading)) and not DOING.search(heading)


def _stated(heading: str) -> Years | None:
    if PERIOD_OF_SECTION.search(heading) or PERIOD_FIRST.match(heading):
        return explicit_years(heading)
    return None


def _opening(body: str, plan_years: Years | None) -> Years | None:
    """Return the year gone by that the first words name; None if they name none."""
    if not plan_years:
        return None
    before = Years(plan_years.first - 1, plan_years.first - 1)
    named = OPENS_WITH_YEAR.match(body)
    if named and int(named[1]) < plan_years.first:
        return Years(int(named[1]), int(named[1]))
    return before if OPENS_WITH_PAST.match(body) else None


def _clipped(years: Years, plan_years: Years | None) -> Years:
    """Return the years of a review up to the plan: 十二五 in a report of 2013 is 2011–2012."""
    if plan_years and years.first < plan_years.first <= years.last:
        return Years(years.first, plan_years.first - 1)
    return years
