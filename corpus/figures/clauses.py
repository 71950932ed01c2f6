"""A clause with quantities, taken apart: verb, noun phrase, bound, quantity.

An official clause puts the quantity after what is counted (新认定高新技术企业20家, 高新技术企业总数超过900家)
or before it (培育2家以上区级众创空间). The words around the quantity are of small closed classes
(`corpus.figures.words`), and what is left over is the noun phrase.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.figures.counting import counted_by
from corpus.figures.items import LISTED, Item, items_of
from corpus.figures.phrases import NOTHING, SHARES, Counted, stripped, topic
from corpus.figures.quantities import Quantity, comparator_before
from corpus.figures.words import LEVELS, MEASURES, SHARE_ACTIONS
from corpus.sentences import Span
from corpus.thesaurus import canonical

CLAUSE = re.compile(r"(?:\d[,，]\d{3}(?!\d)|[^，,；;：:。！？|｜\t\n])+")
# A first part as short as this shares the noun of the last: 城镇、农村常住居民人均可支配收入分别…
LONGEST_MODIFIER = 4
# 孵化器、众创空间各3家, 各新增3家, and 申请量、授权量分别增长20%, where there is one figure for all.
EACH = re.compile(r"(?:各自?|均|分别)(?:新增|新建|新认定|增加|增长|提高|培育|达到?|超过|突破)?$")
# 高新技术企业和重点实验室、研发中心分别达到30家和15家: the last two are counted together.
GROUPED = re.compile("以及|[和与及]")
# 第一、二、三产业分别增长… are three things that share one noun.
SECTORS = re.compile(r"第?一[、,，]?(?:第)?二[、,，]?(?:第)?三(?:次)?产业?(?:增加值)?$")
SECTORS_NAMED = ("第一产业", "第二产业", "第三产业")


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity of a clause with what it counts.

    Positions are offsets into the statement: the clause from `start` to `end`, the quantity at `at`.
    """

    quantity: Quantity
    phrase: str
    action: str
    comparator_text: str
    start: int
    end: int
    at: int


def figures(statement: str) -> list[Figure]:
    """Return the figures of a statement in order."""
    found: list[Figure] = []
    before, bare = NOTHING, ""
    for match in CLAUSE.finditer(statement):
        clause = match.group()
        items = items_of(clause)
        if not items:
            # What it speaks of is worked out only for a clause with figures behind it.
            bare = clause
            continue
        before, bare = topic(bare) if bare else before, ""
        start = match.start() + len(clause) - len(clause.lstrip())
        span = Span(start, start + len(clause.strip()))
        for item, counted in _read(clause, items, before, found[-1] if found else None):
            if found and _goes_further(counted, item, found[-1]):
                counted = Counted(counted.phrase, found[-1].action)
            before = Counted(counted.phrase, "")
            if not item.is_start:
                found += [_figure(item, one, span, match.start()) for one in _each(item, counted)]
    return found


def _goes_further(counted: Counted, item: Item, last: Figure) -> bool:
    """Return whether a rate is said again, as what it may come to: 增长12.5%，力争达到13.5%."""
    again = counted.phrase == last.phrase and not stripped(item.left.replace("达到", ""))
    of_rate = last.action == "增长率" and counted.action in ("占比", "总数")
    return again and of_rate and item.quantity.unit == last.quantity.unit


def _read(
    clause: str, items: list[Item], before: Counted, last: Figure | None
) -> Iterator[tuple[Item, Counted]]:
    """Yield the items of a clause that count something, with what they count."""
    shared = _distributed(clause, items)
    carried = ""
    for index, item in enumerate(items):
        given = Counted(shared[index], "") if index in shared else before
        if carried in SHARE_ACTIONS and item.quantity.unit not in SHARES:
            carried = ""
        handed_on = carried or _handed_on(item, last)
        counted = counted_by(item, given, handed_on, alone=len(items) == 1)
        if counted.phrase:
            carried, before = counted.action, Counted(counted.phrase, "")
            yield item, counted


def _handed_on(item: Item, last: Figure | None) -> str:
    """Return the action of the clause before, if it may be that of this item too."""
    if last is None or last.action in LEVELS or last.quantity.unit != item.quantity.unit:
        return ""
    return "" if item.quantity.unit in MEASURES else last.action


def _figure(item: Item, counted: Counted, clause: Span, offset: int) -> Figure:
    text = item.quantity.comparator_text or comparator_before(item.left.rstrip())[1]
    intent = next((word for word in ("力争", "争取") if word in item.left), "")
    at = offset + item.quantity.start
    return Figure(item.quantity, counted.phrase, counted.action, text or intent, *clause, at)


def _each(item: Item, counted: Counted) -> list[Counted]:
    """Return the things that 孵化器、众创空间各3家 counts one by one."""
    parts = [stripped(part) for part in LISTED.split(counted.phrase)]
    if not EACH.search(item.left.rstrip()) or not all(map(_is_whole, parts)):
        return [counted]
    return [Counted(part, counted.action) for part in parts]


def _distributed(clause: str, items: list[Item]) -> dict[int, str]:
    """Return the phrases of A、B、C分别达到1家、2家、3家 by the index of their quantity."""
    before, mark, _ = clause.partition("分别")
    if not mark:
        return {}
    if len(items) == 1:
        # One figure for all of a list, which `_each` takes apart.
        return {0: stripped(before)} if LISTED.search(before) else {}
    sectors = SECTORS.search(before)
    if sectors and len(items) == len(SECTORS_NAMED):
        return dict(enumerate(SECTORS_NAMED))
    phrases = [stripped(part) for part in LISTED.split(before)]
    groups = [stripped(part) for part in GROUPED.split(before)]
    if len(groups) == len(items) < len(phrases) and all(groups):
        return dict(enumerate(groups))
    if len(phrases) < len(items) or not all(phrases):
        return {}
    return dict(enumerate(_whole(phrase, before) for phrase in phrases[-len(items) :]))


def _whole(phrase: str, listed: str) -> str:
    """Return a phrase of a list, or the whole list where the phrase only modifies its last noun."""
    return (
        stripped(listed) if not _is_whole(phrase) and not listed.endswith(phrase) else ""
    ) or phrase


def _is_whole(phrase: str) -> bool:
    """Return whether a phrase of a list is a noun of its own and no modifier of the last."""
    return len(phrase) > LONGEST_MODIFIER or canonical(phrase) is not None
