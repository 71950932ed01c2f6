"""When a notice was issued and which years it plans for."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import chain

from corpus.cleaning import Line
from corpus.metadata.dates import (
    DATE,
    ONE_YEAR,
    explicit_years,
    find_date,
    five_year_plan,
    is_date_line,
    one_year,
    year_range,
)
from corpus.metadata.labels import Cell, value_of
from corpus.neighbours import with_next
from corpus.notice import Years
from corpus.numerals import plain_digits, plain_years

LABELS = ("成文日期", "发文日期", "发布日期", "发布时间", "生成日期", "公开日期")
GOAL_YEAR = re.compile(r"到((?:19|20)\d{2})年底?")
ANNUAL = re.compile(r"年度|工作要点|工作计划|重点工作|工作安排|工作思路|工作报告")
# A report to a people's congress (政府工作报告) is annual even where the page lost its title.
REPORT = re.compile(r"向(?:大会|会议).{0,6}报告|工作报告")
# Who reviews a year plans for the next.
REVIEWED = re.compile(r"((?:19|20)\d{2})年(?:政府)?(?:工作)?(?:回顾|总结)")
# The note under a title (题注): ——2021年2月2日在…会议上, （2003年9月3日公布）, 1998年7月31日…会议通过.
NOTE = re.compile(r"[—\-（(\s]{0,6}(?=\d{4}\s?年|[一二〇○零]{2})|.{0,60}会议")
AHEAD = re.compile("思路|打算|安排|计划|要点|目标|任务|部署")
BACK = re.compile("总结|回顾|完成情况|执行情况|落实情况")
HEAD_LINES = 6
HEAD_CHARACTERS = 400
DECEMBER = 12


def issued_on(text: str, lines: Sequence[Line], table: Sequence[Cell]) -> date | None:
    """Return the date of issue.

    The signature (成文日期, GB/T 9704-2012 7.3.6) comes before the labels of the website, which
    tell when the page was put up, and these before the note under a title.
    """
    body = [text[line.start : line.end] for line in lines if line.kind == "body"]
    signed = next((written for written in body if is_date_line(written)), "")
    labelled = (find_date(value_of(table, [label]) or "") for label in LABELS)
    bylines = (find_date(text[line.start : line.end]) for line in lines if line.kind == "meta")
    notes = (find_date(written) for written in body[:HEAD_LINES] if NOTE.match(written))
    return find_date(signed) or next(filter(None, chain(labelled, bylines, notes)), None)


def plan_years(title: str, issued: date | None, body_text: str) -> Years | None:
    """Return the years a notice plans for.

    The title says it (2016年工作要点, 2018—2020年行动计划, 十三五规划). Where it does not, a plan runs
    from the year of issue to the last year its goals are set for (到2020年…); one that sets no
    goal year, or is annual by its name, is for the year of issue, and for the next if it is issued
    in December.
    """
    named = DATE.sub("", plain_digits(title))
    stated = _year_ahead(named) or explicit_years(named)
    if stated:
        return stated
    if issued is None:
        head = body_text[:HEAD_CHARACTERS]
        reviewed = REVIEWED.search(plain_years(head))
        if reviewed:
            return Years(int(reviewed[1]) + 1, int(reviewed[1]) + 1)
        return year_range(head) or one_year(head) or five_year_plan(head)
    if ANNUAL.search(title) or REPORT.search(body_text, 0, HEAD_CHARACTERS):
        year = issued.year + (issued.month == DECEMBER)
        return Years(year, year)
    goals = [
        int(year)
        for year in GOAL_YEAR.findall(plain_years(body_text))
        if 0 <= int(year) - issued.year <= 15
    ]
    return Years(issued.year, max(goals, default=issued.year))


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
