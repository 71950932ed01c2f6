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
LABEL_LINE = re.compile(rf"[（(【\[]?(?:{LEADERS})[】\]]?\s{{0,3}}[:：]")
NAMES = (
    r"\s{0,3}[:：]\s{0,3}([^:：]{1,200}?)(?=[,，;；。]?\s{0,3}[^\s:：,，;；]{2,6}[:：]|[。）)]?$)"
)
RESPONSIBLE = re.compile(rf"(?:{LEADERS}){NAMES}")
SUPPORTING = re.compile(rf"(?:{HELPERS}){NAMES}")
DEADLINE = re.compile(
    r"(?:完成时间|完成时限|时间节点|时限要求|时限|完成日期)\s{0,3}[:：]\s{0,3}([^,，;；。)）]{1,40})"
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
    for start, end in lines:
        begin = after_marker(text, start, end)
        bracket = next(filter(_assigns, BRACKET.finditer(text, begin, end)), None)
        if bracket and text[begin : bracket.start()].strip():
            item = Span(begin, bracket.start())
            yield _Assignment(item, bracket.end(), bracket[1])
        elif above and (bracket or LABEL_LINE.match(text, begin, end)):
            yield _Assignment(above, end, bracket[1] if bracket else text[begin:end])
        above = Span(begin, end)


def _assigns(bracket: re.Match[str]) -> bool:
    """Return whether a bracket names who is responsible."""
    return bool(LABELLED.search(bracket[1]) or LED_BY.fullmatch(bracket[1].split("，")[0]))


def _task(origin: Origin, years: Years | None, text: str, found: _Assignment) -> Task:
    deadline = DEADLINE.search(found.words)
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
    found = labelled.search(words) or in_prose.search(words)
    parts = SEPARATOR.split(found[1].strip()) if found else ()
    return tuple(part.strip() for part in parts if part.strip())
