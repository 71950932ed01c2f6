import numpy as np
import pytest

from assistant.retrieval.legs import Asked, Index
from embeddings.archive.encodings import Encodings
from embeddings.archive.searchable import Searchable
from embeddings.hashing import HashingEncoder
from embeddings.keywords import KeywordIndex
from embeddings.loading import load_encoder
from embeddings.vectors import VectorIndex
from embeddings.words import tokens

TEXTS = [
    "为科技企业提供非抵押、非担保的信贷支持。",
    "力争新认定高新技术企业20家。",
    "组织开展科技节、科普日等科普活动。",
    "加大专利保护力度，打击侵权行为。",
]


def built(encoder):
    encoded = Encodings.of(encoder, [Searchable("", text) for text in TEXTS])
    keywords = KeywordIndex.build([tokens(text) for text in TEXTS])
    return Index(keywords, VectorIndex.build(encoded.vectors), encoded.piece_index())


def asked(text):
    return Asked(tokens(text), text)


@pytest.mark.parametrize("encoder", [load_encoder(), HashingEncoder()], ids=["pieces", "none"])
@pytest.mark.parametrize("legs", ["hybrid", "keywords", "vectors"])
def test_what_holds_the_words_comes_first(encoder, legs):
    found = built(encoder).search(asked("高新技术企业多少家"), encoder, 3, legs=legs)
    assert found[0][0] == 1
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


@pytest.mark.parametrize("encoder", [load_encoder(), HashingEncoder()], ids=["pieces", "none"])
@pytest.mark.parametrize("legs", ["hybrid", "keywords", "vectors"])
def test_only_what_is_allowed_is_found(encoder, legs):
    index = built(encoder)
    found = index.search(asked("高新技术企业"), encoder, 9, np.array([0, 3]), legs)
    assert {row for row, _ in found} <= {0, 3}


def test_what_holds_none_of_the_words_is_found_by_what_it_means():
    encoder = load_encoder()
    found = built(encoder).search(asked("知识产权"), encoder, 1)
    assert found[0][0] == 3
    assert built(encoder).search(asked("知识产权"), encoder, 1, legs="keywords") == []


def test_a_question_of_nothing_known_finds_nothing_by_words():
    encoder = load_encoder()
    assert built(encoder).search(asked(""), encoder, 5, legs="keywords") == []


def test_equal_candidates_keep_the_order_of_rows():
    encoder = load_encoder()
    encoded = Encodings.of(encoder, [Searchable("", "科普活动")] * 3)
    keywords = KeywordIndex.build([tokens("科普活动")] * 3)
    index = Index(keywords, VectorIndex.build(encoded.vectors), encoded.piece_index())
    assert [row for row, _ in index.search(asked("科普"), encoder, 3)] == [0, 1, 2]
