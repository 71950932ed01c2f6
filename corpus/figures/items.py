"""The quantities of a clause, each with the words that are its own."""

import re
from typing import NamedTuple

from corpus.figures.quantities import Quantity, quantities
from corpus.neighbours import with_next

LISTED = re.compile(r"[、和及与并]|以及")
FROM = re.compile(r"[由从]$")


class Item(NamedTuple):
    """A quantity with the words before it and after it that are its own.

    `is_start` where a change begins with it (由282项减少到152项), so that it is no figure itself.
    """

    left: str
    quantity: Quantity
    right: str
    is_start: bool


def items_of(clause: str) -> list[Item]:
    """Return the quantities of a clause in order."""
    found: list[Item] = []
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
            Item(bare if is_start else own, quantity, clause[quantity.end : end], is_start)
        )
        begin = end
    return found
