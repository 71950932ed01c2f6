"""Whether a notice still holds (有效性), and what kind of document it is (文种)."""

import re
from collections.abc import Iterator

from corpus.metadata.layout import Found, Layout
from corpus.metadata.notes import notes
from corpus.metadata.titles import BEHIND, KINDS_OF_DOCUMENT, MARK
from corpus.notice import Status
from corpus.sentences import Span

LABELS = (
    "有效性",
    "当前状态",
    "状态",
    "效力状态",
    "文件状态",
    "时效性",
    "时效",
    "文件有效性",
    "效力",
    "是否有效",
)
MEANINGS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("repealed", re.compile("废止")),
    ("expired", re.compile("失效|无效|过期|届满")),
    ("amended", re.compile("修改|修订|修正")),
    ("in_force", re.compile("有效")),
)
# A rule that was amended says so in the note under its title (题注).
AMENDED = re.compile(r"修正|修订|修改")
PRINTED = re.compile(
    r"(?:印发|转发|批转|公布|发布)(?:.{0,60}《(?P<quoted>[^《》]{2,80})》|(?P<bare>.{2,80}?))(?:的通知|的函|$)"
)
ANNOTATION = re.compile(r"[（(][^（）()]{1,20}[）)]|[”》\s]+$")
# What is managed is no part of the kind (管理办法), how it holds is (实施, 暂行); the longer name first.
TYPES = re.compile(
    r"(?:政府工作报告|若干问题的规定|规划纲要|政策措施|工作(?:报告|要点|总结|计划|安排|思路|打算|方案)|(?:任务分解|会议|实施|行动|指导|若干|暂行|申报)"
    rf"(?:{KINDS_OF_DOCUMENT})|任务分解|任务清单|{KINDS_OF_DOCUMENT})$"
)
# 2018年工作总结和2019年工作计划 is a summary.
SUMMARY = re.compile(r"工作总结(?=[和与及暨、以])")
# A line above or below the title: 本文件已于2020年12月31日废止.
OF_ITSELF = re.compile(
    r"[本该此](?:文件?|件|通知|办法|规定|政策)[^。；，\n《》]{0,20}(?:废止|失效|有效)[。！]?"
)
HEAD_LINES = 8
# What a text without a title calls itself.
RULE = re.compile(r"制[定订]本((?:实施|暂行)?(?:条例|办法|规定|细则|规则|准则|章程|法))")
# 本办法自2018年1月1日起施行, 本办法由市科技局负责解释, wherever a text without a head says it.
ITSELF = re.compile(
    r"本((?:实施|暂行)?(?:条例|办法|规定|细则|规则|准则|章程|意见|方案|措施|政策|规划|计划|通知|法))"
    r"(?:自|从|由[^。；，\n]{2,30}解释|所称|有效期)"
)
GOVERNMENT = re.compile(r"(?:代表|受).{0,16}政府.{0,20}报告")
REPORT = re.compile(r"(?:大会|会议)上的报告")
OPENING = 1000


def status(layout: Layout, title: Found[str] | None) -> Found[Status] | None:
    """Return whether the page says that the notice holds, was amended, has expired or was repealed."""
    return next(_states(layout, title), None)


def notice_type(layout: Layout, title: Found[str] | None) -> Found[str] | None:
    """Return the kind of the document itself: 工作要点 for 关于印发《2016年工作要点》的通知.

    通知 is that of a notice which prints no other document. Where the title does not end in a kind,
    it is what the text calls itself (制定本条例).
    """
    return (_titled(title) if title else None) or next(_calling_itself(layout), None)


def _titled(title: Found[str]) -> Found[str] | None:
    words = _bare(title.value)
    printed = PRINTED.search(words)
    inner = _bare(printed["quoted"] or printed["bare"]) if printed else words
    found = SUMMARY.search(inner) or TYPES.search(inner) or TYPES.search(words)
    return Found(found.group(), title.span, "last words of the title", 0.95) if found else None


def _calling_itself(layout: Layout) -> Iterator[Found[str]]:
    start = layout.body[0].start
    end = start + OPENING
    rule = RULE.search(layout.text, start, end)
    government = GOVERNMENT.search(layout.text, start, end)
    report = REPORT.search(layout.text, start, end)
    if rule:
        yield Found(rule[1], Span(*rule.span(1)), "calls itself", 0.9)
    elif government:
        yield Found("政府工作报告", Span(*government.span()), "reports for a government", 0.85)
    elif report:
        yield Found("报告", Span(*report.span()), "note under the title", 0.7)
    for line in layout.body:
        itself = ITSELF.search(layout.text, line.start, line.end)
        if itself:
            yield Found(itself[1], Span(*itself.span(1)), "calls itself", 0.8)


def _bare(words: str) -> str:
    return ANNOTATION.sub("", words).strip()


def _states(layout: Layout, title: Found[str] | None) -> Iterator[Found[Status]]:
    cell = layout.cell(LABELS)
    if cell:
        span = Span(cell.start, cell.end)
        yield from _meaning(cell.value, span, f"cell {cell.label}", 0.97)
    end = title.span.end + BEHIND if title and title.span else 0
    for mark in MARK.finditer(layout.text, 0, end):
        yield from _meaning(mark.group(), Span(*mark.span()), "mark beside the title", 0.9)
    for line in layout.body[:HEAD_LINES]:
        if OF_ITSELF.fullmatch(layout.written(line)):
            span = Span(line.start, line.end)
            yield from _meaning(layout.written(line), span, "line of its own", 0.9)
    for note in notes(layout):
        amended = AMENDED.search(layout.text, note.start, note.end)
        if amended:
            yield Found("amended", Span(*amended.span()), "note under the title", 0.9)


def _meaning(words: str, span: Span, rule: str, confidence: float) -> Iterator[Found[Status]]:
    for state, pattern in MEANINGS:
        if pattern.search(words):
            yield Found(state, span, rule, confidence)
            return
