"""The title of a notice (GB/T 9704-2012 7.3.1: 发文机关名称、事由和文种)."""

import re
from collections.abc import Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from corpus.cleaning import Line
from corpus.markers import MARKERS
from corpus.metadata.dates import DATE
from corpus.metadata.layout import Found, Layout
from corpus.metadata.numbering import NUMBER
from corpus.numerals import plain_digits
from corpus.places import named
from corpus.sentences import Span

KINDS_OF_DOCUMENT = (
    "通知|通告|公告|(?<!政府)公报|决定|决议|意见|办法|规定|条例|细则|方案|规划|计划|纲要|要点|报告|总结|安排|措施|政策|指南|清单|"
    "批复|函|令|工作思路|工作打算|任务分解|行动|章程|准则|规则|解释|(?<!方)法|规范|目录|白皮书|条款|倡议|通报|请示|议案|纪要|指引|预案|导则|公示|"
    "守则|答复|解答|法典|修正案"
)
TITLE_END = re.compile(
    rf"(?:{KINDS_OF_DOCUMENT})(?:[（(][^（）()]{{1,16}}[）)])?[》”]?(?:的通知)?(?:[（(][^（）()]{{1,16}}[）)]){{0,2}}$"
)
SENTENCE = re.compile(r"[。；;！!？?，,：:]")
# Lines of the head that are no title: a date or note under it (题注), who is addressed, the letterhead.
NOT_A_TITLE = re.compile(
    r"[—\-]{1,4}|[（(【\[{]|各位|原标题|\d{1,2}月\d{1,2}日|[总附]\s{0,9}则$|[一二三四五六七八九十]{1,3}\s"
)
# The last words of a note, and who speaks: 某市市长 张三.
ENDS_OTHERWISE = re.compile(
    r"(?:通过|批准|修正|修订)[）)]?$|(?:省|市|区|县|州|盟|旗)\s?长\s{0,6}[\u4e00-\u9fff·\s]{2,14}$"
)
# 【已废止】 or （失效） beside the title is no part of it; 有效期 is a period, no state.
MARK = re.compile(
    r"[【\[（(](?:[^【】\[\]（）()《》\n]{0,24}(?:已|被|全文|日)|\s{0,3}(?:本?文件?)?)(?:现行|宣布)?(?:有效|废止|失效)\s{0,3}[】\]）)]"
)
# 关于印发某方案 is not at its end before 的通知.
PRINTS = re.compile("印发|转发|批转|下发|发布|公布|修订|废止|修改")
PRINTED = re.compile(
    r"的?(?:通知|通告|公告|函|决定|命令|令|通报|批复)[》”]?(?:[（(][^（）()]{1,16}[）)])?$"
)
# （2018—2020年） or （试行） below a title ends it.
SUBTITLE = re.compile(
    r"[（(]\s{0,3}(?:(?:19|20)\d{2}年?\s{0,2}(?:版|度|本|[-—–－~～至]{1,3}\s{0,2}(?:19|20)\d{2}年?)?|试\s?行|暂\s?行|"
    r"(?:\d{4}年)?修\s?订[版稿]?|[^（）()]{0,8}[稿案])\s{0,3}[）)]"
)
PERSON = re.compile(r"(?:省|市|区|县|州)\s?长|主席|主任")
# What heads the first page, with the organ before it; 关于… is a title whatever it ends in.
LETTERHEAD = re.compile(r"文件$|公报$|(?<!的)公\s*告$|(?:政府|委员会|[局厅部院委办])令$")
LABELS = ("名称", "标题", "文件名称", "信息名称", "公文名称")
ORGAN = re.compile(r"^[\u4e00-\u9fff、\s]{2,60}(?:政府|委员会|局|厅|办公室|院|部|委)$")
# 政府工作报告 ——1997年1月28日在…会议上, on one line.
NOTE_BEHIND = re.compile(
    r"(?<=报告)\s{0,9}(?:(?:——|—)\s{0,3}\d{4}年.{0,80}|[（(]\d{4}年[^（）()]{0,60}会议上[^（）()]{0,20}[）)])$"
)
QUOTED = re.compile("《[^《》]{1,80}》")
HEAD_LINES = 15
LONGEST_TITLE = 90
LINES_OF_TITLE = 6
# A mark of its standing is found up to so far behind a title.
BEHIND = 20
# 2016年工作总结 below the name of an organ, as 关于… below one.
ABOUT = re.compile(r"关于|印发|转发|批转|[“\"]?(?:(?:19|20)\d{2}\s?年|十[一二三四五]五)")
# A title that opens with what it is about, below the number; 第12期, 2021年第5号 of a series.
ABOUT_ONE = re.compile("关于|印发|转发|批转")
SERIAL = re.compile(r"(?:[（(〔\[]?(?:19|20)\d{2}[〕）)\]年]?\s?)?[（(]?第?\s?\d{1,4}\s?[号期次]")
# …工作总结和 ⏎ 2022年工作计划, or the same with 和 on the second line.
UNFINISHED = re.compile("(?:印发|转发|批转|发布|公布|修改|废止|关于)$")
JOINS_NEXT = re.compile("[和与及暨、]$")
JOINS_LAST = re.compile("[和与及暨]")
SHORT_END = 16
SHORT_REST, LONGEST_REST = 5, 12


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
        if _ends_as_title(candidate) and not _heads_a_title(head, index):
            last = index + _runs_on(head, index)
            first = _first_line(head, last)
            return _found(parts[first : _last_line(head, first, last) + 1])
    cell = layout.cell(LABELS)
    if cell:
        return Found(cell.value, Span(cell.start, cell.end), f"cell {cell.label}", 0.9)
    return _first_short(parts)


