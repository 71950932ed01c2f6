"""What the keyword index counts: words, character pairs, Latin words and numbers."""

import re
import unicodedata
from collections.abc import Iterable

from corpus.scripts import simplified

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_RUN = re.compile(f"[{_HAN}]+")
_LATIN_OR_NUMBER = re.compile(r"[^\W_" + _HAN + r"]+(?:[.&+][^\W_" + _HAN + r"]+)*")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")


def normalised(text: str) -> str:
    """Return the text in NFKC, simplified characters and lower case, numbers without separators."""
    return simplified(unicodedata.normalize("NFKC", _THOUSANDS.sub("", text))).lower()


def tokens(text: str) -> list[str]:
    """Split text into what is counted; a token may occur several times.

    Chinese gives its words and every pair of neighbouring characters: the pairs find a term the
    dictionary cuts elsewhere, and a two-character word, being both, weighs double. Everything
    else is taken whole (``r&d``, ``3.5``, ``t9704``). Punctuation and space give nothing.
    """
    return _cut(normalised(text))


def tokens_of_all(texts: Iterable[str]) -> list[str]:
    """Return the tokens that any of the texts holds, each once.

    Texts that are the same once they are normalised are cut once.
    """
    lines = dict.fromkeys(normalised("\n".join(texts)).split("\n"))
    return list(dict.fromkeys(_cut("\n".join(lines))))


def _cut(text: str) -> list[str]:
    return _words(text) + _pairs(text) + _LATIN_OR_NUMBER.findall(text)


def words_of(text: str) -> list[str]:
    """Split normalised text into its words alone, without the pairs."""
    return _words(text) + _LATIN_OR_NUMBER.findall(text)


def _words(text: str) -> list[str]:
    # Imported here because loading the dictionary costs a tenth of a second.
    import rjieba

    return [word for word in rjieba.cut(text) if _HAN_RUN.search(word)]


def _pairs(text: str) -> list[str]:
    return [
        run[index : index + 2] for run in _HAN_RUN.findall(text) for index in range(len(run) - 1)
    ]
