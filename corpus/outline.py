"""The outline of a notice: 一、 （一） 1. （1） ① and 第X章 第X条, as sections with offsets.

GB/T 9704-2012 (党政机关公文格式) 7.3.3 orders the ladder 一、 → （一） → 1. → （1）. Real notices
skip rungs and mix half and full width, so the level of a heading is its depth among the kinds of
numbers open above it, not a fixed rung.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.cleaning import Line
from corpus.metadata.dates import explicit_years
from corpus.neighbours import with_next
from corpus.notice import Role, Section, Years
from corpus.numerals import chinese_number

HAN_NUMBER = "[一二三四五六七八九十百零〇]{1,5}"
MARKERS = (
    ("part", re.compile(rf"第({HAN_NUMBER}|\d{{1,3}})(?:编|部分|篇)\s*[:：、]?")),
    ("chapter", re.compile(rf"第({HAN_NUMBER}|\d{{1,3}})章\s*")),
    ("clause", re.compile(rf"第({HAN_NUMBER}|\d{{1,3}})节\s*")),
    ("article", re.compile(rf"第({HAN_NUMBER}|\d{{1,3}})条\s*")),
    ("annex", re.compile(rf"附\s*件\s*({HAN_NUMBER}|\d{{1,2}})?\s*(?:[:：.、]|$)")),
    ("han", re.compile(rf"({HAN_NUMBER})\s*[、.．]")),
    ("bracketed han", re.compile(rf"[（(]\s*({HAN_NUMBER})\s*[）)]\s*[、.]?")),
    ("arabic", re.compile(r"(\d{1,2})\s*(?:[、．]|\.(?!\d)|[）)])\s*")),
    ("bracketed arabic", re.compile(r"[（(]\s*(\d{1,2})\s*[）)]\s*[、.]?")),
    ("circled", re.compile(r"([①-⑳])\s*")),
)
MARKDOWN = re.compile(r"#{1,6}\s+")
HEADING_LINE = 60
RUN_IN_HEADING = 40
# Chinese noun phrases end in their head: 工作总结 is a summary, 总结3-5个案例 is something to do.
LOOKING_BACK = re.compile(
    r"(?:回顾|总结|成效|成绩|成就|背景|现状|基础|形势|(?:完成|进展|执行|工作|落实)情况|过去(?:一|五|的)?五?年)"
    r"[。:：]?$"
)
PERIOD_OF_SECTION = re.compile(
    r"(?:年|五[”\"]?)(?:的|度|主要|重点|科技|经济|社会|政府|全区|全市|总体|发展|规划)*"
    r"(?:回顾|安排|任务|目标|打算|工作|总结|情况|思路|重点|展望|时期|期间|要求)"
)


@dataclass(frozen=True, slots=True)
class _Heading:
    kind: str
    marker: str
    ordinal: int
    text: str
    start: int
    end: int


def sections(text: str, body: Sequence[Line], plan_years: Years | None) -> list[Section]:
    """Return the sections in text order; the first, of level 0, is what stands before any heading.

    :param body: the lines of the notice proper, as `corpus.cleaning.lines` finds them.
    """
    if not body:
        return []
    found = [Section(0, "", "", (), body[0].start, body[-1].end, "plan", plan_years)]
    ladder: list[str] = []
    last: dict[str, int] = {}
    for line in body:
        heading = _heading(text, line)
        if heading is None or not _continues(heading, last):
            continue
        level = _climb(ladder, heading.kind)
        last[heading.kind] = heading.ordinal
        found.append(_section(heading, level, found, body[-1].end, plan_years))
    return _closed(text, found)


def _heading(text: str, line: Line) -> _Heading | None:
    markdown = MARKDOWN.match(text, line.start, line.end)
    start = markdown.end() if markdown else line.start
    for kind, pattern in MARKERS:
        match = pattern.match(text, start, line.end)
        if match:
            ordinal = _ordinal(match.group(1))
            end = _heading_end(text, match.end(), line.end)
            return _Heading(
                kind, match.group().strip(), ordinal, text[match.end() : end], start, end
            )
    if markdown:
        return _Heading("markdown", "", 0, text[start : line.end], start, line.end)
    return None


def _ordinal(number: str | None) -> int:
    if not number:
        return 1
    if "①" <= number <= "⑳":
        return ord(number) - ord("①") + 1
    return int(number) if number.isdigit() else chinese_number(number)


def _heading_end(text: str, start: int, end: int) -> int:
    """Return where the heading ends: with the line, or before the text that runs on after it."""
    if end - start <= HEADING_LINE and not re.search(r"[。；;]", text[start : end - 1]):
        return end
    stop = re.compile(r"[。；;:：]").search(text, start, min(end, start + RUN_IN_HEADING))
    comma = re.compile(r"[，,]").search(text, start, min(end, start + RUN_IN_HEADING))
    found = stop or comma
    return found.start() if found else min(end, start + RUN_IN_HEADING)


def _continues(heading: _Heading, last: dict[str, int]) -> bool:
    """Return whether the number goes on from the last of its kind, or starts a new series.

    A bare "2016. " at the start of a line, or item 7 of nothing, is a number in the text.
    """
    if heading.kind in ("markdown", "annex") or heading.ordinal == 1:
        return True
    before = last.get(heading.kind)
    return before is not None and before < heading.ordinal <= before + 3


def _climb(ladder: list[str], kind: str) -> int:
    """Open the kind on the ladder and return its level, from 1."""
    if kind in ("annex", "part"):
        ladder.clear()
    if kind in ladder:
        del ladder[ladder.index(kind) + 1 :]
    else:
        ladder.append(kind)
    return len(ladder)


def _section(
    heading: _Heading, level: int, before: list[Section], end: int, plan_years: Years | None
) -> Section:
    parent = next((s for s in reversed(before) if s.level < level), before[0])
    title = f"{heading.marker}{heading.text.strip()}"
    role: Role = (
        "review" if parent.role == "review" or LOOKING_BACK.search(heading.text) else "plan"
    )
    years = _section_years(heading.text, role, parent, plan_years)
    path = (*parent.path, title)
    return Section(level, heading.marker, title, path, heading.start, end, role, years)


def _section_years(
    heading: str, role: Role, parent: Section, plan_years: Years | None
) -> Years | None:
    stated = explicit_years(heading) if PERIOD_OF_SECTION.search(heading) else None
    if stated:
        return stated
    if role == "review" and parent.role != "review" and plan_years:
        return Years(plan_years.first - 1, plan_years.first - 1)
    return parent.years


def _closed(text: str, found: list[Section]) -> list[Section]:
    """End each section where the next begins."""
    closed = []
    for section, following in with_next(found):
        end = following.start if following else section.end
        stripped = len(text[section.start : end].rstrip())
        closed.append(replace(section, end=section.start + stripped))
    return [section for section in closed if section.start < section.end]
