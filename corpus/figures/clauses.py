"""A clause with quantities, taken apart: verb, noun phrase, bound, quantity.

An official clause puts the quantity after what is counted (新认定高新技术企业20家, 高新技术企业总数超过900家)
or before it (培育2家以上区级众创空间). The words around the quantity are of small closed classes
(`corpus.figures.words`), and what is left over is the noun phrase.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from corpus.figures.phrases import Counted, phrase_after, phrase_before, stripped, topic
from corpus.figures.quantities import Quantity, comparator_before, quantities
from corpus.figures.verbs import leading_action
from corpus.figures.words import CHANGE, LEVEL, LEVELS, LIGHT_ACTIONS, QUALIFIER
from corpus.neighbours import with_next
from corpus.sentences import Span
from corpus.thesaurus import canonical

LISTED = re.compile(r"[、和及与并]|以及")
CLAUSE = re.compile(r"(?:\d[,，]\d{3}(?!\d)|[^，,；;：:。！？\n])+")
FROM = re.compile(r"[由从]$")
MEASURES = frozenset({"%", "个百分点", "百分点", "元", "美元", "人民币", "倍", "成", "人次"})
NOTHING = Counted("", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity of a clause with what it counts; positions are offsets into the statement."""

    quantity: Quantity
    phrase: str
    action: str
    comparator_text: str
    start: int
    end: int


class _Item(NamedTuple):
    """A quantity with the words before it and after it that are its own.

    `is_start` where a change begins with it (由282项减少到152项), so that it is no figure itself.
    """

    left: str
    quantity: Quantity
    right: str
    is_start: bool


def figures(statement: str) -> list[Figure]:
    """Return the figures of a statement in order."""
    found: list[Figure] = []
    before = NOTHING
    for match in CLAUSE.finditer(statement):
        clause = match.group()
        items = _items(clause)
        before = before if items else topic(clause)
        start = match.start() + len(clause) - len(clause.lstrip())
        span = Span(start, start + len(clause.strip()))
        for item, counted in _read(clause, items, before, found[-1] if found else None):
            before = Counted(counted.phrase, "")
            if not item.is_start:
                found.append(_figure(item, counted, span))
    return found


def _read(
    clause: str, items: list[_Item], before: Counted, last: Figure | None
) -> Iterator[tuple[_Item, Counted]]:
    """Yield the items of a clause that count something, with what they count."""
    shared = _distributed(clause, items)
    carried = ""
    for index, item in enumerate(items):
        given = Counted(shared[index], "") if index in shared else before
        handed_on = carried or _handed_on(item, last)
        counted = _counted(item, given, handed_on, alone=len(items) == 1)
        if counted.phrase:
            carried, before = counted.action, Counted(counted.phrase, "")
            yield item, counted


def _handed_on(item: _Item, last: Figure | None) -> str:
    """Return the action of the clause before, if it may be that of this item too."""
    if last is None or last.action in LEVELS or last.quantity.unit != item.quantity.unit:
        return ""
    return "" if item.quantity.unit in MEASURES else last.action


def _figure(item: _Item, counted: Counted, clause: Span) -> Figure:
    text = item.quantity.comparator_text or comparator_before(item.left.rstrip())[1]
    intent = next((word for word in ("力争", "争取") if word in item.left), "")
    return Figure(item.quantity, counted.phrase, counted.action, text or intent, *clause)


def _items(clause: str) -> list[_Item]:
    found: list[_Item] = []
    begin = 0
    for quantity, following in with_next(quantities(clause)):
        end = len(clause)
        if following:
            mark = LISTED.search(clause, quantity.end, following.start)
            end = mark.start() if mark else quantity.end
        left = clause[begin : quantity.start]
        own = LISTED.sub("", left, count=1) if LISTED.match(left) else left
        bare = FROM.sub("", own.rstrip())
        is_start = bare != own.rstrip()
        found.append(
            _Item(bare if is_start else own, quantity, clause[quantity.end : end], is_start)
        )
        begin = end
    return found


def _distributed(clause: str, items: list[_Item]) -> dict[int, str]:
    """Return the phrases of A、B、C分别达到1家、2家、3家 by the index of their quantity."""
    before, mark, _ = clause.partition("分别")
    phrases = [stripped(part) for part in LISTED.split(before)]
    if not mark or len(items) < 2 or len(phrases) < len(items) or not all(phrases):
        return {}
    return dict(enumerate(phrases[-len(items) :]))


def _counted(item: _Item, subject: Counted, carried: str, *, alone: bool) -> Counted:
    """Return what the item counts; no phrase if it counts nothing that a plan would."""
    if "分别" in item.left or (not alone and _is_bare(item)):
        own = phrase_before(item.left.rpartition("分别")[2], item.quantity.unit)
        return _named(own.phrase or subject.phrase, own.action or carried, item)
    if item.right.startswith("的"):
        return _attribute(item)
    before = phrase_before(item.left, item.quantity.unit)
    after = phrase_after(item.right) if _may_follow(item, before) else NOTHING
    if after.phrase:
        action = _action_before(item.left, before) or carried
        light = action in LIGHT_ACTIONS
        return _named(after.phrase, after.action or action if light else action, item)
    if QUALIFIER.match(before.phrase) and subject.phrase:
        return _named(subject.phrase, before.action or carried, item)
    if before.phrase.startswith("占") and subject.phrase:
        return _named(subject.phrase, before.action or "占比", item)
    if before.phrase:
        return _named(before.phrase, before.action or carried, item)
    return _named(subject.phrase, before.action or carried or subject.action, item)


def _action_before(left: str, before: Counted) -> str:
    """Return the action of the main verb: of a clause ending in 的 that is its first, else its last."""
    leading = leading_action(left)
    return leading or before.action if left.rstrip().endswith("的") else before.action or leading


def _is_bare(item: _Item) -> bool:
    """Return whether the quantity stands alone between list marks: …25.1%和26.3%."""
    return not item.left.strip() and not item.right.strip()


def _may_follow(item: _Item, before: Counted) -> bool:
    """Return whether what is counted may stand after the quantity, and not before it."""
    left = item.left.rstrip()
    if not item.right.strip() or CHANGE.search(left):
        return False
    if left.endswith(("的", "等")) or not before.phrase:
        return True
    return item.quantity.unit not in MEASURES and canonical(before.phrase) is None


def _attribute(item: _Item) -> Counted:
    """Return the measure of something named after it: 总面积为19.45平方公里的核心功能区."""
    level = LEVEL.search(item.left.rstrip())
    if not level or not level.group():
        return NOTHING
    before = phrase_before(item.left, item.quantity.unit)
    return Counted(before.phrase, "占比" if item.quantity.unit == "%" else "总数")


def _named(phrase: str, action: str, item: _Item) -> Counted:
    if item.quantity.unit == "%" and (not action or (phrase.endswith("率") and action == "数量")):
        return Counted(phrase, "占比")
    bounded = comparator_before(item.left.rstrip())[1]
    return Counted(phrase, action or ("总数" if bounded else "数量"))
