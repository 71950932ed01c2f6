"""Questions whose right passage is known, as the order of candidates is learnt from them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant import Assistant
from assistant.question.analysis import analyse
from assistant.retrieval.legs import Asked, Index
from assistant.retrieval.reranking import Features
from assistant.retrieval.retriever import expanded
from corpus.errors import UsageError
from embeddings.encoder import PieceEncoder
from eval.gold import questions as gold
from eval.gold.locating import locate
from eval.retrieval.searching import Searcher


class Case(NamedTuple):
    """The features of the candidates of a question, shape ``(n, features)``, and the right one."""

    features: NDArray[np.float64]
    right: int


class Question(NamedTuple):
    """What is asked, and the number of the text that answers it."""

    text: str
    right: int


def cases(searcher: Searcher, questions: Sequence[Question]) -> list[Case | None]:
    """Return the candidates of each question; None where the right one is not among them."""
    found: list[Case | None] = []
    for question in questions:
        candidates, features = searcher.candidates(question.text)
        at = np.flatnonzero(candidates.rows == question.right)
        found.append(Case(_table(features), int(at[0])) if len(at) else None)
    return found


def cases_of(assistant: Assistant, questions: Sequence[gold.Question]) -> Iterator[Case]:
    """Yield a case for each right passage among the candidates, without the other right ones.

    Questions are searched as `Assistant.search` does, with the filters that they name.

    :raises UsageError: if the encoder knows no pieces.
    """
    generation, encoder = assistant.generation, assistant.encoder
    if not isinstance(encoder, PieceEncoder):
        raise UsageError(f"{encoder.name} knows no pieces. Use the shipped encoder.")
    index = Index(generation.keywords, generation.vectors, generation.pieces)
    summaries = generation.tables.notices()
    for question in questions:
        query = analyse(question.question)
        query = replace(query, subject=query.question)
        chosen = [notice.notice_id for notice in query.filters.select(summaries)]
        allowed = generation.tables.passage_rows(chosen, query.filters.years)
        asked = Asked(expanded(query), query.search_text)
        candidates, features = index.candidates(asked, encoder, allowed=allowed)
        notices = {name: assistant.notice(name) for name in question.notices}
        relevant = locate(question, notices).relevant
        passages = generation.tables.passages(candidates.rows)
        right = np.array([passage.passage_id in relevant for passage in passages], np.bool_)
        table = _table(features)
        for row in np.flatnonzero(right):
            yield Case(np.concatenate([table[[row]], table[~right]]), 0)


def _table(features: Features) -> NDArray[np.float64]:
    return np.stack(features, axis=1).astype(np.float64)
