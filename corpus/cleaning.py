"""Which lines of a stored page belong to the notice, which to the website around it.

Nothing is cut from the stored text: a page becomes lines with offsets, each of a kind, and what
is built later (outline, passages, figures) uses the lines of kind "body" only.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

LineKind = Literal["body", "meta", "chrome"]

# Words that stand on the furniture of government websites, never in the sentences of a notice.
FURNITURE = re.compile(
    r"(?:验证码|全部评论|发表评论|网站首页|首页|返回顶部|返回首页|分享到[:：]?|扫一扫.*|收藏|打印|更多>*|地图|"
    r"无障碍|(?:上|下)一篇.*|【?(?:打印|关闭)(?:本页|窗口|页面)?】?(?:\s*【?(?:打印|关闭)(?:本页|窗口|页面)?】?)*|"
    r"版权所有.*|主办单位.*|(?:主办|承办|技术支持)[:：].*|网站标识码.*|Produced By.*|Copyright.*|文件原文[:：].*|"
    r"(?:政策解读|政策原文|相关政策|相关链接|相关文章|相关附件|咨询电话)[:：].*|最新更新.*|(?:您的|您现在的|当前)位置.*)",
    re.IGNORECASE,
)
# Furniture that ends a page: what follows in short lines is furniture too.
PAGE_END = re.compile(
    r"打印本页|打印\s*关闭|关闭窗口|关闭本页|版权所有|验证码|全部评论|文件原文|Produced By|ICP备|主办单位|网站标识码",
    re.IGNORECASE,
)
# The labels of the table above a notice; 索 引 号 is spaced out on some sites.
LABELS = (
    "索引号|发布机关|发文机关|发布机构|发文机构|发文单位|发布单位|制发机关|公开主体|发文字号|发文文号|文件编号|文件字号|文号|发布日期|"
    "发布时间|成文日期|发文日期|生成日期|公开日期|公开方式|公开范围|公开属性|实施日期|生效日期|失效日期|有效期|有效性|当前状态|状态|"
    "信息来源|来源|主题分类|信息分类|服务对象分类|组配分类|分类|主题词|关键词|文件名称|信息名称|公文名称|名称|标题|体裁|字体|字号|浏览次数|"
    "责任编辑"
)
_SPACED = "|".join(r"[ \u3000]{0,6}".join(label) for label in LABELS.split("|"))
LABEL = re.compile(rf"(?<![\u4e00-\u9fff“《])({_SPACED})\s{{0,6}}(?:[:：]|$)")
META = re.compile(rf"({_SPACED})\s{{0,6}}[:：]|基本信息$")
BARE_LABEL = re.compile(rf"({_SPACED})\s{{0,6}}[:：]?$")
BYLINE = re.compile(
    r"\d{4}\s{0,3}[年\-/.]\s{0,3}\d{1,2}\s{0,3}[月\-/.]\s{0,3}\d{1,2}.{0,60}(?:字体|字号|来源|浏览|点击|阅读)"
)
ATTACHED_FILE = re.compile(
    r"\.(?:tif|pdf|docx?|wps|xlsx?|jpg|png|zip|rar|ceb|ofd)\s*$", re.IGNORECASE
)
LINE = re.compile(r"[^\n]+")
INLINE_RESIDUE = re.compile(r"\[bookmark:[^\]\n]{0,100}\]\s{0,100}")
SENTENCE_END = re.compile(r"[。；;！？]")
SHORT_LINE = 40
LONGEST_VALUE = 60
TABLE_ROW = re.compile(r"[|｜](?=[^\d\n]{0,200}\d)")
SEPARATOR = re.compile(r"\||｜|>>|»|&gt;")


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
    return _cut_page_end(text, _with_values(text, found))


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
    if not any(char.isalnum() for char in line):
        return "chrome"
    if len(line) <= SHORT_LINE and FURNITURE.fullmatch(line):
        return "chrome"
    return "chrome" if _is_navigation(line) or ATTACHED_FILE.search(line) else "body"


def _is_navigation(line: str) -> bool:
    """Return whether the line is a row of short links: 网站首页 | 最新报道 | 图片新闻.

    A row of a Markdown table with a number in it is none: | 技术合同成交额 | 120亿元 |.
    """
    if TABLE_ROW.match(line):
        return False
    parts = [part.strip() for part in SEPARATOR.split(line)]
    return len(parts) >= 3 and all(len(part) <= 12 for part in parts)


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
