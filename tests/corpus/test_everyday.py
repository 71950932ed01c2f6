from corpus.everyday import meanings
from corpus.thesaurus import find_english_terms


def test_an_english_word_beside_han_characters_is_a_word():
    assert ["无线网络" in meaning.official for meaning in meanings("免费WiFi会不会更多")] == [True]


def test_an_english_term_beside_han_characters_is_found():
    found = find_english_terms("多少家high-tech enterprises？")
    assert [mention.term.name for mention in found] == ["高新技术企业"]


def test_a_word_inside_another_is_none():
    assert meanings("taxonomy") == []
