"""Everyday words and what official documents say instead: 借钱 → 信贷, 贷款, 融资.

Unlike a term of the thesaurus these are no names of one thing: a sentence that holds any of the
official words may be what was meant. Adding a line to `data/everyday.tsv` adds a meaning, and so
does a word in the column `everyday` of the thesaurus, for what one term is asked by (退休金).
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from corpus.thesaurus import NO_LETTER_AFTER, NO_LETTER_BEFORE, Term, made_of_terms, terms

MOST_FORMS = 4


class Meaning(NamedTuple):
    """A stretch of a question in everyday words, and the official words for it."""

    start: int
    end: int
    official: tuple[str, ...]


_left_out = False


@contextmanager
def left_out() -> Iterator[None]:
    """Take everyday words for nothing but themselves meanwhile, in all of the process.

    To measure what the list of them is worth.
    """
    global _left_out
    before, _left_out = _left_out, True
    try:
        yield
    finally:
        _left_out = before


def _official(term: Term) -> tuple[str, ...]:
    """Return the name of a term and the forms that do not hold it."""
    others = (form for form in reversed(term.written) if term.name not in form)
    return (term.name, *list(others)[:MOST_FORMS])


@lru_cache(maxsize=1)
def _meanings() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    lines = (files("corpus") / "data" / "everyday.tsv").read_text(encoding="utf-8").splitlines()
    known: dict[str, tuple[str, ...]] = {}
    english = []
    for line in lines:
        if line.startswith("#"):
            continue
        official, everyday, words = line.split("\t")
        for word in everyday.split("、"):
            known.setdefault(word.lower(), tuple(official.split("、")))
        for phrase in words.split(", "):
            known.setdefault(phrase.lower(), tuple(official.split("、")))
            english.append(phrase)
    for term in terms():
        for word in term.everyday:
            known.setdefault(word.lower(), _official(term))
    chinese = sorted((word for word in known if not word.isascii()), key=len, reverse=True)
    phrases = sorted(english, key=len, reverse=True)
    either = "|".join(map(re.escape, chinese))
    pattern = (
        rf"{either}|{NO_LETTER_BEFORE}(?:{'|'.join(map(re.escape, phrases))}){NO_LETTER_AFTER}"
    )
    return re.compile(pattern, re.IGNORECASE), known


def meanings(question: str) -> list[Meaning]:
    """Return the everyday words of a question, the longest at each place."""
    if _left_out:
        return []
    pattern, known = _meanings()
    return [
        Meaning(match.start(), match.end(), known[match.group().lower()])
        for match in pattern.finditer(question)
    ]


made_of_terms(_meanings.cache_clear)
