"""Sentences and clauses as offsets: the unit of a citation and the unit of a figure."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# A semicolon ends a statement in an official list (…20家;培育…16家。), so it ends a citation too.
STATEMENT = re.compile(r"[^。！？；;\n]+[。！？；;]?[”’』」》）)]*")
SENTENCE = re.compile(r"[^。！？\n]+[。！？]?[”’』」》）)]*")


class Span(NamedTuple):
    """A stretch of a text: ``text[start:end]``."""

    start: int
    end: int


def statements(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the statements of ``text[start:end]``, without the white space around them."""
    yield from _trimmed(STATEMENT, text, start, len(text) if end is None else end)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the sentences of ``text[start:end]``, without the white space around them."""
    yield from _trimmed(SENTENCE, text, start, len(text) if end is None else end)


def _trimmed(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Span]:
    for match in pattern.finditer(text, start, end):
        raw = match.group()
        first = match.start() + len(raw) - len(raw.lstrip())
        last = match.end() - (len(raw) - len(raw.rstrip()))
        if first < last:
            yield Span(first, last)
