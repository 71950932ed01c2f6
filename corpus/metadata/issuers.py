"""Who issued a notice (发文机关): GB/T 9704-2012 7.2.4 (letterhead), 7.3.1 (title), 7.3.5 (signature)."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.cleaning import Line
from corpus.metadata.dates import is_date_line
from corpus.metadata.labels import Cell, value_of

LABELS = (
    "发布机关",
    "发文机关",
    "发布机构",
    "发文机构",
    "发文单位",
    "制发机关",
    "发布单位",
    "公开主体",
)
SOURCES = ("信息来源", "来源")
BYLINE = re.compile(r"日\s{1,20}([\u4e00-\u9fff]{2,20}?)\s{0,5}(?:字体|字号|浏览|点击)")
IN_TITLE = re.compile(r"^([\u4e00-\u9fff、\s]{2,60}?)\s?关于")
HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,30}")
ORGAN = re.compile(
    r"(?:政府|委员会|局|厅|办公室|委|办|部|院|中心|党组|公司|领导小组|管委会|小组|会议|总署|联席会)$"
)
LETTERHEAD = re.compile(r"^([\u4e00-\u9fff\s]{4,40}?)(?:文件)?$")
LONGEST_NAME = 40
HEAD_LINES = 5


def issuer(text: str, lines: Sequence[Line], title_text: str, table: Sequence[Cell]) -> str | None:
    """Return who issued the notice: by label, title, signature, letterhead, byline or source."""
    body = [text[line.start : line.end] for line in lines if line.kind == "body"]
    return (
        _name(value_of(table, LABELS))
        or _in_title(title_text)
        or _signature(body)
        or _letterhead(body, title_text)
        or _byline(text, lines)
        or _name(value_of(table, SOURCES))
    )


def _name(value: str | None) -> str | None:
    found = HAN_NAME.match(value) if value else None
    return found.group() if found else None


def _in_title(title_text: str) -> str | None:
    found = IN_TITLE.match(title_text)
    return found[1].strip() if found and ORGAN.search(found[1].strip()) else None


def _signature(body: Sequence[str]) -> str | None:
    """Return the line above a line that is only a date."""
    for name, below in pairwise(body):
        if is_date_line(below) and ORGAN.search(name) and len(name) <= LONGEST_NAME:
            return name
    return None


def _letterhead(body: Sequence[str], title_text: str) -> str | None:
    """Return the organ that stands alone above the title, as 某市人民政府文件 or without 文件."""
    for line in body[:HEAD_LINES]:
        written = line.lstrip("# ")
        found = LETTERHEAD.match(written)
        if found and ORGAN.search(found[1].strip()):
            return "".join(found[1].split())
        if written and title_text.startswith(written):
            return None
    return None


def _byline(text: str, lines: Sequence[Line]) -> str | None:
    for line in lines:
        found = BYLINE.search(text, line.start, line.end) if line.kind == "meta" else None
        if found:
            return found[1]
    return None
