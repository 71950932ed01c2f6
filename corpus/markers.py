"""List markers and the headings they open: 一、 （一） 1. （1） ① and 第X章 第X条.

GB/T 9704-2012 (党政机关公文格式) 7.3.3 orders the ladder 一、 → （一） → 1. → （1）; 第X章, 第X条 are those of
laws (立法技术规范). Real notices mix half and full width, and run text on behind a heading.
"""

import re
from dataclasses import dataclass

from corpus.cleaning import Line
from corpus.numerals import chinese_number

HAN_NUMBER = "[一二三四五六七八九十百零〇]{1,5}"
BLANK = r"[^\S\n]{0,9}"
MARKERS = (
    ("part", re.compile(rf"第({HAN_NUMBER}|\d{{1,3}})(?:编|部分|篇){BLANK}[:：、]?")),
    ("chapter", re.compile(rf"第({HAN_NUMBER}|\d{{1,3}})章{BLANK}")),
    ("clause", re.compile(rf"第({HAN_NUMBER}|\d{{1,3}})节{BLANK}")),
    ("article", re.compile(rf"第({HAN_NUMBER}|\d{{1,3}})条{BLANK}")),
    ("annex", re.compile(rf"附{BLANK}件{BLANK}({HAN_NUMBER}|\d{{1,2}})?{BLANK}(?:[:：.、]|$)")),
    ("han", re.compile(rf"({HAN_NUMBER}){BLANK}[、.．]")),
    ("bracketed han", re.compile(rf"[（(]{BLANK}({HAN_NUMBER}){BLANK}[）)]{BLANK}[、.]?")),
    ("arabic", re.compile(rf"(\d{{1,2}}){BLANK}(?:[、．](?!\d)|\.(?!\d)|[）)]){BLANK}")),
    ("bracketed arabic", re.compile(rf"[（(]{BLANK}(\d{{1,2}}){BLANK}[）)]{BLANK}[、.]?")),
    ("circled", re.compile(rf"([①-⑳]){BLANK}")),
)
LISTING = frozenset({"article", "han", "bracketed han", "arabic", "bracketed arabic", "circled"})
MARKDOWN = re.compile(r"#{1,6}[^\S\n]{1,9}")
COLON = re.compile("[:：]")
SENTENCE_STOP = re.compile("[。；;]")
STOP = re.compile("[。；;:：]")
COMMA = re.compile("[，,]")
HEADING_LINE = 60
RUN_IN_HEADING = 40


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as found: ``text[start:end]`` is the marker and the heading after it."""

    kind: str
    marker: str
    ordinal: int
    text: str
    start: int
    end: int


def heading_of(text: str, line: Line) -> Heading | None:
    """Return the heading that a line opens with; None if it opens with no marker."""
    markdown = MARKDOWN.match(text, line.start, line.end)
    start = markdown.end() if markdown else line.start
    for kind, pattern in MARKERS:
        match = pattern.match(text, start, line.end)
        if match:
            end = _heading_end(text, match.end(), line.end)
            written = text[match.end() : end]
            return Heading(kind, match.group().strip(), _ordinal(match[1]), written, start, end)
    if markdown and start < line.end:
        return Heading("markdown", "", 0, text[start : line.end], start, line.end)
    return None


def after_marker(text: str, start: int, end: int) -> int:
    """Return where the words of a line begin, behind its list marker if it has one."""
    for kind, pattern in MARKERS:
        match = pattern.match(text, start, end) if kind in LISTING else None
        if match:
            return match.end()
    return start


def _ordinal(number: str | None) -> int:
    if not number:
        return 1
    if "①" <= number <= "⑳":
        return ord(number) - ord("①") + 1
    return int(number) if number.isdigit() else chinese_number(number)


def _heading_end(text: str, start: int, end: int) -> int:
    """Return where the heading ends: with the line, or before the text that runs on after it."""
    is_sentence = text[end - 1] in "。；;"
    if end - start <= HEADING_LINE and not SENTENCE_STOP.search(text, start, end - 1):
        colon = COLON.search(text, start, end) if is_sentence else None
        return colon.start() if colon else end
    limit = min(end, start + RUN_IN_HEADING)
    found = STOP.search(text, start, limit) or COMMA.search(text, start, limit)
    return found.start() if found else limit
