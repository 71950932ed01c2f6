import numpy as np

from embeddings.hashing import HashingEncoder
from embeddings.training.measure import Recall, measure, search_bm25, search_with
from embeddings.training.pairs import Pair

PAIRS = [
    Pair("科技企业", "新增科技企业二十家", "heading", "某市"),
    Pair("科普场馆", "建设科普场馆两处", "heading", "某市"),
    Pair("科普场馆", "开放科普场馆三处", "heading", "某市"),
    Pair("专利", "专利申请增长一成", "question", "某市"),
]


def test_a_query_with_two_passages_is_asked_once_and_either_is_right():
    last_first = {2: [[0, 1, 2], [2, 0, 1]], 1: [[0]]}
    found = measure(PAIRS, lambda queries, passages: np.array(last_first[len(queries)]))
    assert found == [Recall("heading", 2, 3, 1, 1), Recall("question", 1, 1, 1, 1)]


def test_a_passage_that_is_second_counts_among_five_and_not_first():
    found = measure(PAIRS[:3], lambda queries, passages: np.array([[1, 0, 2], [0, 1, 2]]))
    assert found == [Recall("heading", 2, 3, 0, 1)]


def test_no_more_pairs_than_asked_are_taken():
    found = measure(PAIRS, lambda queries, passages: np.array([[0]]), most=1)
    assert [(recall.queries, recall.passages) for recall in found] == [(1, 1), (1, 1)]


def test_bm25_and_an_encoder_find_the_passage_with_the_words():
    for search in (search_bm25, search_with(HashingEncoder().encode_passages)):
        assert [recall.at_1 for recall in measure(PAIRS, search)] == [1, 1]
