"""A small Chinese–English word list of public policy: 贷款 → loan, borrow, lending.

The thesaurus names things; this is for the ordinary words around them. Adding a line to
`data/lexicon.tsv` adds a word.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from corpus.thesaurus import made_of_terms, terms

LEXICON = "lexicon.tsv"
# Of the Chinese words for an English one: more of them say less.
_MEANINGS = 3


@lru_cache(maxsize=1)
def english() -> Mapping[str, tuple[str, ...]]:
    """Return the English of Chinese words and of the terms of the thesaurus, in small letters."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in (files("corpus") / "data" / LEXICON).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, glosses = line.split("\t")
            found[word].extend(glosses.split(", "))
    for term in terms():
        for form in term.written:
            found[form].extend(gloss.lower() for gloss in term.english)
    return {word: tuple(dict.fromkeys(glosses)) for word, glosses in found.items() if glosses}


def chinese(word: str) -> tuple[str, ...]:
    """Return what an English word is in Chinese, most usual first; a plural as its singular."""
    known = _chinese()
    forms = [word, *(word.removesuffix(ending) for ending in ("s", "es") if word.endswith(ending))]
    return next((known[form] for form in forms if form in known), ())


@lru_cache(maxsize=1)
def _chinese() -> Mapping[str, tuple[str, ...]]:
    ranked: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for number, (word, glosses) in enumerate(english().items()):
        for rank, gloss in enumerate(glosses):
            ranked[gloss].append((rank, number, word))
    return {
        gloss: tuple(word for _, _, word in sorted(words)[:_MEANINGS])
        for gloss, words in ranked.items()
    }


made_of_terms(english.cache_clear)
made_of_terms(_chinese.cache_clear)
