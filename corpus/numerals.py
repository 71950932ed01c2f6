"""Chinese numerals as integers, and the digits of years as 0 to 9."""

import re

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "○": 0, "Ｏ": 0, "O": 0, "0": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6,
}  # fmt: skip
TENS = {"十": 10, "百": 100, "千": 1000}
WIDE = re.compile("[０-９]")
FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
# 二〇二二年, or the first of 二〇二二—二〇二五年.
WRITTEN_YEAR = re.compile(
    r"(?:一九|二[〇零○Ｏ])[〇零○Ｏ一二三四五六七八九]{2}(?=\s?[年\-—–－~～至到])"
)
MYRIADS = {"万": 10_000, "亿": 100_000_000}


def chinese_number(numeral: str) -> int:
    """Return the integer that a Chinese numeral means: 十二 → 12, 二〇一六 → 2016, 三千五百 → 3500.

    :raises ValueError: if the text holds a character that is no numeral.
    """
    if not numeral or any(char not in DIGITS | TENS | MYRIADS for char in numeral):
        raise ValueError(f"Not a Chinese numeral: {numeral!r}. Give characters such as 二十三.")
    if all(char in DIGITS for char in numeral):
        return int("".join(str(DIGITS[char]) for char in numeral))
    total = section = digit = 0
    for char in numeral:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in TENS:
            section += (digit or 1) * TENS[char]
            digit = 0
        else:
            # 亿 multiplies all before it (一万亿), 万 only what follows 亿 (一亿二千万).
            part, base = section + digit, MYRIADS[char]
            total = (total + part) * base if char == "亿" else total + part * base
            section = digit = 0
    return total + section + digit


def plain_digits(text: str) -> str:
    """Return a text of the same length with its full-width digits as 0 to 9."""
    return text.translate(FULL_WIDTH) if WIDE.search(text) else text


def plain_years(text: str) -> str:
    """Return a text of the same length with ２０２２年 and 二〇二二年 as 2022年."""
    return WRITTEN_YEAR.sub(lambda year: f"{chinese_number(year.group())}", plain_digits(text))
