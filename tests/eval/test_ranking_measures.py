from math import log2

import ir_measures
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ir_measures import RR, R, nDCG

from eval.measures import ndcg_at_k, recall_at_k, reciprocal_rank_at_k

PASSAGES = [f"p{number:02d}" for number in range(20)]


def test_the_second_of_two_relevant_passages_is_missing():
    relevance = {"a": 1, "b": 1}
    ranking = ["x", "a"]
    assert ndcg_at_k(relevance, ranking, 10) == pytest.approx((1 / log2(3)) / (1 + 1 / log2(3)))
    assert reciprocal_rank_at_k(relevance, ranking, 10) == 0.5
    assert recall_at_k(relevance, ranking, 1) == 0.0
    assert recall_at_k(relevance, ranking, 5) == 0.5


def test_duplicates_never_raise_a_measure():
    relevance = {"a": 1, "b": 1}
    assert ndcg_at_k(relevance, ["a", "a", "a"], 10) == ndcg_at_k(relevance, ["a"], 10) < 1
    assert recall_at_k(relevance, ["a", "a"], 5) == 0.5


def test_an_empty_ranking_and_empty_relevance_score_0():
    for measure in (ndcg_at_k, reciprocal_rank_at_k, recall_at_k):
        assert measure({"a": 1}, [], 10) == 0.0
        assert measure({}, ["a"], 10) == 0.0


@given(
    st.dictionaries(st.sampled_from(PASSAGES), st.integers(0, 3), min_size=1),
    st.lists(st.sampled_from(PASSAGES), unique=True, max_size=15),
    st.sampled_from([1, 5, 10]),
)
def test_measures_equal_those_of_ir_measures(relevance, ranking, k):
    qrels = {"q": relevance}
    run = {"q": {passage: 1 / rank for rank, passage in enumerate(ranking, start=1)}}
    theirs = ir_measures.calc_aggregate([nDCG @ k, RR @ k, R @ k], qrels, run)
    assert ndcg_at_k(relevance, ranking, k) == pytest.approx(theirs[nDCG @ k])
    assert reciprocal_rank_at_k(relevance, ranking, k) == pytest.approx(theirs[RR @ k])
    assert recall_at_k(relevance, ranking, k) == pytest.approx(theirs[R @ k])
