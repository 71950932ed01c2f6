"""Deadlines as notices write them, as the last day they mean."""

import re
from calendar import monthrange
from datetime import date

from corpus.notice import Years
from corpus.numerals import plain_years

MONTH = re.compile(r"(\d{1,2})月(?:(\d{1,2})日)?")
YEAR = re.compile(r"((?:19|20)\d{2})年")
QUARTER = re.compile("第?([一二三四])季度")
MONTH_OF_QUARTER = {"一": 3, "二": 6, "三": 9, "四": 12}
MONTH_OF_HALF = {"上半年": 6, "下半年": 12, "年内": 12, "年底": 12, "全年": 12, "年末": 12}


def due_on(deadline: str, years: Years | None) -> date | None:
    """Return the last day of a deadline: 6月底前 in a plan for 2015 → 2015-06-30.

    A year in the deadline comes before that of the plan; 长期, 持续推进 and the like have no day.
    """
    deadline = plain_years(deadline)
    stated = YEAR.search(deadline)
    year = int(stated[1]) if stated else years.first if years else None
    return _last_day(deadline, year, year_alone=stated is not None) if year else None


def _last_day(deadline: str, year: int, *, year_alone: bool) -> date | None:
    month = MONTH.search(deadline)
    if month:
        return _day(year, int(month[1]), int(month[2]) if month[2] else None)
    quarter = QUARTER.search(deadline)
    if quarter:
        return _day(year, MONTH_OF_QUARTER[quarter[1]])
    half = next((number for words, number in MONTH_OF_HALF.items() if words in deadline), None)
    return _day(year, half or 12) if half or year_alone else None


def _day(year: int, month: int, day: int | None = None) -> date | None:
    """Return the day, or the last of the month; None if the calendar has no such month or day."""
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    return date(year, month, min(day, last) if day else last)
