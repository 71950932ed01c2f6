"""Title, issuer and document number, from the head and the signature of a notice.

Rules after GB/T 9704-2012 (党政机关公文格式): 7.2.5 发文字号, 7.3.1 标题, 7.3.5 发文机关署名, 7.3.6 成文日期,
and after the label lines that government websites print above a notice (发布机关: …).
"""

import re
from collections.abc import Sequence

from corpus.cleaning import Line
from corpus.metadata.dates import is_date_line

KINDS_OF_DOCUMENT = (
    "通知|通告|公告|公报|决定|决议|意见|办法|规定|条例|细则|方案|规划|计划|纲要|要点|报告|总结|安排|措施|"
    "政策|指南|清单|批复|函|令|工作思路|任务分解|行动"
)
TITLE_END = re.compile(
    rf"(?:{KINDS_OF_DOCUMENT})[》”]?(?:的通知)?(?:[（(][^（）()]{{1,12}}[）)])?$"
)
NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}\s*[〔\[［（(【]\s*(?:19|20)\d{2}\s*[〕\]］）)】]\s*第?\s*\d{1,4}\s*号"
)
LABELLED_NUMBER = re.compile(r"(?:发文字号|发文文号|文\s*号)\s*[:：]\s*(\S.*)")
LABELLED_ISSUER = re.compile(r"(?:发布机关|发文机关|发布机构|发文单位|制发机关)\s*[:：]\s*(\S+)")
SOURCE_ISSUER = re.compile(r"(?:信息来源|来源)\s*[:：]\s*([\u4e00-\u9fff]{2,20})")
BYLINE_ISSUER = re.compile(r"日\s+([\u4e00-\u9fff]{2,20}?)\s*(?:字体|字号|浏览|点击)")
ISSUER_IN_TITLE = re.compile(r"^([\u4e00-\u9fff]{2,40}?)关于")
ORGAN = re.compile(r"(?:政府|委员会|局|厅|办公室|委|办|部|院|中心|党组|公司|领导小组|管委会)$")
HEAD_LINES = 15
LONGEST_TITLE = 90


def title(text: str, lines: Sequence[Line]) -> str | None:
    """Return the title: the first line of the head that ends as titles of notices end."""
    head = [text[line.start : line.end] for line in lines if line.kind == "body"][:HEAD_LINES]
    for candidate in head:
        stripped = candidate.lstrip("# ").strip()
        if len(stripped) <= LONGEST_TITLE and TITLE_END.search(stripped):
            return stripped
    short = [line for line in head[:1] if len(line) <= LONGEST_TITLE]
    return short[0].lstrip("# ") if short else None


def document_number(text: str, lines: Sequence[Line]) -> str | None:
    """Return the number as written, such as 海科〔2017〕6号, without white space."""
    for line in lines:
        written = text[line.start : line.end]
        labelled = LABELLED_NUMBER.match(written)
        found = NUMBER.search(labelled[1] if labelled else written)
        if labelled and found:
            return re.sub(r"\s", "", found.group())
        if found and found.start() == 0 and len(written) <= len(found.group()) + 4:
            return re.sub(r"\s", "", found.group())
    return None


def issuer(text: str, lines: Sequence[Line], title_text: str) -> str | None:
    """Return who issued the notice: by label, by the title, by the signature, by the byline."""
    return (
        _labelled(LABELLED_ISSUER, text, lines)
        or _in_title(title_text)
        or _signature(text, lines)
        or _labelled(BYLINE_ISSUER, text, lines)
        or _labelled(SOURCE_ISSUER, text, lines)
    )


def _labelled(pattern: re.Pattern[str], text: str, lines: Sequence[Line]) -> str | None:
    for line in lines:
        found = pattern.search(text, line.start, line.end) if line.kind == "meta" else None
        if found:
            return found[1]
    return None


def _in_title(title_text: str) -> str | None:
    found = ISSUER_IN_TITLE.match(title_text)
    return found[1] if found and ORGAN.search(found[1]) else None


def _signature(text: str, lines: Sequence[Line]) -> str | None:
    """Return the line above a line that is only a date."""
    body = [line for line in lines if line.kind == "body"]
    for above, line in zip(body, body[1:], strict=False):
        name = text[above.start : above.end]
        if is_date_line(text[line.start : line.end]) and ORGAN.search(name) and len(name) <= 40:
            return name
    return None
