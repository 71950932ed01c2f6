"""The hybrid search of kewen over texts of any kind, without notices and filters."""

from collections.abc import Sequence
from contextlib import suppress

from assistant.question.analysis import analyse
from assistant.retrieval.legs import Asked, Index, Legs
from assistant.retrieval.reranking import Candidates, Features
from assistant.retrieval.retriever import expanded
from corpus.errors import UsageError
from embeddings.archive.encodings import Encodings
from embeddings.archive.searchable import Searchable
from embeddings.encoder import Encoder, PieceEncoder
from embeddings.keywords import KeywordIndex
from embeddings.vectors import VectorIndex
from embeddings.words import tokens


class Searcher:
    """The index of an archive, over texts that have a title or none."""

    def __init__(self, texts: Sequence[Searchable], encoder: Encoder) -> None:
        encoded = Encodings.of(encoder, texts)
        keywords = KeywordIndex.build([tokens(text.text) for text in texts])
        vectors = VectorIndex.build(encoded.vectors)
        self._index = Index(keywords, vectors, encoded.piece_index())
        self._encoder = encoder

    def search(self, query: str, top_k: int, legs: Legs = "hybrid") -> list[int]:
        """Return the numbers of the best texts, best first."""
        found = self._index.search(asked(query), self._encoder, top_k, legs=legs)
        return [row for row, _ in found]

    def candidates(self, query: str) -> tuple[Candidates, Features]:
        """Return the best texts of each leg, and what speaks for each.

        :raises TypeError: if the encoder knows no pieces.
        """
        if not isinstance(self._encoder, PieceEncoder):
            raise TypeError(f"{self._encoder.name} knows no pieces.")
        return self._index.candidates(asked(query), self._encoder)


def asked(query: str) -> Asked:
    """Return a query with the other words for what it names; places and years stay in it.

    One that is too long to be a question is searched as it stands.
    """
    words = tokens(query)
    with suppress(UsageError):
        words.extend(word for word in expanded(analyse(query)) if word not in words)
    return Asked(words, query)
