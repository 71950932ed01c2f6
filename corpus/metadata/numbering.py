"""The document number (发文字号): GB/T 9704-2012 7.2.5, 机关代字〔年份〕顺序号."""

import re
from collections.abc import Sequence

from corpus.cleaning import Line
from corpus.metadata.labels import Cell, value_of
from corpus.numerals import plain_digits

NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}\s{0,3}[〔\[［（(【]\s{0,3}(?:19|20)\d{2}\s{0,3}[〕\]］）)】]\s{0,3}第?\s{0,3}\d{1,4}\s{0,3}号"
)
LABELS = ("发文字号", "发文文号", "文号", "文件编号", "文件字号")
WHITE_SPACE = re.compile(r"\s+")


def document_number(text: str, lines: Sequence[Line], table: Sequence[Cell]) -> str | None:
    """Return the number without white space, its digits half-width: 海科〔2017〕6号."""
    labelled = NUMBER.search(plain_digits(value_of(table, LABELS) or ""))
    return _closed_up(labelled) if labelled else _on_its_own_line(text, lines)


def _on_its_own_line(text: str, lines: Sequence[Line]) -> str | None:
    for line in lines:
        written = plain_digits(text[line.start : line.end]).strip("#（）() \u3000")
        found = NUMBER.match(written)
        if found and len(written) <= len(found.group()) + 4:
            return _closed_up(found)
    return None


def _closed_up(match: re.Match[str]) -> str:
    return WHITE_SPACE.sub("", match.group())
