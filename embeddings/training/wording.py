"""Pairs that say the same in other words: the English of a word, other forms, everyday words.

What officials write and what people ask share few words. A bag of words learns that they mean the
same only from pairs that say so: the lexicon and the thesaurus as they are, and queries made of
words of a passage, said in English or as people say it.
"""

import random
from collections.abc import Iterator, Mapping, Sequence

import rjieba

from corpus.lexicon import english
from corpus.thesaurus import terms
from embeddings.training.keywords import WordRarity, choose
from embeddings.training.pairs import Pair

_GLOSSES = 3
_LEAST_WORDS = 3


def gloss_pairs() -> Iterator[Pair]:
    """Yield English → Chinese for all glosses, and Chinese → English for the most usual."""
    for word, glosses in english().items():
        for gloss in glosses:
            yield Pair(gloss, word, "gloss", word)
        yield Pair(word, glosses[0], "gloss", word)


def term_pairs() -> Iterator[Pair]:
    """Yield other form → name and name → other form, everyday words among them."""
    for term in terms():
        for form in (*term.written, *term.everyday):
            if form != term.name:
                yield Pair(form, term.name, "term", term.name)
                yield Pair(term.name, form, "term", term.name)


def reworded_pairs(pairs: Sequence[Pair], rarity: WordRarity, seed: int) -> list[Pair]:
    """Return for each passage of the keyword queries an English and an everyday query, if any.

    The English one translates two to four of its words; the everyday one says a term of the
    thesaurus in another way, beside two other words of the passage.
    """
    chooser = random.Random(seed)
    translated, said = english(), _said_otherwise()
    made = []
    for pair in (pair for pair in pairs if pair.kind == "keywords"):
        words = list(dict.fromkeys(w for w in rjieba.cut(pair.passage) if len(w) > 1))
        if query := _in_english(words, translated, rarity, chooser):
            made.append(Pair(query, pair.passage, "english", pair.group))
        if query := _in_everyday_words(words, said, rarity, chooser):
            made.append(Pair(query, pair.passage, "everyday", pair.group))
    return made


def _said_otherwise() -> dict[str, list[str]]:
    return {
        term.name: [*term.everyday, *(form for form in term.written if form != term.name)]
        for term in terms()
        if term.everyday
    }


def _in_english(
    words: Sequence[str],
    translated: Mapping[str, Sequence[str]],
    rarity: WordRarity,
    chooser: random.Random,
) -> str:
    known = [word for word in words if word in translated]
    if len(known) < _LEAST_WORDS:
        return ""
    chosen = choose(known, rarity, chooser)
    return " ".join(chooser.choice(translated[word][:_GLOSSES]) for word in chosen)


def _in_everyday_words(
    words: Sequence[str],
    said: Mapping[str, Sequence[str]],
    rarity: WordRarity,
    chooser: random.Random,
) -> str:
    known = [word for word in words if word in said]
    if not known:
        return ""
    term = chooser.choice(known)
    others = choose([w for w in words if w != term and w.isalnum()], rarity, chooser)
    return " ".join([chooser.choice(said[term]), *others[:2]])
