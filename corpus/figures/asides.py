"""Text in brackets is an aside: it is judged on its own and says nothing of the clause around it."""

import re
from typing import NamedTuple

CLOSED = re.compile(r"[（(][^（）()]{0,80}[）)]")
OPEN = re.compile(r"[（(]([^（）()]{0,80})$")


class Context(NamedTuple):
    """The words before a figure; `inside` are those of the bracket it stands in, if it does."""

    around: str
    inside: str | None


def context(before: str) -> Context:
    """Return the words before a figure without the asides that end before it."""
    bare = CLOSED.sub("", before)
    opened = OPEN.search(bare)
    return Context(bare[: opened.start()], opened[1]) if opened else Context(bare, None)
