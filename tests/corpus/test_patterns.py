"""Every regular expression of `corpus/` reads 100 KB of hostile text in 100 ms."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest

import corpus

LENGTH = 100_000
LIMIT_SECONDS = 0.1
HOSTILE = {
    "digits": "1",
    "year digits": "2016",
    "year and blanks": "2016 ",
    "one year, then blanks": None,
    "commas": ",",
    "digits and commas": "1,",
    "thousands": "1,000",
    "decimals": "1.",
    "Han digits": "二",
    "Han": "汉",
    "spaces": " ",
    "ideographic spaces": "\u3000",
    "opening brackets": "（",
    "mixed brackets": "(（",
    "square brackets": "[bookmark:",
    "quotation marks": "“",
    "book marks": "《",
    "verbs": "培育新增达到",
    "bounds": "达",
    "of": "的",
    "intent": "全年",
    "responsible": "（责任单位",
    "responsible colon": "责任单位：",
    "dates": "2016-01-01",
    "hyphens": "-",
    "year ranges": "2016-",
    "labels": "发布机关",
    "letters": "a",
    "line ends": "\n",
    "close furniture": "打印关闭",
    "marks": "#",
    "numbers": "第一",
    "document numbers": "海科〔2016",
    "changes": "比上年增长",
}


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    for module in pkgutil.walk_packages(corpus.__path__, "corpus."):
        if module.name.rpartition(".")[2].startswith("build_"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            values = value if isinstance(value, tuple) else (value,)
            flat = [
                item for each in values for item in (each if isinstance(each, tuple) else (each,))
            ]
            for index, item in enumerate(flat):
                if isinstance(item, re.Pattern):
                    yield f"{module.name}.{name}[{index}]", item


def hostile(name: str) -> str:
    unit = HOSTILE[name]
    if unit is None:
        return "2016年" + " " * LENGTH
    return (unit * (LENGTH // len(unit) + 1))[:LENGTH]


def seconds(pattern: re.Pattern[Any], text: str) -> float:
    """Return the best of three, so that a busy machine does not fail the test."""
    # Formats are told by patterns over bytes.
    read = text if isinstance(pattern.pattern, str) else text.encode()
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        for _match in pattern.finditer(read):
            pass
        best = min(best, time.process_time() - begin)
        if best < LIMIT_SECONDS:
            break
    return best


ALL = dict(patterns())


def test_patterns_are_found() -> None:
    assert len(ALL) > 40


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_every_pattern_reads_hostile_text_in_time(name: str) -> None:
    text = hostile(name)
    slow = {
        key: round(took, 3)
        for key, pattern in ALL.items()
        if (took := seconds(pattern, text)) > LIMIT_SECONDS
    }
    assert not slow
