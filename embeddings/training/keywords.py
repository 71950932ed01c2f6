"""Short queries made of a passage's own rare words, as people type them into a search box."""

import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import rjieba

from embeddings.training.pairs import Pair

_FORMS = (
    *("{}",) * 4,
    "{}有哪些？",
    "{}是多少？",
    "{}的目标是什么？",
    "如何{}？",
    "{}由谁负责？",
    "{}什么时候完成？",
    "{}情况怎么样？",
    "今年{}有什么安排？",
)


@dataclass(frozen=True, slots=True)
class WordRarity:
    """How many of `total` passages hold each word."""

    passages_with: Counter[str]
    total: int

    def of(self, word: str) -> float:
        """Return the inverse document frequency of a word, in nats."""
        return math.log((1 + self.total) / (1 + self.passages_with[word]))


def count_rarity(passages: Iterable[str]) -> WordRarity:
    """Return in how many passages each word of two or more characters stands."""
    counts: Counter[str] = Counter()
    total = 0
    for passage in passages:
        total += 1
        counts.update(set(_words(passage)))
    return WordRarity(counts, total)


def keyword_pairs(pairs: Sequence[Pair], rarity: WordRarity, seed: int) -> list[Pair]:
    """Return one keyword query for each distinct passage, last passage first.

    A passage and the same passage without its first sentence end alike and are taken once.
    """
    chooser = random.Random(seed)
    made = []
    for pair in {pair.passage[-30:]: pair for pair in reversed(pairs)}.values():
        words = choose(list(dict.fromkeys(_words(pair.passage))), rarity, chooser)
        if words:
            query = chooser.choice(_FORMS).format(chooser.choice(("", " ")).join(words))
            made.append(Pair(query, pair.passage, "keywords", pair.group))
    return made


def choose(words: Sequence[str], rarity: WordRarity, chooser: random.Random) -> list[str]:
    """Choose two to four words, rare ones more often, and keep them in their order."""
    wanted = chooser.randint(2, 4)
    if len(words) < wanted:
        return []
    # Efraimidis and Spirakis: the largest u**(1/w) is a weighted sample without replacement.
    keys = {word: chooser.random() ** (1 / max(rarity.of(word), 0.01)) for word in words}
    chosen = set(sorted(words, key=keys.__getitem__)[-wanted:])
    return [word for word in words if word in chosen]


def _words(passage: str) -> list[str]:
    return [word for word in rjieba.cut(passage) if len(word) > 1 and word.isalnum()]
