"""Quantities in running text: number or range, unit, and the words that bound it."""

import re
from dataclasses import dataclass
from itertools import accumulate

from corpus.notice import Comparator
from corpus.numerals import chinese_number

FULL_WIDTH = str.maketrans("０１２３４５６７８９．％，－～", "0123456789.%,-~")
ANY_NUMBER = re.compile("[0-9０-９一二两三四五六七八九十百千]")
WIDE = re.compile("[０-９．％－～]")
MULTIPLIERS = {
    "": 1.0,
    "百": 1e2,
    "千": 1e3,
    "万": 1e4,
    "百万": 1e6,
    "千万": 1e7,
    "亿": 1e8,
    "万亿": 1e12,
}

# Measures and counting words; a number before anything else (8英寸, 第3批) is no figure of a plan.
UNITS = (
    "个百分点|百分点|平方公里|平方米|㎡|立方米|公顷|公里|千米|公斤|千瓦时|千瓦|人次|人民币|美元|元|家|个|项|件|名|人|户|份|次|场|所|"
    "支|篇|套|台|条|座|辆|吨|亩|宗|批|处|部|位|只|艘|株|门|种|间|头|斤|张|%|‰|倍|成|米"
)
# Possessive, so that a long row of digits is read once.
NUMBER = r"\d{1,12}+(?:,\d{3}){0,4}+(?:\.\d{1,6}+)?+"
SCALE = "(?:万亿|千万|百万|亿|万|千|百)?"
HAN_NUMBER = "[一二两三四五六七八九十百千]{1,5}"
QUANTITY = re.compile(
    rf"(?P<about>近|约|超|逾)?(?<![\d.])"
    rf"(?:(?P<low>{NUMBER})(?P<low_scale>{SCALE})(?P<low_unit>{UNITS})?(?:[-—–~至到]|—{{2}})(?=\d))?"
    rf"(?P<high>{NUMBER})(?P<scale>{SCALE})(?P<more>多|余)?"
    rf"(?:(?P<unit>{UNITS})|(?<=亿)(?![级人次粒株立年规]))(?P<bound>以上|以内|以下|左右|之内)?"
)
# 千家万户, 百家争鸣 are sayings. 三项制度, 两个中心 are names: before these units only tens are counts,
# and before 元 only what has a scale; 十三五 is a plan.
HAN_DIGITS = "[一二两三四五六七八九十][一二两三四五六七八九十百千零]{0,6}"
HAN_TENS = rf"(?!十[一二三四五]五)(?=[一二两三四五六七八九]?[十百千]){HAN_DIGITS}"
HAN_QUANTITY = re.compile(
    rf"(?<![第一二两三四五六七八九十百千年月])(?:"
    rf"(?P<share>百分之)(?P<percent>{HAN_NUMBER})(?!点)|"
    rf"(?P<money>{HAN_DIGITS}[万亿]{{1,2}})(?P<coin>元)|"
    rf"(?P<tens>{HAN_TENS}万?)(?P<thing>项|件|个|名|元)(?!方面|领域|统一|一批|必须|坚持|月|工作日|实事|重点任务)|"
    rf"(?P<high>{HAN_NUMBER})(?P<unit>家|户)(?![万争]))"
)
SAME_UNITS = {"㎡": "平方米"}
NOT_A_FIGURE_BEFORE = re.compile(r"(?:第|[A-Za-z]|“|\d[.年月])$")
NOT_A_FIGURE_AFTER = ("月", "年", "日", "”", "号", "岁", "级", "/年")

