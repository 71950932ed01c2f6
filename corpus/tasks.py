"""The task ledger: who does what by when, from the brackets that action plans put after each item."""

import re
from collections.abc import Sequence
from datetime import date

from corpus.cleaning import Line
from corpus.figures.ledger import Origin
from corpus.notice import Section, Task, Years

BRACKET = re.compile(r"[（(]([^（）()]*(?:责任单位|牵头单位|责任部门|牵头部门)[^（）()]*)[）)]")
RESPONSIBLE = re.compile(
    r"(?:责任单位|牵头单位|责任部门|牵头部门)\s*[:：]\s*([^:：]+?)(?=[,，;；]\s*\S{2,6}[:：]|$)"
)
SUPPORTING = re.compile(
    r"(?:配合单位|协办单位|配合部门|参与单位)\s*[:：]\s*([^:：]+?)(?=[,，;；]\s*\S{2,6}[:：]|$)"
)
DEADLINE = re.compile(r"(?:完成时间|完成时限|时间节点|时限)\s*[:：]\s*([^,，;；)）]+)")
LED_BY = re.compile(r"由?(区\S{2,8}?|市\S{2,8}?)(?:负责)?牵头")
MONTH = re.compile(r"(?:((?:19|20)\d{2})年)?(\d{1,2})月(?:(\d{1,2})日|底|末)?前?")
LAST_DAY = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


def tasks(
    origin: Origin, text: str, body: Sequence[Line], sections: Sequence[Section]
) -> list[Task]:
    """Return the tasks of a notice that name who is responsible, in text order."""
    found = []
    for section in sections:
        for line in body:
            start, end = max(line.start, section.start), min(line.end, section.end)
            bracket = BRACKET.search(text, start, end) if start < end else None
            if bracket and line.kind == "body":
                found.append(_task(origin, section.years, text[start:end], start, bracket, text))
    return found


def _task(
    origin: Origin, years: Years | None, line: str, start: int, bracket: re.Match[str], text: str
) -> Task:
    inside = bracket.group(1)
    deadline = DEADLINE.search(inside)
    written = deadline[1].strip() if deadline else None
    return Task(
        notice_id=origin.notice_id,
        place=origin.place,
        year=years.first if years else None,
        text=text[start : bracket.start()].strip(),
        responsible=_names(RESPONSIBLE, inside),
        supporting=_names(SUPPORTING, inside),
        deadline=written,
        due_on=due_on(written, years) if written else None,
        start=start,
        end=bracket.end(),
        quote=text[start : bracket.end()],
    )


def _names(pattern: re.Pattern[str], inside: str) -> tuple[str, ...]:
    found = pattern.search(inside)
    return tuple(re.split(r"[、,，;；]\s*", found[1].strip())) if found else ()


def due_on(deadline: str, years: Years | None) -> date | None:
    """Return the last day of a deadline: 6月底前 in a plan for 2015 → 2015-06-30."""
    year = years.first if years else None
    half = {
        "上半年": (6, 30),
        "下半年": (12, 31),
        "年内": (12, 31),
        "年底": (12, 31),
        "全年": (12, 31),
    }
    for words, (month, day) in half.items():
        if words in deadline and year:
            return date(year, month, day)
    found = MONTH.search(deadline)
    if not found or not (found[1] or year):
        return None
    month = int(found[2])
    if month not in LAST_DAY:
        return None
    day = min(int(found[3]), LAST_DAY[month]) if found[3] else LAST_DAY[month]
    return date(int(found[1] or year or 0), month, day)
