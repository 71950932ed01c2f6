"""The hybrid search of kewen over texts of any kind, without notices and filters."""

from collections.abc import Sequence

from assistant.retrieval.legs import Asked, Index, Legs
from assistant.retrieval.reranking import Candidates, Features
from embeddings.archive.encodings import Encodings
from embeddings.archive.searchable import Searchable
from embeddings.encoder import Encoder, PieceEncoder
from embeddings.keywords import KeywordIndex
from embeddings.vectors import VectorIndex
from embeddings.words import tokens


class Searcher:
    """The index of an archive, over texts that have a title or none."""

    def __init__(
        self, texts: Sequence[Searchable], encoder: Encoder, legs: Legs = "hybrid"
    ) -> None:
        encoded = Encodings.of(encoder, texts)
        keywords = KeywordIndex.build([tokens(text.text) for text in texts])
        vectors = VectorIndex.build(encoded.vectors)
        self._index = Index(keywords, vectors, encoded.piece_index())
        self._encoder = encoder
        self._legs = legs

    def search(self, query: str, top_k: int) -> list[int]:
        """Return the numbers of the best texts, best first."""
        asked = Asked(tokens(query), query)
        found = self._index.search(asked, self._encoder, top_k, legs=self._legs)
        return [row for row, _ in found]

    def candidates(self, query: str) -> tuple[Candidates, Features]:
        """Return the best texts of each leg, and what speaks for each.

        :raises TypeError: if the encoder knows no pieces.
        """
        if not isinstance(self._encoder, PieceEncoder):
            raise TypeError(f"{self._encoder.name} knows no pieces.")
        return self._index.candidates(Asked(tokens(query), query), self._encoder)
