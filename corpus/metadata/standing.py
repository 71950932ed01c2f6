"""Whether a notice still holds (有效性), and what kind of document it is (文种)."""

import re
from collections.abc import Iterator

from corpus.metadata.layout import Found, Layout
from corpus.metadata.titles import KINDS_OF_DOCUMENT
from corpus.notice import Status
from corpus.sentences import Span

LABELS = ("有效性", "当前状态", "状态", "效力状态", "文件状态", "时效性", "文件有效性", "效力")
MEANINGS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("repealed", re.compile("废止")),
    ("expired", re.compile("失效|无效|过期|届满")),
    ("amended", re.compile("修改|修订|修正")),
    ("in_force", re.compile("有效")),
)
# 【已废止】 or （失效） beside the title; 有效期 is a period, no state.
MARK = re.compile(
    r"[【\[（(]\s{0,3}(?:本?文件)?(?:已|全文)?(?:现行有效|有效|废止|失效)\s{0,3}[】\]）)]"
)
PRINTED = re.compile(
    r"(?:印发|转发|批转|公布|发布)(?:.*《(?P<quoted>[^《》]{2,80})》|(?P<bare>.{2,80}?))(?:的通知|的函|$)"
)
ANNOTATION = re.compile(r"[（(][^（）()]{1,20}[）)]|[”》\s]+$")
# The longer name first: 实施方案 is one kind, 方案 another.
TYPES = re.compile(
    r"(?:政府工作报告|工作报告|工作要点|工作总结|工作计划|工作安排|工作思路|工作方案|实施方案|行动方案|行动计划|实施意见|指导意见|若干意见|"
    r"若干措施|若干政策|若干规定|若干问题的规定|政策措施|管理办法|实施办法|实施细则|管理规定|暂行办法|暂行规定|规划纲要|任务分解|申报指南|"
    rf"任务清单|{KINDS_OF_DOCUMENT})$"
)


def status(layout: Layout, title: Found[str] | None) -> Found[Status] | None:
    """Return whether the page says that the notice holds, was amended, has expired or was repealed."""
    return next(_states(layout, title), None)


def notice_type(title: Found[str] | None) -> Found[str] | None:
    """Return the kind of the document itself: 工作要点 for 关于印发《2016年工作要点》的通知.

    通知 is that of a notice which prints no other document.
    """
    if title is None:
        return None
    words = _bare(title.value)
    printed = PRINTED.search(words)
    inner = _bare(printed["quoted"] or printed["bare"]) if printed else words
    found = TYPES.search(inner) or TYPES.search(words)
    return Found(found.group(), title.span, "last words of the title", 0.95) if found else None


def _bare(words: str) -> str:
    return ANNOTATION.sub("", words).strip()


def _states(layout: Layout, title: Found[str] | None) -> Iterator[Found[Status]]:
    cell = layout.cell(LABELS)
    if cell:
        span = Span(cell.start, cell.end)
        yield from _meaning(cell.value, span, f"cell {cell.label}", 0.97)
    end = title.span.end + 20 if title and title.span else 0
    for mark in MARK.finditer(layout.text, 0, end):
        yield from _meaning(mark.group(), Span(*mark.span()), "mark beside the title", 0.9)


def _meaning(words: str, span: Span, rule: str, confidence: float) -> Iterator[Found[Status]]:
    for state, pattern in MEANINGS:
        if pattern.search(words):
            yield Found(state, span, rule, confidence)
            return
