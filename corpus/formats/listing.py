"""The numbers that a word processor shows before a paragraph and does not store in its text."""

from collections.abc import Mapping
from dataclasses import dataclass

HAN = "〇一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_COUNTING = (
    "chineseCounting chineseCountingThousand japaneseCounting taiwaneseCounting "
    "taiwaneseCountingThousand koreanCounting"
)
COUNTING = frozenset(_COUNTING.split())
MOST = 9_999


def numeral(number: int, style: str) -> str:
    """Return the number as the style of ECMA-376 ``ST_NumberFormat`` writes it."""
    if style in ("bullet", "none") or not 0 <= number <= MOST:
        return ""
    if style in COUNTING:
        return _counted(number, HAN, "十百千")
    if style in ("chineseLegalSimplified", "ideographLegalTraditional"):
        return _counted(number, FORMAL, "拾佰仟")
    if style in ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"):
        return "".join(HAN[int(digit)] for digit in str(number))
    if style == "decimalZero":
        return f"{number:02d}"
    if style == "decimalFullWidth":
        return "".join(chr(ord(digit) - 48 + ord("０")) for digit in str(number))
    return _lettered(number, style)


def _lettered(number: int, style: str) -> str:
    if number and style == "ideographTraditional":
        return STEMS[(number - 1) % 10]
    if number and style == "ideographZodiac":
        return BRANCHES[(number - 1) % 12]
    if style.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if number and style in ("lowerLetter", "upperLetter"):
        letter = chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if style == "lowerLetter" else letter.upper()
    if number and style in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman.lower() if style == "lowerRoman" else roman
    return str(number)


def _counted(number: int, digits: str, units: str) -> str:
    """Return 十二 for 12, 一百零五 for 105."""
    if number == 0:
        return "零"
    written, was_zero = "", False
    text = str(number)
    for place, char in zip(range(len(text) - 1, -1, -1), text, strict=True):
        if char == "0":
            was_zero = True
            continue
        zero = "零" if was_zero and written else ""
        written += zero + digits[int(char)] + (units[place - 1] if place else "")
        was_zero = False
    return written[1:] if written.startswith("一十") else written


def _roman(number: int) -> str:
    written = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: its style, its pattern (``第%1条``) and where it starts."""

    style: str = "decimal"
    pattern: str = ""
    start: int = 1
    is_legal: bool = False


class Counters:
    """The numbers that have been reached in each list of a document."""

    def __init__(self) -> None:
        self._reached: dict[object, list[int | None]] = {}

    def next(self, key: object, levels: Mapping[int, Level], depth: int) -> str:
        """Return the label of the next paragraph of the list at that depth (0 to 8)."""
        reached = self._reached.setdefault(key, [None] * 9)
        level = levels.get(depth, Level("none"))
        current = reached[depth]
        reached[depth] = level.start if current is None else current + 1
        reached[depth + 1 :] = [None] * (8 - depth)
        label = level.pattern
        for above in range(9):
            if f"%{above + 1}" in label:
                label = label.replace(f"%{above + 1}", self._shown(reached, levels, above, level))
        return "" if level.style == "bullet" else label

    def restart(self, key: object, depth: int, start: int) -> None:
        """Let the list begin again, so that its next number at that depth is the start."""
        reached = self._reached.setdefault(key, [None] * 9)
        reached[depth:] = [start - 1, *[None] * (8 - depth)]

    @staticmethod
    def _shown(
        reached: list[int | None], levels: Mapping[int, Level], above: int, level: Level
    ) -> str:
        of_above = levels.get(above, Level())
        number = reached[above]
        style = "decimal" if level.is_legal else of_above.style
        return numeral(of_above.start if number is None else number, style)
