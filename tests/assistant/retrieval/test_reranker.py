"""A cross-encoder of the settings orders what the search found; here one that reads a word."""

import pytest

from assistant import Assistant, Settings
from assistant.retrieval.retriever import RERANKED
from corpus.errors import UsageError


class Wordy:
    """Likes passages that hold a word."""

    def __init__(self, word):
        self.word, self.read = word, 0

    def scores(self, question, passages):
        self.read += len(passages)
        return [float(self.word in passage) for passage in passages]


@pytest.fixture
def reranking(kewen):
    settings = Settings(data=kewen.settings.data, reranker="wordy")
    with Assistant.open(settings) as assistant:
        yield assistant


def test_what_the_cross_encoder_likes_comes_first(reranking):
    reranking._serving.__dict__["reranker"] = judge = Wordy("天使俱乐部")
    found = reranking.search("众创空间", top_k=3)
    assert len(found) == 3
    assert judge.read == RERANKED
    plain = Assistant.open(Settings(data=reranking.settings.data)).search("众创空间", top_k=30)
    liked = [p.passage_id for p in plain if "天使俱乐部" in p.text]
    assert [p.passage_id for p in found][: len(liked)] == liked[:3]
    assert [p.score for p in found] == sorted((p.score for p in found), reverse=True)


def test_what_it_likes_alike_stays_in_order(reranking, kewen):
    reranking._serving.__dict__["reranker"] = Wordy("没有这个词")
    found = reranking.search("众创空间", top_k=5)
    assert [p.passage_id for p in found] == [
        p.passage_id for p in kewen.search("众创空间", top_k=5)
    ]


def test_a_reranker_that_is_none_is_told(kewen, tmp_path):
    settings = Settings(data=kewen.settings.data, reranker=str(tmp_path))
    with (
        Assistant.open(settings) as assistant,
        pytest.raises(UsageError, match=r"The reranker .* could not be loaded"),
    ):
        assistant.search("众创空间")
