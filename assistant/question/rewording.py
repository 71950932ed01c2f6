"""A question with other words in the place of those that it has."""

import re
from collections.abc import Sequence

from assistant.question.years import EARLIEST, LATEST
from corpus.notice import Years

Stretch = tuple[int, int]

# What joins a name to the one before it, and what leads up to a year or a place in English.
JOINS = re.compile(r"(?:\s*[和与、及跟,，/&]|\s+(?:and|or|vs\.?|versus))\s*$", re.IGNORECASE)
LEADS_UP = re.compile(r"(?:\s+(?:in|of|for|during|from|since|until|by))?\s*$", re.IGNORECASE)
HAN = re.compile("[\u4e00-\u9fff]")
PUNCTUATION = re.compile(r"[？?。.！!\s]*$")
BLANKS = re.compile(r"[ \t]+(?=[？?。，,]|$)|(?<=\s)[ \t]+|^[ \t]+")


def replaced(text: str, stretches: Sequence[Stretch], new: str) -> str:
    """Return the text with the new words where the first of the old stood, and without the others.

    :param new: empty to leave all of them out, with what joins them or leads up to them.
    """
    ordered = sorted(stretches)
    for start, end in reversed(ordered[1:]):
        text = _without(text, start, end)
    if ordered:
        start, end = ordered[0]
        text = _put(text, start, end, new) if new else _without(text, start, end)
    return BLANKS.sub("", text)


def inserted(text: str, at: int, new: str) -> str:
    """Return the text with new words at a position."""
    return _put(text, at, at, new)


def appended(text: str, new: str) -> str:
    """Return the text with new words at its end, before its question mark."""
    end = PUNCTUATION.search(text)
    return _put(text, at := end.start() if end else len(text), at, new)


def years_written(years: Years, *, english: bool) -> str:
    """Return years as a question says them: 2016–2018年, 2016年以来, since 2016."""
    first, last = years
    if last >= LATEST:
        return f"since {first}" if english else f"{first}年以来"
    if first <= EARLIEST:
        return f"until {last}" if english else f"{last}年及以前"
    return f"{years}" if english else f"{years}年"


def _put(text: str, start: int, end: int, new: str) -> str:
    before, after = text[:start], text[end:]
    if new.startswith(("since", "until")):
        before = LEADS_UP.sub("", before)
    return f"{before}{_gap(before, new)}{new}{_gap(new, after)}{after}"


def _gap(one: str, other: str) -> str:
    """Return what keeps two words of the Latin script apart."""
    around = one[-1:] + other[:1]
    return " " if len(around) == 2 and around.isascii() and around.isalnum() else ""


def _without(text: str, start: int, end: int) -> str:
    before, after = text[:start], text[end:]
    joined = JOINS.sub("", before)
    if joined == before and not HAN.search(text, start, end):
        joined = LEADS_UP.sub("", before)
    return f"{joined}{_gap(joined, after)}{after}"
