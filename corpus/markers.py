"""List markers: 一、 （一） 1. （1） ① and 第X章 第X条, in full and half width and any mixture.

GB/T 9704-2012 (党政机关公文格式) 7.3.3 orders the ladder 一、 → （一） → 1. → （1）; 第X编, 第X章, 第X节, 第X条
are those of laws (立法技术规范), 1.1 and 1.1.1 those of emergency plans and standards (GB/T 1.1).
"""

import re
from dataclasses import dataclass

from corpus.numerals import chinese_number

HAN_NUMBER = "[一二三四五六七八九十百零〇]{1,6}"
BLANK = r"[^\S\n]{0,9}"
# Not a number in the text: 3.5亿元, 1.2%, 2.5 万.
NO_UNIT = r"(?![\d亿万千百个家项年月日号％%元倍℃米吨度分公平~～\-—/×])"
MARKERS = (
    ("part", re.compile(rf"第{BLANK}({HAN_NUMBER}|\d{{1,3}}){BLANK}(?:编|部分|篇){BLANK}[:：、]?")),
    ("chapter", re.compile(rf"第{BLANK}({HAN_NUMBER}|\d{{1,3}}){BLANK}章{BLANK}")),
    ("clause", re.compile(rf"第{BLANK}({HAN_NUMBER}|\d{{1,3}}){BLANK}节{BLANK}")),
    ("article", re.compile(rf"第{BLANK}({HAN_NUMBER}|\d{{1,3}}){BLANK}条(?![款例件]){BLANK}")),
    (
        "annex",
        re.compile(
            rf"(?:附{BLANK}件|附{BLANK}录){BLANK}([一二三四五六七八九十]{{1,3}}|\d{{1,2}}|[A-Z])?{BLANK}(?:[:：.、]|$)"
        ),
    ),
    # Not 一、二、三产业 and 一、二线城市.
    (
        "han",
        re.compile(rf"({HAN_NUMBER}){BLANK}[、.．](?![一二三四五六七八九十][、产线级等]){BLANK}"),
    ),
    # A heading only as a line of its own: 第一、切实加强农业.
    (
        "topic",
        re.compile(
            rf"(?:专题|课题|方向|任务|专项|项目){BLANK}({HAN_NUMBER}|\d{{1,2}}){BLANK}[:：、]{BLANK}"
        ),
    ),
    ("nth", re.compile(rf"第({HAN_NUMBER}){BLANK}[、，,：:]{BLANK}")),
    (
        "bracketed han",
        re.compile(
            rf"(?:[（(〔【]{BLANK}({HAN_NUMBER}){BLANK}[）)〕】]|[㈠-㈩]){BLANK}[、.]?{BLANK}"
        ),
    ),
    (
        "decimals",
        re.compile(rf"(\d{{1,2}}(?:[.．]\d{{1,2}}){{2,3}}){NO_UNIT}[.．、]?{BLANK}{NO_UNIT}"),
    ),
    ("decimal", re.compile(rf"(\d{{1,2}}[.．]\d{{1,2}}){NO_UNIT}[.．、]?{BLANK}{NO_UNIT}")),
    ("arabic", re.compile(rf"(?:(\d{{1,2}}){BLANK}[、.．](?!\d)|[⒈-⒛]){BLANK}")),
    (
        "bracketed arabic",
        re.compile(rf"(?:[（(]{BLANK}(\d{{1,2}}){BLANK}[）)]|[⑴-⒇]){BLANK}[、.]?"),
    ),
    ("half bracket", re.compile(rf"(\d{{1,2}}){BLANK}[）)]{BLANK}")),
    ("letter", re.compile(rf"[（(]?([A-Za-z])[）)]{BLANK}")),
    ("circled", re.compile(rf"([①-⑳]|[❶-❿]){BLANK}")),
)
# Signs that are bracket, number and all, by the sign for one.
STEMS = "甲乙丙丁戊己庚辛壬癸"
SIGNS = ("㈠", "⒈", "⑴", "①", "❶")
RANK = {kind: rank for rank, (kind, _) in enumerate(MARKERS)}
LISTING = frozenset(
    ("article", "han", "bracketed han", "arabic", "bracketed arabic", "half bracket", "circled")
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker: ``text[start:end]`` with the blanks behind it; `series` is the 2. of 2.1."""

    kind: str
    ordinal: int
    series: str
    start: int
    end: int


def marker_at(text: str, start: int, end: int) -> Marker | None:
    """Return the marker that stands at `start`; None if none does."""
    for kind, pattern in MARKERS:
        match = pattern.match(text, start, end)
        if match:
            series, _, number = _digits(match).replace("．", ".").rpartition(".")
            return Marker(kind, _ordinal(number), series, match.start(), match.end())
    return None


def after_marker(text: str, start: int, end: int) -> int:
    """Return where the words of a line begin, behind its list marker if it has one."""
    marker = marker_at(text, start, end)
    return marker.end if marker and marker.kind in LISTING else start


def _digits(match: re.Match[str]) -> str:
    sign = match.group()[0]
    for first in SIGNS:
        if first <= sign <= chr(ord(first) + 19):
            return str(ord(sign) - ord(first) + 1)
    return match[match.lastindex] if match.lastindex else ""


def _ordinal(number: str) -> int:
    if not number:
        return 1
    if number.isdecimal():
        return int(number)
    if number.isascii():
        return ord(number.upper()) - ord("A") + 1
    return STEMS.index(number) + 1 if number in STEMS else chinese_number(number)
