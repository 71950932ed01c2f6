from math import log2

import ir_measures
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.measures.ranking import RANKING_MEASURES, ranking_scores

PASSAGES = [f"p{number:02d}" for number in range(20)]
RANKING = st.lists(st.sampled_from(PASSAGES), max_size=15)
RELEVANCE = st.dictionaries(st.sampled_from(PASSAGES), st.integers(0, 3), min_size=1)


def scores(relevance, ranking):
    return ranking_scores({"q": relevance}, {"q": ranking})["q"]


def test_the_second_of_two_relevant_passages_is_missing():
    found = scores({"a": 1, "b": 1}, ["x", "a"])
    assert found["ndcg_at_10"] == pytest.approx((1 / log2(3)) / (1 + 1 / log2(3)))
    assert found["mrr_at_10"] == 0.5
    assert (found["recall_at_1"], found["recall_at_5"]) == (0.0, 0.5)
    assert found["judged_at_10"] == 0.5


def test_an_empty_ranking_a_missing_one_and_empty_relevance_score_0():
    found = ranking_scores({"a": {"x": 1}, "b": {"x": 1}, "c": {}}, {"a": [], "c": ["x"]})
    assert {value for values in found.values() for value in values.values()} == {0.0}
    assert {len(values) for values in found.values()} == {len(RANKING_MEASURES)}


@given(RELEVANCE, RANKING)
def test_duplicates_never_raise_a_measure(relevance, ranking):
    repeated = scores(relevance, [p for passage in ranking for p in (passage, passage)])
    assert repeated == scores(relevance, ranking)
    assert all(0 <= value <= 1 for value in repeated.values())


@given(
    st.dictionaries(st.sampled_from("abcd"), RELEVANCE, min_size=1),
    st.dictionaries(st.sampled_from("abcde"), st.lists(st.sampled_from(PASSAGES), unique=True)),
)
def test_means_equal_those_of_ir_measures_on_the_same_qrels_and_run(qrels, rankings):
    ranked = {question: ranking for question, ranking in rankings.items() if ranking}
    run = {q: {p: 1 / rank for rank, p in enumerate(r, start=1)} for q, r in ranked.items()}
    theirs = ir_measures.calc_aggregate(RANKING_MEASURES.values(), qrels, run)
    ours = ranking_scores(qrels, rankings)
    for name, measure in RANKING_MEASURES.items():
        mean = sum(values[name] for values in ours.values()) / len(ours)
        assert mean == pytest.approx(theirs[measure]), name
