"""Which years a notice plans for."""

import re
from collections.abc import Iterator
from datetime import date

from corpus.metadata.ahead import TO_A_CONGRESS, heading_ahead, year_ahead
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
from corpus.numerals import chinese_number, plain_digits, plain_years
from corpus.sentences import Span

# A step or goal: 到2020年, 2018年底前, 2016年新建4家; not 截至2015年底, 自2013年起, 2016年度.
STEP = re.compile(r"(?<!截至)(?<!截止)(?<!自)(?<!从)((?:19|20)\d{2})年(?!度|以?来|起|前)")
GOAL = re.compile(r"到((?:19|20)\d{2})年")
SEVERAL_YEARS = re.compile(r"([二三四五六])年[^，。；《》\n]{0,8}(?:行动|计划|方案|规划)")
# What is named, praised or published of a year is over.
AFTERWARDS = re.compile("表彰|命名|通报|名单|结果|公示|获奖|立项|奖励的决定")
ANNUAL = re.compile(r"年度|工作要点|工作计划|重点工作|工作安排|工作思路|工作报告")
# A report to a people's congress (政府工作报告) is annual even where the page lost its title.
REPORT = re.compile(r"向[^，。；\n]{0,16}(?:大会|会议)[^，。；\n]{0,6}报告|工作报告")
# (2018年修订) is when a rule was changed; 下一年, 下一步 is what follows the year reviewed.
REVISED = re.compile(r"[（(\[〔](?:19|20)\d{2}年?(?:修[订正]|版|修改|本)?[）)\]〕]")
YEAR_AFTER = re.compile(
    r"(?:下一?|次)年(?:度)?[^，。]{0,6}(?:思路|打算|安排|计划|要点|目标|任务|部署)|明年"
)
AHEAD = re.compile("思路|打算|安排|计划|要点|目标|任务|部署")
BACK = re.compile("总结|回顾|完成情况|执行情况|落实情况")
BACK_PART = re.compile("总结|回顾|情况|工作$|成就|成绩|成效|估价")
# A plan has steps; a measure, an opinion or a notice has a period only where it sets goals for
# several years, and rules (办法, 条例) hold until they are changed.
PLAN = re.compile("要点|计划|方案|规划|安排|思路|总结|报告|任务|行动|纲要|打算|部署")
RULE = re.compile("办法|规定|条例|细则|法|规则|准则|章程|解释|决定|批复|公告|通告|通报|函|目录|令")
MAKES_A_RULE = re.compile(r"制[定订]本(?:实施|暂行)?(?:条例|办法|规定|细则|规则|准则)")
HEAD_CHARACTERS = 400
RULE_CHARACTERS = 1000
DECEMBER = 12
AUTUMN = 10
OF_NO_YEAR = ("决定", "批复", "通报", "公报", "解释", "答复", "决议", "法")
LONGEST_HEADING = 40
FURTHEST_GOAL = 15


def plan_years(
    layout: Layout, title: Found[str] | None, kind: str | None, issued: Found[date] | None
) -> Found[Years] | None:
    """Return the years a notice plans for.

    The title says it (2016年工作要点, 2018—2020年行动计划, 十三五规划). Where it does not, what is annual
    by its name is for the year of issue, and for the next if it is issued in December; 三年行动计划 is
    for three years; and a plan, or a measure with several goals, is for the years of its steps and
    goals. One goal (到2025年) is no period, nor is how long a rule (办法, 条例) holds.

    :param kind: the kind of document (文种), such as 工作要点.
    """
    words = title.value if title else ""
    named = REVISED.sub("", DATE.sub("", plain_digits(words)))
    head = _first_words(layout)
    reports = any(told.search(layout.text, *head) for told in (REPORT, TO_A_CONGRESS))
    stated = _year_ahead(named) or explicit_years(named)
    if stated and title and not AFTERWARDS.search(words) and kind not in OF_NO_YEAR:
        looks_back = reports and BACK.search(named) and not AHEAD.search(named)
        follows = BACK.search(named) and YEAR_AFTER.search(named)
        years = _next(stated) if looks_back or follows else stated
        later = heading_ahead(layout) if reports else None
        if later and issued is None and later.value == _next(stated):
            return later
        return Found(years, title.span, "years in the title", 0.97)
    if is_rule(layout, kind):
        return None
    if issued is None:
        ahead = year_ahead(layout) if reports else heading_ahead(layout)
        return ahead or _from_head(layout, head, reports=reports)
    if (ANNUAL.search(words) and not AFTERWARDS.search(words)) or reports:
        # A new congress may meet, and hear what is planned for the next year, in the autumn.
        # One that names no such year speaks of the rest of its own and of those of the new term.
        names_next = f"{issued.value.year + 1}年" in plain_years(layout.text)
        late = AUTUMN if reports and names_next and _is_of_government(layout, head) else DECEMBER
        year = issued.value.year + (issued.value.month >= late)
        return Found(Years(year, year), issued.span, "annual: year of issue", 0.85)
    planned = bool(PLAN.search(kind or words))
    return _so_many_years(layout, words, issued) or _by_steps(layout, issued.value.year, planned)


