import numpy as np
import pytest

from embeddings.archive.searchable import Searchable
from embeddings.hashing import HashingEncoder
from embeddings.loading import load_encoder
from eval.reranking import Case, Question, cases, fit, recall
from eval.retrieval.searching import Searcher

TEXTS = [
    Searchable("", text)
    for text in ("力争新认定高新技术企业20家。", "组织开展科普活动。", "加大专利保护力度。")
]


def case(right, *rows):
    return Case(np.array([[*row, 0, 0, 0] for row in rows], float), right)


def test_what_tells_the_right_candidate_gets_the_weight():
    known = [case(0, (1, 0), (0, 1)), case(1, (0.2, 0.9), (0.8, 0.1)), None]
    weights = fit(known)
    assert weights[0] > 1
    assert weights[1] == 0


def test_recall_counts_what_was_no_candidate_as_not_found():
    known = [case(1, (1, 0), (0, 1)), None]
    assert recall(known, np.array([1.0, 0, 0, 0, 0])) == [0.0, 0.5, 0.5]
    assert recall(known, np.array([0, 1.0, 0, 0, 0])) == [0.5, 0.5, 0.5]


def test_a_case_is_the_candidates_of_a_question_and_where_the_right_one_stands():
    searcher = Searcher(TEXTS, load_encoder())
    (found,) = cases(searcher, [Question("科普活动有哪些", 1)])
    assert found.right == int(np.argmax(found.features[:, 0]))


def test_an_encoder_without_pieces_has_no_features():
    with pytest.raises(TypeError, match="no pieces"):
        Searcher(TEXTS, HashingEncoder()).candidates("科普")
