"""Dates and years as official documents write them."""

import re
from contextlib import suppress
from datetime import date

from corpus.notice import Years
from corpus.numerals import chinese_number, plain_digits, plain_years

HAN_DIGIT = "[〇零○Ｏ0OＯ一二三四五六七八九]"
HAN_DAY = (
    rf"(?:{HAN_DIGIT}\s{{0,3}}){{4}}年\s{{0,3}}(?:[一二三四五六七八九十]\s{{0,3}}){{1,2}}月\s{{0,3}}"
    r"(?:[一二三四五六七八九十廿卅]\s{0,3}){1,3}日"
)
DATE = re.compile(
    r"(?P<y>(?:19|20)\d{2})\s{0,5}[年\-/.]\s{0,5}(?P<m>\d{1,2})\s{0,5}[月\-/.]\s{0,5}(?P<d>\d{1,2})(?:\s{0,5}日)?"
    rf"|(?P<hy>(?:{HAN_DIGIT}\s{{0,3}}){{4}})年\s{{0,3}}(?P<hm>(?:[一二三四五六七八九十]\s{{0,3}}){{1,2}})月\s{{0,3}}"
    r"(?P<hd>(?:[一二三四五六七八九十廿卅]\s{0,3}){1,3})日"
)
MONTH = re.compile(
    rf"(?:(?:19|20)\d{{2}}|(?:{HAN_DIGIT}\s{{0,3}}){{4}})\s{{0,3}}年\s{{0,3}}(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s{{0,3}}月"
)
YEAR = r"(?<!\d)((?:19|20)\d{2})"
RANGE = re.compile(
    rf"{YEAR}\s{{0,3}}年?\s{{0,3}}(?:[-—–－~～至到]{{1,4}}|\bto\b|\band\b)\s{{0,3}}{YEAR}(?!\d)\s{{0,3}}年?"
)
ONE_YEAR = re.compile(rf"{YEAR}\s{{0,3}}年(?![前以])")
# 六五 (1981–1985) to 十五五 (2026–2030), five years each.
FIVE_YEAR_PLAN = re.compile(
    r"(?<![一二三四五六七八九])(十[一二三四五]|[六七八九十])五(?![年月日年\d、十百个家项届])"
)
SHORT_TENS = str.maketrans({"廿": "二十", "卅": "三十"})
PLAN_NUMBERS = {"六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def find_date(text: str) -> date | None:
    """Return the first date in the text; nothing if none is a day of the calendar."""
    return next((day for day, _, _ in find_dates(text)), None)


def is_date_line(line: str) -> bool:
    """Return whether the line is a date and nothing else, as in a signature (落款)."""
    return DATE.fullmatch(_bare(line)) is not None


def is_day_or_month(line: str) -> bool:
    """Return whether the line is a date, or a year and month alone, as some signatures have it."""
    return is_date_line(line) or MONTH.fullmatch(_bare(line)) is not None


def dated_end(line: str) -> str | None:
    """Return what stands before the date that ends a line; None if the line ends in no date."""
    bare = _bare(line)
    last = next((match for match in DATE.finditer(bare) if match.end() == len(bare)), None)
    return bare[: last.start()].strip() if last and last.start() else None


def find_dates(text: str) -> list[tuple[date, int, int]]:
    """Return every date of the calendar in the text with where it stands."""
    found = []
    for match in DATE.finditer(plain_digits(text)):
        with suppress(ValueError):
            found.append((_as_date(match), *match.span()))
    return found


def _bare(line: str) -> str:
    return plain_digits(line).strip("（）() \u3000")


def _as_date(match: re.Match[str]) -> date:
    if match["y"]:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    return date(*(_han_number(match[key]) for key in ("hy", "hm", "hd")))


def _han_number(written: str) -> int:
    """Return the number of 廿 六, short for 二十六, as of any other."""
    return chinese_number("".join(written.translate(SHORT_TENS).split()))


def explicit_years(text: str) -> Years | None:
    """Return the years that a heading or title states: a range, a five-year plan, or one year."""
    return year_range(text) or five_year_plan(text) or one_year(text)


def year_range(text: str) -> Years | None:
    """Return the first range such as 2018—2020年, in order."""
    match = RANGE.search(plain_years(text))
    return Years(*sorted((int(match[1]), int(match[2])))) if match else None


def one_year(text: str) -> Years | None:
    """Return the first single year such as 2016年 or 二〇一六年."""
    match = ONE_YEAR.search(plain_years(text))
    return Years(int(match[1]), int(match[1])) if match else None


def five_year_plan(text: str) -> Years | None:
    """Return the years of a five-year plan: 十三五 → 2016–2020."""
    match = FIVE_YEAR_PLAN.search(text)
    if not match:
        return None
    numeral = match[1]
    number = 10 + chinese_number(numeral[1]) if len(numeral) == 2 else PLAN_NUMBERS[numeral]
    first = 1981 + 5 * (number - 6)
    return Years(first, first + 4)