def is_rule(layout: Layout, kind: str | None) -> bool:
    """Return whether the kind, or without one the first article, is that of a rule."""
    if kind:
        return not PLAN.search(kind) and bool(RULE.search(kind))
    return bool(MAKES_A_RULE.search(layout.text[: layout.body[0].start + RULE_CHARACTERS]))


def reach(layout: Layout, kind: str | None, issued: date | None) -> Years | None:
    """Return the years that figures without a year of their own are for: up to the last goal.

    That is what counts within a measure that plans for no period; None without a date.
    """
    if issued is None:
        return None
    goals = () if is_rule(layout, kind) else _years(layout, GOAL, issued.year)
    return Years(issued.year, max((year for year, _ in goals), default=issued.year))


def _is_of_government(layout: Layout, head: Span) -> bool:
    return "政府" in layout.text[slice(*head)]


def _first_words(layout: Layout) -> Span:
    start = layout.body[0].start
    return Span(start, min(start + HEAD_CHARACTERS, layout.body[-1].end))


def _from_head(layout: Layout, head: Span, *, reports: bool) -> Found[Years] | None:
    """Return the years that the first words name, for a notice without a date.

    A heading that looks back (2018年工作回顾, “十四五”时期工作回顾) names those before.
    """
    for line in layout.body:
        words = plain_years(layout.text[line.start : line.end])
        if line.start >= head.end or len(words) > LONGEST_HEADING:
            continue
        named = [years for years in (one_year(words), five_year_plan(words)) if years]
        if named and (reports or BACK.search(words)):
            last = Years(*[max(years.last for years in named)] * 2)
            looks_back = BACK_PART.search(words) and not AHEAD.search(words)
            span = Span(line.start, line.end)
            return Found(
                _next(last) if looks_back else last, span, "a year in the first headings", 0.85
            )
    words = plain_years(layout.text[head.start : head.end])
    stated = year_range(words) or one_year(words) or five_year_plan(words)
    return Found(stated, head, "years in the first lines", 0.6) if stated else None


def _next(years: Years) -> Years:
    return Years(years.last + 1, years.last + 1)


def _so_many_years(layout: Layout, title: str, issued: Found[date]) -> Found[Years] | None:
    """Return the years of 三年行动计划: up to its last goal, else from the year of issue."""
    several = SEVERAL_YEARS.search(title)
    if not several:
        return None
    count, year = chinese_number(several[1]), issued.value.year
    goals = [goal for goal, _ in _years(layout, GOAL, year) if goal < year + count + 1]
    first = max(goals) - count + 1 if goals else year + (issued.value.month == DECEMBER)
    return Found(Years(first, first + count - 1), issued.span, f"{several.group()}", 0.8)


def _by_steps(layout: Layout, issued: int, is_plan: bool) -> Found[Years] | None:
    """Return the years from the first step or goal to the last; None for a single goal."""
    steps = list(_years(layout, STEP if is_plan else GOAL, issued))
    if not steps:
        return None
    first, last = min(steps), max(steps)
    if first[0] == last[0] != issued or (first[0] == last[0] and not is_plan):
        return None
    return Found(Years(first[0], last[0]), last[1], "from the first step or goal to the last", 0.75)


def _years(layout: Layout, pattern: re.Pattern[str], first: int) -> Iterator[tuple[int, Span]]:
    """Yield the years from `first` on that the body names so, days left out."""
    text = DATE.sub(lambda day: " " * len(day.group()), plain_years(layout.text))
    for line in layout.body:
        for found in pattern.finditer(text, line.start, line.end):
            if 0 <= int(found[1]) - first <= FURTHEST_GOAL:
                yield int(found[1]), Span(*found.span())


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
