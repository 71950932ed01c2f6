"""The task ledger: who does what by when, from the brackets that action plans put after each item.

The bracket is （责任单位：区科委，完成时间：6月底前） or （市科委牵头，市财政局配合）; the labels may also stand on
a line of their own below the item.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.cleaning import Line
from corpus.deadlines import due_on
from corpus.figures.ledger import Origin
from corpus.markers import after_marker
from corpus.notice import Section, Task, Years
from corpus.outline import own_lines
from corpus.sentences import Span

__all__ = ["due_on", "tasks"]

LEADERS = "责任单位|牵头单位|责任部门|牵头部门|主办单位|责任主体|负责单位"
HELPERS = "配合单位|协办单位|配合部门|参与单位|参加单位|协助单位"
LABELLED = re.compile(rf"(?:{LEADERS})\s{{0,3}}[:：]")
BRACKET = re.compile(r"[（(]([^（）()]{2,300})[）)]")
LABELS_BELOW = re.compile(
    rf"[（(【\[]?(?:{LEADERS}|{HELPERS}|完成时间|完成时限|完成日期|时限)[】\]]?\s{{0,3}}[:：]"
)
LABEL_LINE = re.compile(rf"[（(【\[]?(?:{LEADERS})[】\]]?\s{{0,3}}[:：]")
NAMES = (
    r"\s{0,3}[:：]\s{0,3}([^:：]{1,200}?)(?=[,，;；。]?\s{0,3}[^\s:：,，;；]{2,6}[:：]|[。）)]?$)"
)
RESPONSIBLE = re.compile(rf"({LEADERS}){NAMES}")
SUPPORTING = re.compile(rf"({HELPERS}){NAMES}")
DEADLINE = re.compile(
    r"(?:完成时间|完成时限|时间节点|时限要求|时限|完成日期)\s{0,3}[:：]\s{0,3}([^,，;；。)）]{1,40})"
)
# （…牵头，2020年底前完成）: a part of the bracket that is a day and nothing else.
DAY = (
    r"(?:(?:20|２０)\d{2}年|今年|年)?(?:\d{1,2}月(?:\d{1,2}日)?|第?[一二三四]季度|[上下]半年)?"
    r"(?:上旬|中旬|下旬)?[底末内]?(?:之?前|以前)?"
)
DAY_ALONE = re.compile(
    rf"(?:^|[,，;；])\s{{0,3}}(?=[^,，;；]{{2}})({DAY})(?:完成|建成|落实)?\s{{0,3}}(?=$|[,，;；。])"
)
ORGANS = r"[市区县省州各][\u4e00-\u9fff、（）()]{1,60}?"
LED_BY = re.compile(rf"由?({ORGANS})(?:负责|牵头)")
HELPED_BY = re.compile(rf"[,，;；、]\s{{0,3}}({ORGANS})(?:配合|参与|协助)")
SEPARATOR = re.compile(r"[、,，;；]\s{0,3}")


class _Assignment(NamedTuple):
    """Where an item and the words that assign it stand, and those words."""

    item: Span
    end: int
    words: str


def tasks(
    origin: Origin, text: str, body: Sequence[Line], sections: Sequence[Section]
) -> list[Task]:
    """Return the tasks of a notice that name who is responsible, in text order."""
    return [
        _task(origin, section.years, text, assignment)
        for section in sections
        for assignment in _assignments(text, list(own_lines(section, body)))
    ]


def _assignments(text: str, lines: Sequence[Span]) -> Iterator[_Assignment]:
    above: Span | None = None
    below: _Assignment | None = None
    for start, end in lines:
        begin = after_marker(text, start, end)
        if below and LABELS_BELOW.match(text, begin, end):
            below = below._replace(end=end, words=f"{below.words}；{text[begin:end]}")
            continue
        if below:
            yield below
        bracket = next(filter(_assigns, BRACKET.finditer(text, begin, end)), None)
        below = _below(text, above, Span(begin, end), bracket)
        if bracket and not below and text[begin : bracket.start()].strip():
            yield _Assignment(Span(begin, bracket.start()), bracket.end(), bracket[1])
        above = Span(begin, end)
    if below:
        yield below


def _below(
    text: str, above: Span | None, line: Span, bracket: re.Match[str] | None
) -> _Assignment | None:
    """Return the assignment of the line above, if this line is nothing but one."""
    if above is None or (bracket and text[line.start : bracket.start()].strip()):
        return None
    if bracket or LABEL_LINE.match(text, *line):
        return _Assignment(above, line.end, bracket[1] if bracket else text[line.start : line.end])
    return None


def _assigns(bracket: re.Match[str]) -> bool:
    """Return whether a bracket names who is responsible."""
    return bool(LABELLED.search(bracket[1]) or LED_BY.fullmatch(bracket[1].split("，")[0]))


def _task(origin: Origin, years: Years | None, text: str, found: _Assignment) -> Task:
    deadline = DEADLINE.search(found.words) or DAY_ALONE.search(found.words)
    written = deadline[1].strip() if deadline else None
    return Task(
        notice_id=origin.notice_id,
        place=origin.place,
        year=years.first if years else None,
        text=text[found.item.start : found.item.end].strip(),
        responsible=_names(found.words, RESPONSIBLE, LED_BY),
        supporting=_names(found.words, SUPPORTING, HELPED_BY),
        deadline=written,
        due_on=due_on(written, years) if written else None,
        start=found.item.start,
        end=found.end,
        quote=text[found.item.start : found.end],
    )


def _names(words: str, labelled: re.Pattern[str], in_prose: re.Pattern[str]) -> tuple[str, ...]:
    """Return the names behind every such label, those who lead first; in prose, the first."""
    found = sorted(labelled.finditer(words), key=lambda label: "牵头" not in label[1])
    prose = None if found else in_prose.search(words)
    lists = [label[2] for label in found] + ([prose[1]] if prose else [])
    names = (name.strip() for listed in lists for name in SEPARATOR.split(listed.strip()))
    return tuple(dict.fromkeys(filter(None, names)))
