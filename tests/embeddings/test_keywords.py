import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embeddings import keyword_builder
from embeddings.archive.durable import write_files
from embeddings.keyword_builder import KeywordBuilder
from embeddings.keywords import KeywordIndex


def save(documents, folder):
    """Write an index and return the checksums of its files."""
    builder = KeywordBuilder()
    for tokens in documents:
        builder.add(tokens)
    return write_files(folder, builder.write)


DOCUMENTS = [["众创", "空间"], ["高新", "企业", "空间"], [], ["众创", "众创", "企业"]]


def test_rows_that_hold_more_of_the_words_come_first():
    hits = KeywordIndex.build(DOCUMENTS).search(["众创", "空间"], 10)
    assert [row for row, _ in hits] == [0, 3, 1]


def test_a_row_without_the_words_is_not_returned():
    assert 2 not in dict(KeywordIndex.build(DOCUMENTS).search(["众创", "空间", "企业"], 10))


def test_the_mask_is_applied_before_the_best_are_taken():
    mask = np.array([False, True, True, True])
    hits = KeywordIndex.build(DOCUMENTS).search(["众创", "空间"], 1, mask)
    assert [row for row, _ in hits] == [3]


def test_a_mask_of_another_length_is_refused():
    with pytest.raises(ValueError, match=r"shape \(4,\), it has \(2,\)"):
        KeywordIndex.build(DOCUMENTS).search(["众创"], 1, np.ones(2, dtype=bool))


def test_unknown_words_are_ignored():
    index = KeywordIndex.build(DOCUMENTS)
    assert index.search(["量子", "众创"], 10) == index.search(["众创"], 10)
    assert index.search(["量子"], 10) == []
    assert index.search([], 10) == []
    assert index.search(["众创"], 0) == []


def test_equal_scores_come_in_row_order():
    hits = KeywordIndex.build([["甲"]] * 5 + [["乙"]]).search(["甲"], 3)
    assert [row for row, _ in hits] == [0, 1, 2]


def test_rare_words_weigh_more_and_unknown_ones_most():
    index = KeywordIndex.build(DOCUMENTS)
    assert index.idf("高新") > index.idf("众创")
    assert index.idf("量子") > index.idf("高新")
    assert index.known("高新")
    assert not index.known("量子")
    assert [index.document_frequency(t) for t in ("高新", "众创", "量子")] == [1, 2, 0]


@pytest.mark.parametrize("documents", [[], [[]], [[], []]])
def test_an_index_of_nothing_works_and_can_be_saved(documents, tmp_path):
    save(documents, tmp_path)
    index = KeywordIndex.load(tmp_path)
    assert index.size == len(documents)
    assert index.search(["甲"], 5, np.ones(len(documents), dtype=bool)) == []
    assert not index.known("甲")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from("甲乙丙丁戊"), max_size=6), max_size=8))
def test_saved_and_loaded_is_the_same_index(tmp_path_factory, documents):
    folder = tmp_path_factory.mktemp("keywords")
    built = KeywordIndex.build(documents)
    save(documents, folder)
    loaded = KeywordIndex.load(folder)
    assert loaded.search(list("甲丙"), 4) == built.search(list("甲丙"), 4)
    assert [loaded.idf(t) for t in "甲己"] == [built.idf(t) for t in "甲己"]


def test_the_same_documents_give_the_same_files(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    assert save(DOCUMENTS, first) == save(DOCUMENTS, second)


def test_columns_written_block_by_block_are_those_written_at_once(monkeypatch, tmp_path):
    rng = random.Random(5)
    documents = [rng.choices("abcdefghij", k=rng.randrange(9)) for _ in range(60)]
    whole = save(documents, tmp_path / "whole")
    monkeypatch.setattr(keyword_builder, "MOST_WEIGHTS", 7)
    assert save(documents, tmp_path / "many") == whole
    monkeypatch.setattr(keyword_builder, "MOST_WEIGHTS", 4_000_000)
    monkeypatch.setattr(keyword_builder, "MOST_COLUMNS", 3)
    assert save(documents, tmp_path / "few") == whole


@given(
    st.lists(st.lists(st.sampled_from("甲乙丙丁戊"), max_size=6), min_size=1, max_size=12),
    st.lists(st.sampled_from("甲乙丙丁戊己"), min_size=1, max_size=4),
)
@settings(max_examples=50, deadline=None)
def test_scores_are_those_of_bm25s(documents, query):
    import bm25s

    vocabulary = {token: i for i, token in enumerate(sorted({t for d in documents for t in d}))}
    known = [vocabulary[token] for token in query if token in vocabulary]
    if not known:
        return
    peer = bm25s.BM25()
    rows = [[vocabulary[token] for token in document] for document in documents]
    peer.index((rows, vocabulary), create_empty_token=False, show_progress=False)
    expected = peer.get_scores(known)
    found = dict(KeywordIndex.build(documents).search(query, len(documents)))
    assert all(found.get(row, 0.0) == pytest.approx(score) for row, score in enumerate(expected))


@given(st.sets(st.integers(0, 199)), st.lists(st.sampled_from("abcdefgh"), max_size=6))
def test_few_rows_and_many_score_as_among_all(allowed, asked):
    rng = random.Random(7)
    index = KeywordIndex.build([rng.choices("abcdefg", k=5) for _ in range(200)])
    rows = np.array(sorted(allowed), np.int64)
    expected = np.zeros(200, np.float32)
    expected[rows] = index.scores(asked)[rows]
    assert index.scores(asked, rows).tolist() == expected.tolist()
