"""A small Chinese–English word list of public policy: 贷款 → loan, borrow, lending.

The thesaurus names things; this is for the ordinary words around them. Adding a line to
`data/lexicon.tsv` adds a word.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from corpus.thesaurus import terms

LEXICON = "lexicon.tsv"


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
