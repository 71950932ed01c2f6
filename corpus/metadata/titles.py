"""The title of a notice (GB/T 9704-2012 7.3.1: 发文机关名称、事由和文种)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.cleaning import Line
from corpus.markers import MARKERS
from corpus.metadata.dates import DATE
from corpus.metadata.layout import Found, Layout
from corpus.metadata.numbering import NUMBER
from corpus.places import named
from corpus.sentences import Span

KINDS_OF_DOCUMENT = (
    "通知|通告|公告|(?<!政府)公报|决定|决议|意见|办法|规定|条例|细则|方案|规划|计划|纲要|要点|报告|总结|安排|措施|政策|指南|清单|"
    "批复|函|令|工作思路|任务分解|行动|章程|准则|规则|解释|(?<!方)法|规范|目录|白皮书|条款|倡议"
)
TITLE_END = re.compile(
    rf"(?:{KINDS_OF_DOCUMENT})[》”]?(?:的通知)?(?:[（(][^（）()]{{1,16}}[）)]){{0,2}}$"
)
SENTENCE = re.compile(r"[。；;！!？?，,：:]")
# Lines of the head that are no title: a date or note under it (题注), who is addressed, the letterhead.
NOT_A_TITLE = re.compile(r"[—\-]{1,4}|[（(【\[{]|各位|原标题")
PERSON = re.compile(r"(?:省|市|区|县|州)\s?长|主席|主任")
LETTERHEAD = re.compile(r"文件$|公报$|公\s*告$")
LABELS = ("名称", "标题", "文件名称", "信息名称", "公文名称")
ORGAN = re.compile(r"^[\u4e00-\u9fff、\s]{2,60}(?:政府|委员会|局|厅|办公室|院|部|委)$")
# 政府工作报告 ——1997年1月28日在…会议上, on one line.
NOTE_BEHIND = re.compile(r"(?<=报告)\s{0,9}(?:——|—)\s{0,3}\d{4}年.{0,80}$")
HEAD_LINES = 15
LONGEST_TITLE = 90
LINES_OF_TITLE = 4
# …工作总结和 ⏎ 2022年工作计划, or the same with 和 on the second line.
JOINS_NEXT = re.compile("[和与及暨、]$")
JOINS_LAST = re.compile("[和与及暨]")
SHORT_END = 16


class _Part(NamedTuple):
    """A line of the head: its words, empty for a numbered heading, and where they stand."""

    words: str
    span: Span


def title(layout: Layout) -> Found[str] | None:
    """Return the title: the first line or lines of the head that end as titles of notices end.

    A title broken over lines comes back whole; a head without one gives the label of the website's
    table, then its first short line that could be one.
    """
    parts = _head(layout)
    head = [part.words for part in parts]
    for index, candidate in enumerate(head):
        if _ends_as_title(candidate):
            last = index + _runs_on(head, index)
            return _found(parts[_first_line(head, last) : last + 1])
    cell = layout.cell(LABELS)
    if cell:
        return Found(cell.value, Span(cell.start, cell.end), f"cell {cell.label}", 0.9)
    first = next((part for part in parts[:3] if _could_be_title(part.words)), None)
    return Found(first.words, first.span, "first short line", 0.5) if first else None


def _found(parts: Sequence[_Part]) -> Found[str]:
    span = Span(parts[0].span.start, parts[-1].span.end)
    return Found("".join(part.words for part in parts), span, "title line (GB/T 9704 7.3.1)", 0.95)


def _head(layout: Layout) -> list[_Part]:
    """Return the body lines of the head without Markdown marks; headings inside it are empty."""
    return [_part(layout, line) for line in layout.body[:HEAD_LINES]]


def _part(layout: Layout, line: Line) -> _Part:
    words = NOTE_BEHIND.sub("", layout.written(line)).strip("*＊ ")
    start = layout.text.index(words, line.start)
    return _Part("" if _is_numbered(words) else words, Span(start, start + len(words)))


def _is_numbered(line: str) -> bool:
    return any(pattern.match(line) for _, pattern in MARKERS)


def _could_be_title(line: str) -> bool:
    return (
        2 <= len(line) <= LONGEST_TITLE
        and not SENTENCE.search(line[-1])
        and not NOT_A_TITLE.match(line)
        and not (PERSON.search(line) and len(line) <= SHORT_END)
        and not DATE.match(line)
        and not NUMBER.match(line)
    )


def _ends_as_title(line: str) -> bool:
    return _could_be_title(line) and bool(TITLE_END.search(line)) and not LETTERHEAD.search(line)


def _runs_on(head: Sequence[str], index: int) -> int:
    """Return how many lines more a line needs: to close its 《, or behind another document's name."""
    line, below = head[index], head[index + 1] if index + 1 < len(head) else ""
    if line.count("《") > line.count("》"):
        return 1 if "》" in below and TITLE_END.search(below) else 0
    joined = line.endswith("》") or JOINS_LAST.match(below)
    return int(bool(joined and _is_part(below) and TITLE_END.search(below)))


def _first_line(head: Sequence[str], end: int) -> int:
    """Return the index of the first line of the title whose last line is ``head[end]``."""
    if "关于" in head[end]:
        return _with_organ(head, end)
    for start in range(end - 1, max(-1, end - LINES_OF_TITLE), -1):
        if not _is_part(head[start]):
            break
        if "关于" in head[start]:
            return _with_organ(head, start)
    if _is_second_half(head, end):
        return _with_place(head, end - 1)
    needs_above = len(head[end]) <= SHORT_END and end > 0 and _opens_title(head[end - 1], head[end])
    return end - 1 if needs_above else end


def _with_organ(head: Sequence[str], start: int) -> int:
    """Return the first of the lines before, if organs stand alone there above 关于…."""
    if not head[start].startswith("关于"):
        return start
    while start > 0 and _is_part(head[start - 1]) and ORGAN.search(head[start - 1]):
        start -= 1
    return start


def _is_second_half(head: Sequence[str], end: int) -> bool:
    above = head[end - 1] if end > 0 else ""
    return _is_part(above) and bool(JOINS_NEXT.search(above) or JOINS_LAST.match(head[end]))


def _with_place(head: Sequence[str], start: int) -> int:
    """Return the line before, if it is the place or organ that stands alone above the title."""
    above = head[start - 1] if start > 0 else ""
    alone = ORGAN.search(above) or any(place.name == above for place in named(above))
    return start - 1 if alone and _is_part(above) else start


def _is_part(line: str) -> bool:
    return _could_be_title(line) and not SENTENCE.search(line) and not LETTERHEAD.search(line)


def _opens_title(above: str, below: str) -> bool:
    """Return whether a short last line (行动计划（2018—2020年）) needs the line above to be a title."""
    bare = TITLE_END.sub("", below)
    return len(bare) <= 6 and _is_part(above) and not above.endswith(("政府", "委员会", "局", "厅"))
