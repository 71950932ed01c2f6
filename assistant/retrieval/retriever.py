"""Hybrid search over the passages in scope."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from assistant.question.analysis import Query
from assistant.retrieval.filters import Filters
from assistant.retrieval.legs import Asked, Index, Legs
from assistant.retrieval.scored import ScoredPassage
from corpus.lexicon import chinese
from corpus.scripts import simplified
from embeddings.archive.generation import Generation
from embeddings.archive.records import NoticeSummary
from embeddings.encoder import Encoder

# So many passages a cross-encoder reads for a question.
RERANKED = 30


class Reranker(Protocol):
    """Orders passages by reading each together with the question."""

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        """Return how well each passage answers the question, higher for better."""
        ...


class Retriever:
    """Searches one generation; encoder and reranker are made when a question first needs them.

    :param legs: what is searched: "hybrid", or "keywords" or "vectors" alone.
    :param reranker: if given, orders the best passages of the search anew.
    """

    def __init__(
        self,
        generation: Generation,
        encoder: Callable[[], Encoder],
        legs: Legs = "hybrid",
        reranker: Callable[[], Reranker] | None = None,
    ) -> None:
        self._generation = generation
        self._encoder = encoder
        self._legs = legs
        self._reranker = reranker

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
        count = max(top_k, RERANKED) if self._reranker else top_k
        found = self._index.search(asked, self._encoder(), count, allowed, self._legs)
        passages = tables.passages([row for row, _ in found])
        scored = [
            ScoredPassage.of(passage, by_id[passage.notice_id], score)
            for passage, (_, score) in zip(passages, found, strict=True)
        ]
        return self._reranked(query, scored)[:top_k] if self._reranker else scored

    def _reranked(self, query: Query, found: Sequence[ScoredPassage]) -> list[ScoredPassage]:
        """Return the passages by the cross-encoder, equal ones in the order they were found."""
        assert self._reranker is not None
        read = ["\n".join((p.title, *p.section_path, p.text)) for p in found]
        scores = self._reranker().scores(query.question, read)
        scored = [replace(p, score=s) for p, s in zip(found, scores, strict=True)]
        return sorted(scored, key=lambda passage: -passage.score)

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
    written = [term.written for term in query.terms]
    written += [tuple(chinese(word)) for word in query.words]
    more = dict.fromkeys(token for forms in written for token in _tokens_of(forms))
    known = set(words)
    return words + [token for token in more if token not in known]


@lru_cache(maxsize=1024)
def _tokens_of(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tokens of forms that mean the same; 研发经费支出占GDP比重 has more than a thousand."""
    from embeddings.words import tokens_of_all

    return tuple(tokens_of_all(forms))
