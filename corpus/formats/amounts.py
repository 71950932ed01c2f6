"""The value of a cell as the workbook shows it: 0.152 in the format 0.0% is 15.2%."""

import re
from datetime import date, datetime, time, timedelta

DECIMALS = re.compile(r"[0#?]\.([0#?]{1,9})")
LITERAL = re.compile(r'"([^"]{1,10})"\s?$')
PLAIN = re.compile(r'[#0?,.\s_()¥￥-]{0,30}(?:%|"[^"]{0,10}")?\s?')


def shown(value: object, number_format: str) -> str:
    """Return the text of a cell's value in its number format."""
    form = (number_format or "General").split(";")[0]
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime | date):
        return _day(value, form.lower())
    if isinstance(value, time | timedelta):
        return str(value)
    if isinstance(value, int | float):
        return _number(value, form)
    return str(value)


def _day(value: date, form: str) -> str:
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{value:%Y-%m-%d %H:%M}"
    return f"{value:%Y-%m-%d}" if "d" in form else f"{value.year}年{value.month}月"


def _number(value: float, form: str) -> str:
    if "%" in form:
        return f"{_rounded(value * 100, form)}%"
    if not PLAIN.fullmatch(form):
        return _plain(value)
    literal = LITERAL.search(form)
    return _rounded(value, form) + (literal[1] if literal else "")


def _rounded(value: float, form: str) -> str:
    decimals = DECIMALS.search(form)
    if not decimals and "0" not in form:
        return _plain(value)
    return f"{value:.{len(decimals[1]) if decimals else 0}f}"


def _plain(value: float) -> str:
    """Return the number with the digits that a cell can show, 0.3 for 0.1 + 0.2."""
    text = f"{value:.11g}"
    return f"{value:.0f}" if "e" in text and abs(value) >= 1 else text