def _heads_a_title(head: Sequence[str], index: int) -> bool:
    """Return whether a line is the name of a series above a number (某市政府会议纪要), the title below it."""
    below = plain_digits(head[index + 1]) if index + 1 < len(head) else ""
    down_to_it = "".join(head[max(0, index - LINES_OF_TITLE) : index + 1])
    if ABOUT_ONE.search(down_to_it) or not (NUMBER.match(below) or SERIAL.match(below)):
        return False
    behind = takewhile(lambda line: not SENTENCE.search(line), head[index + 2 :])
    return any(map(ABOUT_ONE.search, islice(behind, LINES_OF_TITLE)))


def _first_short(parts: Sequence[_Part]) -> Found[str] | None:
    """Return the first short line, with 关于… below it if it is the organ that speaks."""
    for part, below in zip(parts[:3], (*parts[1:], None), strict=False):
        if _could_be_title(part.words):
            if below and ORGAN.search(part.words) and below.words.startswith("关于"):
                return _found([part, below])._replace(confidence=0.6)
            return Found(part.words, part.span, "first short line", 0.5)
    return None


def _found(parts: Sequence[_Part]) -> Found[str]:
    span = Span(parts[0].span.start, parts[-1].span.end)
    return Found("".join(part.words for part in parts), span, "title line (GB/T 9704 7.3.1)", 0.95)


def _head(layout: Layout) -> list[_Part]:
    """Return the body lines of the head without Markdown marks; headings inside it are empty."""
    return [_part(layout, line) for line in layout.body[:HEAD_LINES]]


def _part(layout: Layout, line: Line) -> _Part:
    words = MARK.sub("", NOTE_BEHIND.sub("", layout.written(line))).strip("*＊ ")
    number = NUMBER.match(plain_digits(words))
    if number and "关于" in words[number.end() :]:
        words = words[number.end() :].strip()
    start = max(layout.text.find(words[:9], line.start, line.end), line.start)
    mark = MARK.match(layout.text, line.start, line.end)
    if mark and words:
        start = max(layout.text.find(words[:9], mark.end(), line.end), mark.end())
    return _Part("" if _is_numbered(words) else words, Span(start, start + len(words)))


def _is_numbered(line: str) -> bool:
    return any(pattern.match(line) for _, pattern in MARKERS)


