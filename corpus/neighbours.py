"""Walking a sequence with a look at what comes next."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def with_next(items: Sequence[Item]) -> Iterator[tuple[Item, Item | None]]:
    """Yield each item with the one after it; the last with None."""
    for index, item in enumerate(items):
        yield item, items[index + 1] if index + 1 < len(items) else None
