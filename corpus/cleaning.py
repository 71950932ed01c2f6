"""Which lines of a stored page belong to the notice, which to the website around it.

Nothing is cut from the stored text: a page becomes lines with offsets, each of a kind, and what
is built later (outline, passages, figures) uses the lines of kind "body" only.
"""

import re
from dataclasses import dataclass
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
META = re.compile(
    r"^(?:索\s*引\s*号|发布机关|发文机关|发布机构|发文单位|制发机关|公开主体|发文字号|发文文号|文\s*号|"
    r"发布日期|成文日期|发文日期|生成日期|公开日期|实施日期|生效日期|失效日期|有效期|有效性|当前状态|状态|"
    r"信息来源|来源|主题分类|分类|信息分类|主题词|名\s*称|标\s*题|体裁|字体|字号|浏览次数)\s*[:：]|^基本信息$"
)
BYLINE = re.compile(
    r"\d{4}\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}.*(?:字体|字号|来源|浏览|点击|阅读)"
)
ATTACHED_FILE = re.compile(
    r"\.(?:tif|pdf|docx?|wps|xlsx?|jpg|png|zip|rar|ceb|ofd)\s*$", re.IGNORECASE
)
INLINE_RESIDUE = re.compile(r"\[bookmark:[^\]]*\]\s*")
SENTENCE_END = re.compile(r"[。；;！？]")
SHORT_LINE = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it: ``text[start:end]``."""

    start: int
    end: int
    kind: LineKind


def lines(text: str) -> list[Line]:
    """Return the non-empty lines of the text in order, each with its kind."""
    found = []
    for match in re.finditer(r"[^\n]+", text):
        start, end = _trim(text, match.start(), match.end())
        if start < end:
            found.append(Line(start, end, _kind(text[start:end])))
    return _cut_page_end(text, found)


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
    """Return whether the line is a row of short links: 网站首页 | 最新报道 | 图片新闻."""
    parts = [part.strip() for part in re.split(r"\||｜|>>|»|&gt;", line)]
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