def _could_be_title(line: str) -> bool:
    return (
        2 <= len(line) <= LONGEST_TITLE
        and not SENTENCE.search(line[-1])
        and not NOT_A_TITLE.match(line)
        and not (PERSON.search(line) and len(line) <= SHORT_END)
        and not ENDS_OTHERWISE.search(line)
        and not DATE.match(plain_digits(line))
        and not NUMBER.match(line)
    )


def _is_sentence(line: str) -> bool:
    """Return whether a line has the comma of a sentence; titles have theirs in 《》 and behind 关于."""
    return "，" in QUOTED.sub("", line) and "关于" not in line.partition("，")[0]


def _ends_as_title(line: str) -> bool:
    ends = bool(TITLE_END.search(line)) and not _is_letterhead(line)
    return ends and _could_be_title(line) and not _is_sentence(line)


def _runs_on(head: Sequence[str], index: int) -> int:
    """Return how many lines more a line needs: to close its 《, or behind another document's name."""
    line, below = head[index], head[index + 1] if index + 1 < len(head) else ""
    if line.count("《") > line.count("》"):
        return 1 if "》" in below and TITLE_END.search(below) else 0
    joined = line.endswith("》") or JOINS_LAST.match(below) or _continues(line, below)
    return int(bool(joined and _is_part(below) and TITLE_END.search(below)))


def _continues(line: str, below: str) -> bool:
    """Return whether the line below is the short rest of a title: …发展计划 above 审查监督条例."""
    rest = SHORT_REST <= len(below) <= LONGEST_REST and not ABOUT.match(below)
    names_place = any(below.startswith(place) for place in (line[:2], line[:3]) if place)
    return bool(rest and not PRINTED.search(line) and not names_place and not ORGAN.search(below))


def _last_line(head: Sequence[str], first: int, last: int) -> int:
    """Return the last line of a title: 的通知 and a period in brackets may stand below what is printed."""
    joint = "".join(head[first : last + 1])
    if PRINTS.search(joint) and not PRINTED.search(joint):
        for end in range(last + 1, min(last + LINES_OF_TITLE, len(head))):
            if not (_is_part(head[end]) or SUBTITLE.match(head[end])):
                break
            if PRINTED.search(head[end]):
                return end
    below = head[last + 1] if last + 1 < len(head) else ""
    return last + 1 if SUBTITLE.fullmatch(below) else last


def _first_line(head: Sequence[str], end: int) -> int:
    """Return the index of the first line of the title whose last line is ``head[end]``."""
    if "关于" in QUOTED.sub("", head[end]):
        return _with_organ(head, end)
    above = head[end - 1] if end else ""
    if head[end].startswith("《") and UNFINISHED.search(above):
        return _with_organ(head, end - 1)
    for start in range(end - 1, max(-1, end - LINES_OF_TITLE), -1):
        if not _is_part(head[start]):
            break
        if "关于" in head[start]:
            return _with_organ(head, start)
    if _is_second_half(head, end):
        return _with_place(head, end - 1)
    if ABOUT.match(head[end]) and _with_organ(head, end) < end:
        return _with_organ(head, end)
    needs_above = len(head[end]) <= SHORT_END and end > 0 and _opens_title(head[end - 1], head[end])
    return end - 1 if needs_above else end


def _with_organ(head: Sequence[str], start: int) -> int:
    """Return the first of the lines before, if organs stand alone there above 关于….

    Organs above a line that opens with another organ issued it jointly; a letterhead is named again.
    """
    own = head[start].partition("关于")[0]
    joint = own and ORGAN.search(own) and head[start - 1][:4] not in own
    if not (ABOUT.match(head[start]) or joint):
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
    return _could_be_title(line) and not SENTENCE.search(line) and not _is_letterhead(line)


def _is_letterhead(line: str) -> bool:
    return "关于" not in line and LETTERHEAD.search(line) is not None


def _opens_title(above: str, below: str) -> bool:
    """Return whether a short last line (行动计划（2018—2020年）) needs the line above to be a title."""
    bare = TITLE_END.sub("", below)
    return len(bare) <= 6 and _is_part(above) and not above.endswith(("政府", "委员会", "局", "厅"))
