"""Hybrid search over the passages in scope."""

from collections.abc import Callable, Sequence

from assistant.question.analysis import Query
from assistant.retrieval.filters import Filters
from assistant.retrieval.legs import Asked, Index, Legs
from assistant.retrieval.scored import ScoredPassage
from corpus.lexicon import chinese
from corpus.scripts import simplified
from embeddings.archive.generation import Generation
from embeddings.archive.records import NoticeSummary
from embeddings.encoder import Encoder


class Retriever:
    """Searches one generation; the encoder is made when the first question needs it.

    :param legs: what is searched: "hybrid", or "keywords" or "vectors" alone.
    """

    def __init__(
        self, generation: Generation, encoder: Callable[[], Encoder], legs: Legs = "hybrid"
    ) -> None:
        self._generation = generation
        self._encoder = encoder
        self._legs = legs

    def search(
        self, query: Query, notices: Sequence[NoticeSummary], filters: Filters, top_k: int
    ) -> list[ScoredPassage]:
        """Return the best passages of these notices, best first; none if no notice is in scope."""
        by_id = {notice.notice_id: notice for notice in notices}
        tables = self._generation.tables
        allowed = tables.passage_rows(list(by_id), filters.years)
        if not allowed.size:
            return []
        asked = Asked(expanded(query), query.search_text)
        found = self._index.search(asked, self._encoder(), top_k, allowed, self._legs)
        passages = tables.passages([row for row, _ in found])
        return [
            ScoredPassage.of(passage, by_id[passage.notice_id], score)
            for passage, (_, score) in zip(passages, found, strict=True)
        ]

    def likeness(self, query: Query, texts: Sequence[str]) -> list[float]:
        """Return how near each text is to the query in meaning, from -1 to 1; 0 by keywords alone."""
        if self._legs == "keywords":
            return [0.0] * len(texts)
        encoder = self._encoder()
        vectors = encoder.encode_passages([simplified(text) for text in texts])
        return [float(value) for value in vectors @ encoder.encode_query(query.search_text)]

    def weight(self, token: str) -> float:
        """Return how telling a word is: its inverse document frequency, the highest if unknown."""
        return self._generation.keywords.idf(token)

    def knows(self, token: str) -> bool:
        """Return whether any passage holds the word."""
        return self._generation.keywords.known(token)

    @property
    def _index(self) -> Index:
        generation = self._generation
        return Index(generation.keywords, generation.vectors, generation.pieces)


def expanded(query: Query) -> list[str]:
    """Return the words of the question, all forms of its terms, its English words in Chinese."""
    from embeddings.words import tokens

    words = tokens(query.search_text)
    written = [form for term in query.terms for form in term.written]
    for form in (*written, *(form for word in query.words for form in chinese(word))):
        words.extend(token for token in tokens(form) if token not in words)
    return words
