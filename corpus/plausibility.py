"""How unlikely a text is as a notice: what tells the right reading of bytes from the wrong ones."""

import unicodedata
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files

# In nats, as in the table: what a character costs that the table does not hold.
DIGIT_OR_SPACE, SMALL_LETTER, OTHER_ASCII, FULL_WIDTH, NUMBERED = 4.5, 5.0, 6.5, 7.5, 11.0
FREQUENT_HAN, KNOWN_HAN, RARE_HAN, RAREST_HAN = 13.0, 14.0, 15.0, 17.0
FOREIGN, UNKNOWN, NO_TEXT = 16.0, 22.0, 25.0
# Windows writes this between the parts of a name in Big5, where others have a bullet (A145).
MIDDLE_DOT = "‧"
WHITE_SPACE = " \t\r\n"
# The first level of GB 2312, the characters in common use, ends with 座 (D7F9).
LAST_FREQUENT = bytes.fromhex("d7f9")


def cost(text: str) -> float:
    """Return the negative logarithm of a text's probability, its characters taken one by one.

    The readings of the same bytes can be compared by it, however many characters each of them has:
    the true one is cheap, because half of what is written is a hundred characters.
    """
    return sum(count * _cost(char) for char, count in Counter(text).items())


@cache
def _table() -> dict[str, float]:
    lines = files("corpus").joinpath("data/characters.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in lines.splitlines())
    return {char: float(value) for value, chars in rows for char in chars}


@lru_cache(maxsize=65_536)
def _cost(char: str) -> float:
    if char.isascii():
        return _ascii(char)
    return _table().get(char) or _by_kind(char)


def _ascii(char: str) -> float:
    if char.isdigit() or char in WHITE_SPACE:
        return DIGIT_OR_SPACE
    if not char.isprintable():
        return NO_TEXT
    return SMALL_LETTER if char.islower() else OTHER_ASCII


def _by_kind(char: str) -> float:
    if "\u3400" <= char <= "\u9fff" or char >= "\U00020000":
        return _han(char)
    if char == MIDDLE_DOT or "\u3000" <= char <= "\u301f" or "\uff01" <= char <= "\uff5e":
        return FULL_WIDTH
    category = unicodedata.category(char)
    return {"No": NUMBERED, "Cc": NO_TEXT, "Cn": UNKNOWN, "Co": UNKNOWN}.get(category, FOREIGN)


def _han(char: str) -> float:
    held = char.encode("gb2312", errors="ignore")
    if held:
        return FREQUENT_HAN if held <= LAST_FREQUENT else KNOWN_HAN
    if unicodedata.category(char) == "Cn":
        return UNKNOWN
    in_common_sets = char.encode("gbk", errors="ignore") or char.encode("big5", errors="ignore")
    return RARE_HAN if in_common_sets else RAREST_HAN
