"""Which lines of a stored page belong to the notice, which to the website around it.

Nothing is cut from the stored text: a page becomes lines with offsets, each of a kind, and what
is built later (outline, passages, figures) uses the lines of kind "body" only.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from corpus.furniture import CONTENTS, LEADER, PAGE_END, SHORT_LINE, is_furniture

LineKind = Literal["body", "meta", "chrome"]

# The labels of the table above a notice; 索 引 号 is spaced out on some sites.
LABELS = (
    "索引号|发布机关|发文机关|发布机构|发文机构|发文单位|发布单位|发布部门|制发机关|制定机关|印发机关|公开主体|公开责任部门|责任部门|"
    "发文字号|发文文号|文件编号|文件字号|文号|发布日期|发布时间|成文日期|成文时间|发文日期|发文时间|生成日期|印发日期|公布日期|公开日期|"
    "公开方式|公开范围|公开属性|公开时限|公开类别|实施日期|施行日期|生效日期|失效日期|失效时间|废止日期|有效期|有效性|时效性|时效|"
    "效力状态|文件状态|当前状态|状态|信息来源|来源|主题分类|主题类别|信息分类|服务对象分类|组配分类|体裁分类|分类|主题词|关键词|"
    "是否有效|信息类别|信息索引号|公开目录|公开形式|公开程序|内容概述|文件名称|信息名称|公文名称|名称|标题|体裁|文种|字体|字号|浏览次数|浏览量|阅读次数|点击数|责任编辑|日期"
)
_SPACED = "|".join(r"[ \u3000]{0,6}".join(label) for label in LABELS.split("|"))
# What stands between a label and its value: 文号：, 【文号】, 文号 |, or in a table that lost its lines a blank.
_MARK = r"(?:[^\S\n]{0,6}[:：】\]]|[^\S\n]{0,3}[\t|｜]|[^\S\n]{1,6}|$)"
LABEL = re.compile(rf"(?<![\u4e00-\u9fff“《])({_SPACED}){_MARK}")
META = re.compile(rf"[【\[]?({_SPACED})\s{{0,6}}[:：】\]]|基本信息$")
BARE_LABEL = re.compile(rf"({_SPACED})\s{{0,6}}[:：]?$")
# In the table a label may stand in a cell of its own, and be one that no list knows.
ROW = re.compile(rf"({_SPACED})[^\S\n]{{0,3}}[:：\t|｜]")
ANY_ROW = re.compile(
    r"(?![附第一二三四五六七八九])[\u4e00-\u9fff]{2,8}[^\S\n]{0,3}[:：\t|｜][^\S\n]{0,6}[^\s:：]"
)
BYLINE = re.compile(
    r"\d{4}\s{0,3}[年\-/.]\s{0,3}\d{1,2}\s{0,3}[月\-/.]\s{0,3}\d{1,2}.{0,60}(?:字体|字号|来源|浏览|点击|阅读)"
)
LINE = re.compile(r"[^\n]+")
INLINE_RESIDUE = re.compile(r"\[bookmark:[^\]\n]{0,100}\]\s{0,100}")
SENTENCE_END = re.compile(r"[。；;！？]")
# 信息名称 关于… in a table that lost its lines, beside others or with a second label behind it.
BLANK_ROW = re.compile(rf"({_SPACED})[^\S\n]{{1,6}}\S")
LONGEST_VALUE = 60
LONGEST_ROW = 200
FEWEST_ROWS = 3
# An entry of the contents takes at most so many lines.
MOST_BEFORE = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it: ``text[start:end]``."""

    start: int
    end: int
    kind: LineKind


def lines(text: str) -> list[Line]:
    """Return the non-empty lines of the text in order, each with its kind."""
    found = []
    for match in LINE.finditer(text):
        start, end = _trim(text, match.start(), match.end())
        if start < end:
            found.append(Line(start, end, _kind(text[start:end])))
    in_tables = _with_rows(text, _with_values(text, found))
    return _cut_page_end(text, _without_contents(text, in_tables))


def _with_values(text: str, found: list[Line]) -> list[Line]:
    """Give the short line below a bare label (发布机构) to the table that the label belongs to."""
    kinds = [line.kind for line in found]
    for index, line in enumerate(found[:-1]):
        below = found[index + 1]
        if BARE_LABEL.match(text, line.start, line.end):
            kinds[index] = "meta"
            if below.end - below.start <= LONGEST_VALUE and not BARE_LABEL.match(
                text, below.start, below.end
            ):
                kinds[index + 1] = "meta"
    return [replace(line, kind=kind) for line, kind in zip(found, kinds, strict=True)]


def _with_rows(text: str, found: list[Line]) -> list[Line]:
    """Give the rows of the table above a notice to it, those beside them with other labels too."""
    prose = (i for i, line in enumerate(found) if _is_prose(text[line.start : line.end]))
    kinds = [line.kind for line in found]
    head = range(next(prose, len(found)))
    for index in head:
        if _is_row(ROW, text, found[index]):
            kinds[index] = "meta"
    blank = [index for index in head if _is_row(BLANK_ROW, text, found[index])]
    if len(blank) >= FEWEST_ROWS:
        kinds = ["meta" if index in blank else kind for index, kind in enumerate(kinds)]
    for index in (*head, *reversed(head)):
        beside = kinds[max(0, index - 1) : index + 2]
        if kinds[index] == "body" and "meta" in beside and _is_row(ANY_ROW, text, found[index]):
            kinds[index] = "meta"
    return [replace(line, kind=kind) for line, kind in zip(found, kinds, strict=True)]


def _is_row(pattern: re.Pattern[str], text: str, line: Line) -> bool:
    long = LONGEST_ROW if "\t" in text[line.start : line.end] else LONGEST_VALUE
    return line.end - line.start <= long and pattern.match(text, line.start, line.end) is not None


def _without_contents(text: str, found: list[Line]) -> list[Line]:
    """Turn the contents (目录), with the pages behind their lines, into furniture."""
    entries = [i for i, line in enumerate(found) if LEADER.search(text, line.start, line.end)]
    if not entries:
        return found
    first = entries[0]
    for index in range(max(0, first - MOST_BEFORE), first):
        if CONTENTS.match(text, found[index].start, found[index].end):
            first = index
    between = set(entries)
    for entry, following in zip((first, *entries), entries, strict=False):
        if following - entry <= MOST_BEFORE:
            between.update(range(entry, following))
    return [replace(line, kind="chrome") if i in between else line for i, line in enumerate(found)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    stripped = text[start:end].strip()
    start = text.index(stripped, start, end) if stripped else end
    residue = INLINE_RESIDUE.match(text, start, start + len(stripped))
    if residue and stripped:
        return residue.end(), start + len(stripped)
    return start, start + len(stripped)


def _kind(line: str) -> LineKind:
    if META.match(line) or BYLINE.search(line):
        return "meta"
    return "chrome" if is_furniture(line) else "body"


def _cut_page_end(text: str, found: list[Line]) -> list[Line]:
    """Turn what stands below the furniture that ends the page into furniture."""
    last_sentence = max(
        (i for i, line in enumerate(found) if _is_prose(text[line.start : line.end])), default=-1
    )
    for index in range(last_sentence + 1, len(found)):
        if PAGE_END.search(text, found[index].start, found[index].end):
            below = [Line(line.start, line.end, "chrome") for line in found[index:]]
            return found[:index] + below
    return found


def _is_prose(line: str) -> bool:
    return len(line) > SHORT_LINE and bool(SENTENCE_END.search(line))
