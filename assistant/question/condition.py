"""What a question asks of the rows of a table: the most, how many, who does not, who is above a number."""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.figures.quantities import quantities

Asks = Literal["most", "least", "count", "absent", "above", "below"]

MOST = re.compile(
    r"最[多高大]|(?:谁|哪\S{0,6})(?:的\S{0,12})?更[多高大]|谁多|谁高|谁大|\bmost\b|highest|largest|biggest",
    re.I,
)
LEAST = re.compile(r"最[少低小]|更[少低小]|\bleast\b|\bfewest\b|lowest|smallest", re.I)
COUNT = re.compile(
    r"(?:有|共|一共)?(?:多少|几)个?(?:区县?|县|城?市|省|地方|地区|单位)|(?:多少|几)份(?:通知|文件)|"
    r"how many (?:districts|cities|places|notices|counties)",
    re.I,
)
ABSENT = re.compile(
    r"(?:没有?|未|不)(?:提[到及出]?|涉及|说|写|设定|设|定|明确|安排|包含)|(?:do|does|did) ?n[o']t (?:mention|set|have)|"
    r"\bsilent\b|without (?:a )?targets?",
    re.I,
)
BEFORE_NUMBER = r"\s{0,3}(?=[\d一二三四五六七八九十百千])"
ABOVE = re.compile(
    r"(?:超过|高于|大于|多于|不少于|不低于|突破|达到|more than|above|over|at least)"
    + BEFORE_NUMBER,
    re.I,
)
BELOW = re.compile(
    r"(?:低于|少于|小于|不足|不到|不超过|less than|fewer than|below|under)" + BEFORE_NUMBER, re.I
)


# The action a question asks about → the actions of the ledger that answer it.
SELECTED = frozenset({"遴选", "评选", "筛选"})
NEW = frozenset({"新认定", "新增", "净增", "新建", "培育", "备案", "引进"})
ACTIONS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (re.compile(r"筛选|遴选|评选|select", re.IGNORECASE), SELECTED),
    (re.compile(r"走访|visit", re.IGNORECASE), frozenset({"走访"})),
    (re.compile(r"承接"), frozenset({"承接"})),
    (re.compile(r"新认定|新增|净增|新培育|新建|newly|new\b", re.IGNORECASE), NEW),
    (
        re.compile(r"总数|总量|保有量|累计|共有|\btotal\b|in all", re.IGNORECASE),
        frozenset({"总数"}),
    ),
    (
        re.compile(r"增长率|增速|增长多少|增幅|涨幅|涨了|growth", re.IGNORECASE),
        frozenset({"增长率", "提高"}),
    ),
)


@dataclass(frozen=True, slots=True)
class Condition:
    """What is asked of the rows; `limit` is the number that they are above or below."""

    asks: Asks
    limit: float | None = None
    written: str = ""


def condition_of(question: str) -> Condition | None:
    """Return what a question asks of the rows; None if it only wants to see them."""
    for pattern, asks in ((ABOVE, "above"), (BELOW, "below")):
        if match := pattern.search(question):
            found = next(iter(quantities(question[match.end() :])), None)
            if found and not isinstance(found.number, tuple):
                written = question[match.start() : match.end() + found.end]
                return Condition(asks, float(found.number), written)  # type: ignore[arg-type]
    tests: tuple[tuple[re.Pattern[str], Asks], ...] = (
        (ABSENT, "absent"),
        (MOST, "most"),
        (LEAST, "least"),
        (COUNT, "count"),
    )
    return next((Condition(asks) for pattern, asks in tests if pattern.search(question)), None)


@dataclass(frozen=True, slots=True)
class Premise:
    """The figure that a question takes for granted (要新增900家，对吗？)."""

    number: float
    written: str
    actions: frozenset[str]


def premise_of(question: str) -> Premise | None:
    """Return the figure of a question that asks whether it is so; None where it names none."""
    years = re.sub(r"(?:19|20)\d{2}\s{0,2}年?", lambda match: " " * len(match.group()), question)
    found = [q for q in quantities(years) if not isinstance(q.number, tuple)]
    if not found:
        return None
    last = found[-1]
    actions = next((kinds for pattern, kinds in ACTIONS if pattern.search(question)), frozenset())
    written = question[last.start : last.end]
    return Premise(float(last.number), written, actions)  # type: ignore[arg-type]
