"""Chinese numerals as integers."""

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "○": 0, "Ｏ": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6,
}  # fmt: skip
TENS = {"十": 10, "百": 100, "千": 1000}
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
