"""Which years a notice plans for."""

import re
from datetime import date

from corpus.metadata.dates import (
    DATE,
    ONE_YEAR,
    explicit_years,
    five_year_plan,
    one_year,
    year_range,
)
from corpus.metadata.layout import Found, Layout
from corpus.neighbours import with_next
from corpus.notice import Years
from corpus.numerals import plain_digits, plain_years
from corpus.sentences import Span

GOAL_YEAR = re.compile(r"到((?:19|20)\d{2})年底?")
ANNUAL = re.compile(r"年度|工作要点|工作计划|重点工作|工作安排|工作思路|工作报告")
# A report to a people's congress (政府工作报告) is annual even where the page lost its title.
REPORT = re.compile(r"向(?:大会|会议).{0,6}报告|工作报告")
# Who reviews a year plans for the next.
REVIEWED = re.compile(r"((?:19|20)\d{2})年(?:政府)?(?:工作)?(?:回顾|总结)")
AHEAD = re.compile("思路|打算|安排|计划|要点|目标|任务|部署")
BACK = re.compile("总结|回顾|完成情况|执行情况|落实情况")
# What is for the year it is issued in, even where it says no year; a measure, an opinion or a
# notice runs on, unless it sets goals (到2020年), and rules (办法, 条例) hold until they are changed.
PLAN = re.compile("要点|计划|方案|规划|安排|思路|总结|报告|任务|行动|纲要|打算|部署")
RULE = re.compile("办法|规定|条例|细则|法|规则|准则|章程|解释|决定|批复|公告|通告|函|目录|令")
MAKES_A_RULE = re.compile(r"制定本(?:条例|办法|规定|细则|规则|准则)")
HEAD_CHARACTERS = 400
RULE_CHARACTERS = 1000
DECEMBER = 12
FURTHEST_GOAL = 15


def plan_years(
    layout: Layout, title: Found[str] | None, kind: str | None, issued: Found[date] | None
) -> Found[Years] | None:
    """Return the years a notice plans for.

    The title says it (2016年工作要点, 2018—2020年行动计划, 十三五规划). Where it does not, a plan runs
    from the year of issue to the last year its goals are set for (到2020年…); one that sets no
    goal year, or is annual by its name, is for the year of issue, and for the next if it is issued
    in December. A rule (办法, 条例) that names no years has none, nor a measure without a goal.

    :param kind: the kind of document (文种), such as 工作要点.
    """
    words = title.value if title else ""
    named = DATE.sub("", plain_digits(words))
    stated = _year_ahead(named) or explicit_years(named)
    if stated and title:
        return Found(stated, title.span, "years in the title", 0.97)
    if _is_rule(layout, kind):
        return None
    head = _first_words(layout)
    if issued is None:
        return _from_head(layout, head)
    if ANNUAL.search(words) or REPORT.search(layout.text, *head):
        year = issued.value.year + (issued.value.month == DECEMBER)
        return Found(Years(year, year), issued.span, "annual: year of issue", 0.85)
    planned = kind is None or bool(PLAN.search(kind))
    return _to_goals(layout, issued) or (_year_of(issued) if planned else None)


def _is_rule(layout: Layout, kind: str | None) -> bool:
    """Return whether the kind, or without one the first article, is that of a rule."""
    if kind:
        return not PLAN.search(kind) and bool(RULE.search(kind))
    return bool(MAKES_A_RULE.search(layout.text[: layout.body[0].start + RULE_CHARACTERS]))


def _year_of(issued: Found[date]) -> Found[Years]:
    return Found(Years.of(issued.value), issued.span, "year of issue", 0.6)


def _first_words(layout: Layout) -> Span:
    start = layout.body[0].start
    return Span(start, min(start + HEAD_CHARACTERS, layout.body[-1].end))


def _from_head(layout: Layout, head: Span) -> Found[Years] | None:
    """Return the years that the first words name, for a notice without a date."""
    words = plain_years(layout.text[head.start : head.end])
    reviewed = REVIEWED.search(words)
    if reviewed:
        year = int(reviewed[1]) + 1
        return Found(Years(year, year), head, "the year after the one reviewed", 0.85)
    years = year_range(words) or one_year(words) or five_year_plan(words)
    return Found(years, head, "years in the first lines", 0.6) if years else None


def _to_goals(layout: Layout, issued: Found[date]) -> Found[Years] | None:
    """Return the years from the issue to the last goal (到2020年…); None if there is no goal."""
    first, text = issued.value.year, plain_years(layout.text)
    goals = [
        (int(goal[1]), Span(*goal.span()))
        for line in layout.body
        for goal in GOAL_YEAR.finditer(text, line.start, line.end)
        if 0 <= int(goal[1]) - first <= FURTHEST_GOAL
    ]
    if not goals:
        return None
    last, span = max(goals)
    return Found(Years(first, last), span, "from the year of issue to the last goal", 0.75)


def _year_ahead(title: str) -> Years | None:
    """Return the year that 2016年总结及2017年工作思路 plans for; None unless it looks back as well."""
    plain = plain_years(title)
    years = [
        (int(match[1]), plain[match.end() : following.start() if following else None])
        for match, following in with_next(list(ONE_YEAR.finditer(plain)))
    ]
    if not any(BACK.search(words) for _, words in years):
        return None
    ahead = (year for year, words in years if AHEAD.search(words) and not BACK.search(words))
    return next((Years(year, year) for year in ahead), None)
