"""Traditional characters to simplified ones, in place.

The rules of understanding, the index and the encoders know simplified characters. They are given
the text as this module writes it, and because every character stays where it was, the offsets they
find hold in the text as it was written. Only the script is changed: 資訊 becomes 资讯, not 信息.
"""

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files

# 么 is left out: to OpenCC it is the Hong Kong form of 幺, and 么 in simplified text.
IDEOGRAPHS = re.compile("[\u3400-\u4dbf\u4e00-\u4e47\u4e49-\u9fff\U00020000-\U0003ffff]+")
# Taiwan writes 著 also for 着, and tw2s takes 论著 for 论着; 甚麼 is 什么 in every standard.
STANDARDS = ("hk2t", "tw2s")
# In a text in traditional characters a third of the ideographs tell that it is one.
TRADITIONAL_FROM = 0.05
WRITTEN_WORK = re.compile("(?<=[编论原专译土])着")


def simplified(text: str) -> str:
    """Return the text in simplified characters, as long as it was, each where it stood.

    A text without a character that is traditional only is returned itself; this check is all that
    it costs. 乾隆 and 著名 have none, so in a simplified text that quotes a traditional title only
    the clauses are converted that have one.
    """
    sign = _sign()
    if not sign.search(text):
        return text
    ideographs = sum(map(len, IDEOGRAPHS.findall(text)))
    in_all = len(sign.findall(text)) > TRADITIONAL_FROM * ideographs

    def written_simply(run: re.Match[str]) -> str:
        return _convert(run.group()) if in_all or sign.search(run.group()) else run.group()

    return IDEOGRAPHS.sub(written_simply, text)


def _convert(written: str) -> str:
    """Return ideographs in simplified characters; which of several, the words decide."""
    converted = written
    for convert in _converters():
        converted = convert(converted)
    if len(converted) != len(written):
        return "".join(_forms().get(char, char) for char in written)
    converted = converted.replace("甚么", "什么")
    return WRITTEN_WORK.sub(lambda found: written[found.start()], converted)


@cache
def _forms() -> dict[str, str]:
    """Return the characters that no simplified text holds, with the simplified form of each."""
    lines = files("corpus").joinpath("data/traditional.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in lines.splitlines())


@cache
def _sign() -> re.Pattern[str]:
    # Fourteen times as fast as asking a set of the same characters.
    return re.compile(f"[{''.join(_forms())}]")


@cache
def _converters() -> tuple[Callable[[str], str], ...]:
    # Imported here: most texts have nothing to convert.
    from opencc import OpenCC

    return tuple(OpenCC(standard).convert for standard in STANDARDS)
