"""The hybrid search of kewen over texts of any kind, without notices and filters."""

from collections.abc import Sequence

from assistant.retrieval.fusion import KEYWORD_WEIGHT, VECTOR_WEIGHT, reciprocal_rank_fusion
from assistant.retrieval.retriever import CANDIDATES
from embeddings.encoder import Encoder
from embeddings.keywords import KeywordIndex
from embeddings.vectors import VectorIndex
from embeddings.words import tokens


class Searcher:
    """Keywords and vectors over texts, fused by rank."""

    def __init__(self, texts: Sequence[str], encoder: Encoder) -> None:
        self._encoder = encoder
        self._keywords = KeywordIndex.build([tokens(text) for text in texts])
        self._vectors = VectorIndex.build(encoder.encode_passages(list(texts)))

    def search(self, query: str, top_k: int) -> list[int]:
        """Return the numbers of the best texts, best first."""
        candidates = max(CANDIDATES, top_k)
        by_words = self._keywords.search(tokens(query), candidates)
        by_meaning = self._vectors.search(self._encoder.encode_query(query), candidates)
        rankings = [[row for row, _ in found] for found in (by_words, by_meaning)]
        weights = (KEYWORD_WEIGHT, VECTOR_WEIGHT)
        return [row for row, _ in reciprocal_rank_fusion(rankings, weights)[:top_k]]
