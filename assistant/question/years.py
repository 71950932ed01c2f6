"""The years a question asks for, as ranges, five-year plans, open ends or single years."""

import re
from typing import NamedTuple

from corpus.metadata.dates import FIVE_YEAR_PLAN, RANGE, five_year_plan, year_range
from corpus.notice import Years
from corpus.sentences import Span

EARLIEST, LATEST = 1900, 2200
YEAR = r"(?<!\d)((?:19|20)\d{2})(?!\d)"
SHORT_RANGE = re.compile(rf"{YEAR}\s*[-–—/~]\s*(\d{{2}})(?!\d)")
SINCE = re.compile(
    rf"(?:since|after|from)\s+{YEAR}|{YEAR}\s*年?\s*(?:以来|以后|之后|起)", re.IGNORECASE
)
UNTIL = re.compile(
    rf"(?:until|before|by)\s+{YEAR}|{YEAR}\s*年?\s*(?:以前|之前|及以前)", re.IGNORECASE
)
THROUGH = re.compile(rf"{YEAR}\s*(?:through|thru|till|until)\s*{YEAR}", re.IGNORECASE)
SINGLE = re.compile(rf"{YEAR}\s*年?度?")
SHORT_YEAR = re.compile(r"(?<![\d.一-鿿])([0-3]\d)年(?![前后内])|(?<=[区市县省])([0-3]\d)年")
FULL_WIDTH = str.maketrans("０１２３４５６７８９－～", "0123456789-~")
HAN_YEAR = re.compile(r"[一二两三四五六七八九〇零○]{4}(?=年|至|到|-|—|–)")
HAN_DIGITS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "两": "2",
}


class AskedYears(NamedTuple):
    """The years and the stretches of the question that say them, in order."""

    years: Years
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where the first stretch begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the last stretch ends."""
        return self.spans[-1].end


def years_asked(question: str) -> AskedYears | None:
    """Return the years a question asks for; None if it names none.

    Two or more single years span the period between them.
    """
    question = _in_digits(question)
    if match := THROUGH.search(question):
        return AskedYears(Years(*sorted((int(match[1]), int(match[2])))), (Span(*match.span()),))
    if match := RANGE.search(question):
        years = year_range(question)
        return AskedYears(years, (Span(*match.span()),)) if years else None
    if match := SHORT_RANGE.search(question):
        first = int(match[1])
        return AskedYears(Years(first, first // 100 * 100 + int(match[2])), (Span(*match.span()),))
    return _open_ended(question) or _plan(question) or _single(question)


def _open_ended(question: str) -> AskedYears | None:
    if match := SINCE.search(question):
        first = int(match[1] or match[2])
        return AskedYears(Years(first, LATEST), (Span(*match.span()),))
    if match := UNTIL.search(question):
        last = int(match[1] or match[2])
        exclusive = re.search(r"before|(?<!及)以前|之前", match.group(), re.IGNORECASE)
        return AskedYears(Years(EARLIEST, last - 1 if exclusive else last), (Span(*match.span()),))
    return None


def _plan(question: str) -> AskedYears | None:
    match = FIVE_YEAR_PLAN.search(question)
    years = five_year_plan(question)
    if not match or not years or SINGLE.search(question):
        return None
    return AskedYears(years, (Span(*match.span()),))


def _single(question: str) -> AskedYears | None:
    found = list(SINGLE.finditer(question))
    if not found:
        return _short(question)
    named = [int(match[1]) for match in found]
    return AskedYears(Years(min(named), max(named)), tuple(Span(*match.span()) for match in found))


def _short(question: str) -> AskedYears | None:
    """Read 16年 as 2016."""
    match = SHORT_YEAR.search(question)
    if not match:
        return None
    year = 2000 + int(match[1] or match[2])
    return AskedYears(Years(year, year), (Span(*match.span()),))


def _in_digits(question: str) -> str:
    """Return the question with its years in ASCII digits, every character in its place."""
    plain = question.translate(FULL_WIDTH)
    return HAN_YEAR.sub(lambda match: "".join(HAN_DIGITS[char] for char in match.group()), plain)
