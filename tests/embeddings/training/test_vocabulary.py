import unicodedata
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from embeddings.training.vocabulary import (
    UNKNOWN,
    build_tokenizer,
    choose_english,
    choose_pieces,
    count_words,
    with_words,
)

COUNTS = Counter(
    {"科技": 90, "企业": 80, "高新技术": 40, "科": 5, "：": 500, "2016": 9, "34567": 7}
)


def test_words_are_counted_after_normalisation():
    counts = count_words(["ＧＤＰ增长", "GDP增长"])
    assert counts["gdp"] == 2
    assert counts["增长"] == 2


def test_pieces_are_words_characters_and_years_but_neither_marks_nor_long_numbers():
    pieces = dict(choose_pieces(COUNTS, 1000))
    assert {UNKNOWN, "科技", "高新技术", "新", "7", "2016", "1949"} <= set(pieces)
    assert not {"：", "34567"} & set(pieces)


def test_the_size_is_kept_and_frequent_words_come_before_rare_ones():
    everything = len(choose_pieces(COUNTS, 1000))
    assert len(choose_pieces(COUNTS, everything - 1)) == everything - 1
    assert "高新技术" not in dict(choose_pieces(COUNTS, everything - 1))


def test_text_is_parted_into_known_words_years_and_characters():
    tokenizer = build_tokenizer(choose_pieces(COUNTS, 1000))
    tokens = tokenizer.encode("２０１６年，高新技术企业：科技企业！").tokens
    assert tokens == ["2016", "年", "高新技术", "企业", "科技", "企业"]


def test_a_character_never_seen_is_unknown():
    tokenizer = build_tokenizer(choose_pieces(COUNTS, 1000))
    assert tokenizer.encode("龘").ids == [0]


@given(st.text(alphabet="高新技术企业科 ，1940", max_size=30))
def test_tokens_spell_the_text_without_marks(text):
    tokenizer = build_tokenizer(choose_pieces(COUNTS, 1000))
    plain = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "")
    assert "".join(tokenizer.encode(text).tokens) == plain


def test_english_words_come_with_their_plurals():
    assert choose_english(["Bank loan", "R&D"]) == ["bank", "banks", "loan", "loans"]


def test_words_are_added_once_and_as_the_least_likely():
    pieces = [(UNKNOWN, 0.0), ("loan", -2.0), ("科", -5.0)]
    assert with_words(pieces, ["loan", "loans"]) == [*pieces, ("loans", -5.0)]
