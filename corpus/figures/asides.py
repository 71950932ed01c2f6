"""Text in brackets is an aside: it is judged on its own and says nothing of the clause around it."""

import re
from typing import NamedTuple

CLOSED = re.compile(r"[（(][^（）()]{0,80}[）)]")
OPEN = re.compile(r"[（(]([^（）()]{0,80})$")
OPENING = re.compile("[（(]")
CLOSING = re.compile("[）)]")


class Context(NamedTuple):
    """The words before a figure; `inside` are those of the bracket it stands in, if it does."""

    around: str
    inside: str | None


def context(before: str) -> Context:
    """Return the words before a figure without the asides that end before it."""
    bare = CLOSED.sub("", before)
    opened = OPEN.search(bare)
    return Context(bare[: opened.start()], opened[1]) if opened else Context(bare, None)


def around_and_inside(before: str, after: str) -> Context:
    """Return the words around a figure: those before it and those after it in its clause."""
    around, inside = context(before)
    if inside is not None:
        return Context(around, inside + CLOSING.split(after, maxsplit=1)[0])
    return Context(around + OPENING.split(CLOSED.sub("", after), maxsplit=1)[0], None)
