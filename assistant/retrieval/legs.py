"""Keywords and vectors over the same rows, searched together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.fusion import reciprocal_rank_fusion
from assistant.retrieval.reranking import Candidates, Features, features, scores
from embeddings.encoder import Encoder, PieceEncoder
from embeddings.keywords import KeywordIndex, best
from embeddings.pieces import PieceIndex
from embeddings.vectors import VectorIndex

# Of each leg.
CANDIDATES = 50

Legs = Literal["hybrid", "keywords", "vectors"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as each leg takes it: the words to look for, and the text to encode."""

    words: Sequence[str]
    text: str


@dataclass(frozen=True, slots=True)
class Index:
    """What is searched; all three speak of the same rows."""

    keywords: KeywordIndex
    vectors: VectorIndex
    pieces: PieceIndex

    def search(
        self,
        asked: Asked,
        encoder: Encoder,
        top_k: int,
        allowed: NDArray[np.int64] | None = None,
        legs: Legs = "hybrid",
    ) -> list[tuple[int, float]]:
        """Return the best rows with their scores, best first, equal ones in row order.

        :param allowed: row numbers; only these are searched, by both legs.
        """
        count = max(CANDIDATES, top_k)
        if legs == "keywords":
            return best(self._by_words(asked, allowed), top_k, allowed)
        if not isinstance(encoder, PieceEncoder):
            return self._fused(asked, encoder, count, allowed, legs)[:top_k]
        found, speaking = self.candidates(asked, encoder, count, allowed, legs)
        scored = zip(found.rows.tolist(), scores(speaking).tolist(), strict=True)
        return sorted(scored, key=lambda hit: (-hit[1], hit[0]))[:top_k]

    def candidates(
        self,
        asked: Asked,
        encoder: PieceEncoder,
        count: int = CANDIDATES,
        allowed: NDArray[np.int64] | None = None,
        legs: Legs = "hybrid",
    ) -> tuple[Candidates, Features]:
        """Return the best rows of each leg, and what speaks for them."""
        by_words = self._by_words(asked, allowed)
        if legs == "vectors":
            by_words[:] = 0
        vector = encoder.encode_query(asked.text)
        meant = self.vectors.search(vector, count, allowed)
        both = {row for row, _ in (*best(by_words, count, allowed), *meant)}
        rows = np.array(sorted(both), np.int64)
        found = Candidates(rows, by_words[rows], self.vectors.rows(rows) @ vector)
        return found, features(encoder, self.pieces, encoder.cut([asked.text])[0], found)

    def _fused(
        self,
        asked: Asked,
        encoder: Encoder,
        count: int,
        allowed: NDArray[np.int64] | None,
        legs: Legs,
    ) -> list[tuple[int, float]]:
        """Return the rows by their ranks: nothing was learnt about the scores of this encoder."""
        words = best(self._by_words(asked, allowed), count, allowed) if legs != "vectors" else []
        meant = self.vectors.search(encoder.encode_query(asked.text), count, allowed)
        return reciprocal_rank_fusion([[row for row, _ in leg] for leg in (words, meant)])

    def _by_words(self, asked: Asked, allowed: NDArray[np.int64] | None) -> NDArray[np.float32]:
        return self.keywords.scores(asked.words, allowed)