BEFORE_WORDS: tuple[tuple[str, Comparator], ...] = (
    ("≥", ">="), (">=", ">="), ("≤", "<="), ("<=", "<="), ("＞", ">"), (">", ">"), ("＜", "<"), ("<", "<"),
    ("=", "="), ("＝", "="), ("力保", ">="), ("冲刺", "="), ("保持在", "="), ("保持", "="),
    ("不少于", ">="), ("不低于", ">="), ("至少", ">="), ("力争突破", ">"), ("突破", ">"), ("超过", ">"),
    ("多于", ">"), ("高于", ">"), ("不超过", "<="), ("不高于", "<="), ("不多于", "<="), ("控制在", "<="),
    ("低于", "<"), ("达到", "="), ("达", "="), ("增至", "="), ("约", "~"), ("近", "~"), ("超", ">"), ("逾", ">"),
)  # fmt: skip
LONGEST_FIRST = sorted(BEFORE_WORDS, key=lambda pair: -len(pair[0]))
AFTER_WORDS: dict[str, Comparator] = {
    "以上": ">=", "以内": "<=", "以下": "<=", "之内": "<=", "左右": "~", "多": ">", "余": ">",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as written and in plain units; `number` is a pair for a range."""

    start: int
    end: int
    value: str
    number: float | tuple[float, float]
    unit: str
    comparator: Comparator | None
    comparator_text: str


def quantities(text: str) -> list[Quantity]:
    """Return the quantities in a text, in order; years, ordinals and quoted names are none."""
    if not ANY_NUMBER.search(text):
        return []
    plain = _half_width(text)
    quoted = _quoted(plain)
    found = [
        _quantity(match)
        for match in QUANTITY.finditer(plain)
        if _is_figure(plain, match) and not quoted[match.start()]
    ]
    taken = {at for quantity in found for at in range(quantity.start, quantity.end)}
    for match in HAN_QUANTITY.finditer(plain):
        if match.start() not in taken and not quoted[match.start()]:
            found.append(_han_quantity(match))
    return sorted(found, key=lambda quantity: quantity.start)


def _half_width(text: str) -> str:
    """Return the text with its digits and their signs in ASCII; few have more than the comma."""
    return text.translate(FULL_WIDTH) if WIDE.search(text) else text.replace("，", ",")


def _quoted(text: str) -> list[bool]:
    """Return for each character whether it is in quotation marks: “28条政策” names a policy."""
    depths = accumulate((char == "“") - (char == "”") for char in text)
    return [depth > 0 for depth in depths]


def _is_figure(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 2) : match.start()]
    return not (
        NOT_A_FIGURE_BEFORE.search(before) or text.startswith(NOT_A_FIGURE_AFTER, match.end())
    )


def _quantity(match: re.Match[str]) -> Quantity:
    # An amount without a unit (25亿) is of money.
    unit, scale = match["unit"] or "元", MULTIPLIERS[match["scale"]]
    high = float(match["high"].replace(",", "")) * scale
    number: float | tuple[float, float] = high
    if match["low"]:
        low_scale = MULTIPLIERS[match["low_scale"]] if match["low_scale"] else scale
        number = (float(match["low"].replace(",", "")) * low_scale, high)
    words = {"近": "~", "约": "~", "超": ">", "逾": ">"}
    comparator: Comparator | None = None
    text = match["bound"] or match["more"] or match["about"] or ""
    if text:
        comparator = AFTER_WORDS.get(text) or (">" if words[text] == ">" else "~")
    value = match.group().strip()
    return Quantity(
        match.start(), match.end(), value, number, SAME_UNITS.get(unit, unit), comparator, text
    )


def _han_quantity(match: re.Match[str]) -> Quantity:
    found = match.groupdict()
    numeral = next(found[key] for key in ("percent", "money", "tens", "high") if found[key])
    unit = "%" if found["share"] else found["coin"] or found["thing"] or found["unit"]
    number = float(chinese_number(numeral))
    return Quantity(match.start(), match.end(), match.group(), number, unit, None, "")


def comparator_before(text: str) -> tuple[Comparator | None, str]:
    """Return the comparator that the words at the end of the text give, and those words."""
    for word, comparator in LONGEST_FIRST:
        if text.endswith(word):
            return comparator, word
    return None, ""
