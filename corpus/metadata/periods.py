"""When a notice was issued and which years it plans for."""

import re
from collections.abc import Sequence
from datetime import date

from corpus.cleaning import Line
from corpus.metadata.dates import explicit_years, find_date, is_date_line
from corpus.notice import Years

LABELS = ("成文日期", "发文日期", "发布日期", "生成日期", "公开日期")
GOAL_YEAR = re.compile(r"到((?:19|20)\d{2})年底?")
ANNUAL = re.compile(r"(?:年度|工作要点|工作计划|重点工作|工作安排|工作思路|工作报告)")


def issued_on(text: str, lines: Sequence[Line]) -> date | None:
    """Return the date of issue.

    The signature (成文日期, GB/T 9704-2012 7.3.6) comes before the labels of the website, which
    tell when the page was put up.
    """
    for line in lines:
        written = text[line.start : line.end]
        if line.kind == "body" and is_date_line(written):
            return find_date(written)
    meta = [text[line.start : line.end] for line in lines if line.kind == "meta"]
    for label in LABELS:
        for written in meta:
            if written.startswith(label) and find_date(written):
                return find_date(written)
    return next((found for written in meta if (found := find_date(written))), None)


def plan_years(title: str, issued: date | None, body_text: str) -> Years | None:
    """Return the years a notice plans for.

    The title says it (2016年工作要点, 2018—2020年行动计划, 十三五规划). Where it does not, a plan runs
    from the year of issue to the last year its goals are set for (到2020年…); one that sets no
    goal year, or is annual by its name, is for the year of issue.
    """
    stated = explicit_years(title)
    if stated:
        return stated
    if issued is None:
        return explicit_years(body_text[:400])
    goals = [
        int(year) for year in GOAL_YEAR.findall(body_text) if 0 <= int(year) - issued.year <= 15
    ]
    last = issued.year if ANNUAL.search(title) else max(goals, default=issued.year)
    return Years(issued.year, last)
