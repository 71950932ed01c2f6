"""Figures of the ledger against those that a reader found in the same clause."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.figures.quantities import quantities
from corpus.notice import Target
from corpus.thesaurus import canonical
from eval.figures.gold import WATCHED, ActionClass, Labelled

CLASSES: dict[str, ActionClass] = {
    "总数": "level",
    "数量": "level",
    "完成": "level",
    "实现": "level",
    "增长率": "rate",
    "倍数": "rate",
    "占比": "share",
    "提高": "step",
    "下降": "step",
    "下降率": "rate",
}
BOUNDS = re.compile(r"(?:以上|左右|以内|以下|余|多)+$")


@dataclass(frozen=True, slots=True)
class Matched:
    """The pairs that agree on what is counted and how much, and what is left on either side."""

    pairs: tuple[tuple[Labelled, Target], ...]
    missed: tuple[Labelled, ...]
    invented: tuple[Target, ...]


def matched(gold: Sequence[Labelled], found: Sequence[Target]) -> Matched:
    """Match figures one to one; only of watched indicators are figures that nobody labelled counted."""
    left = list(found)
    pairs, missed = [], []
    for wanted in gold:
        target = next((t for t in left if _is_it(wanted, t)), None)
        if target is None:
            missed.append(wanted)
        else:
            left.remove(target)
            pairs.append((wanted, target))
    return Matched(tuple(pairs), tuple(missed), tuple(t for t in left if t.indicator in WATCHED))


def action_class(target: Target) -> ActionClass:
    """Return the class of an action; what is none of those above makes something new."""
    return CLASSES.get(target.action or "数量", "new")


def is_written_so(wanted: Labelled, target: Target) -> bool:
    """Return whether number and unit are as written, but for words that bound them."""
    return _plain(wanted.value) == _plain(target.value)


def _is_it(wanted: Labelled, target: Target) -> bool:
    return _is_alike(wanted.indicator, target) and _number(wanted.value) == target.number


def _is_alike(wanted: str, target: Target) -> bool:
    names = (target.indicator, target.indicator_text)
    known = canonical(wanted)
    return known == target.indicator or any(wanted in name or name in wanted for name in names)


def _number(value: str) -> float | tuple[float, float] | None:
    found = next(iter(quantities(value)), None)
    return found.number if found else None


def _plain(value: str) -> str:
    return BOUNDS.sub("", value.replace("％", "%").replace(" ", "").replace(",", ""))
