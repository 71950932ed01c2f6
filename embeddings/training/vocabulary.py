"""The tokenizer: a Unigram model whose pieces are frequent Chinese words and all characters."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

import rjieba
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

UNKNOWN = "[UNK]"
YEARS = frozenset(str(year) for year in range(1949, 2051))
_LONGEST_WORD = 8
_ENGLISH = re.compile(r"[a-z]{2,}")
_RARE_COUNT = 0.5


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word occurs after the normalisation the tokenizer will apply."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(rjieba.cut(unicodedata.normalize("NFKC", text).lower()))
    return counts


def choose_pieces(counts: Counter[str], size: int) -> list[tuple[str, float]]:
    """Return `size` pieces with their log-probabilities, the unknown piece first.

    Every year and every single character that was seen is a piece, so that only characters never
    seen are unknown; the most frequent words fill the rest. A character counts at least as often
    as half a word, which makes a known word always likelier than its spelling.
    """
    kept = {word: count for word, count in counts.items() if _is_piece(word)}
    seen = {character for word in kept for character in word} | set("0123456789")
    always = [*sorted(seen), *sorted(YEARS)]
    often = sorted(kept, key=lambda word: (-kept[word], word))
    pieces = list(dict.fromkeys([*always, *often]))[: size - 1]
    total = sum(kept.values())
    scores = [math.log(max(kept.get(piece, 0), _RARE_COUNT) / total) for piece in pieces]
    return [(UNKNOWN, 0.0), *zip(pieces, scores, strict=True)]


def choose_english(texts: Iterable[str]) -> list[str]:
    """Return the English words of texts and their plurals, which no Chinese text makes frequent."""
    words = {word for text in texts for word in _ENGLISH.findall(text.lower())}
    return sorted(words | {f"{word}s" for word in words})


def with_words(pieces: list[tuple[str, float]], words: Iterable[str]) -> list[tuple[str, float]]:
    """Return the pieces and, as unlikely as the least likely of them, words that are none yet."""
    known = {piece for piece, _ in pieces}
    least = min(score for _, score in pieces)
    return [*pieces, *((word, least) for word in words if word not in known)]


def build_tokenizer(pieces: list[tuple[str, float]]) -> Tokenizer:
    """Return a tokenizer over the pieces: NFKC, lower case, punctuation dropped, digits apart."""
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=0, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.WhitespaceSplit(),
            pre_tokenizers.Punctuation(behavior="removed"),
            pre_tokenizers.Digits(individual_digits=False),
        ]
    )
    return tokenizer


def _is_piece(word: str) -> bool:
    """Return whether a word may be a piece; of numbers only years and those of two digits."""
    if not word.isalnum() or len(word) > _LONGEST_WORD:
        return False
    return word in YEARS or bool(re.fullmatch(r"\D+|\d{1,2}", word))
