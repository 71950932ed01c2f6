import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from embeddings.words import normalised, tokens, tokens_of_all


def test_words_and_character_pairs_are_both_counted():
    assert tokens("建设众创空间") == [
        "建设", "众创", "空间", "建设", "设众", "众创", "创空", "空间",
    ]  # fmt: skip


def test_latin_words_and_numbers_stay_whole():
    assert tokens("R&D占3.5%，5G、GB/T9704") == ["占", "r&d", "3.5", "5g", "gb", "t9704"]


def test_full_width_and_grouped_numbers_read_as_plain_ones():
    assert tokens("１２００") == tokens("1,200") == ["1200"]
    assert "2016" in tokens("2016,2018")


def test_punctuation_gives_nothing():
    assert tokens("，。—（）《》 \n\t… _") == []


def test_a_range_of_years_gives_both():
    assert {"2016", "2018"} <= set(tokens("2016—2018年"))


@given(st.text(max_size=60))
def test_every_token_is_in_the_normalised_text(text):
    whole = normalised(text)
    assert all(token and token in whole and token == token.strip() for token in tokens(text))


def test_importing_does_not_load_the_dictionary():
    code = "import sys, embeddings.words; sys.exit('rjieba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_both_scripts_give_the_same_tokens():
    assert tokens("關於眾創空間ＡＩ") == tokens("关于众创空间AI")


def test_the_tokens_of_several_texts_are_those_of_each():
    texts = ["研发经费（R&D）占GDP比重", "研发经费(R&D)占GDP比重", "高企1,200家", "高企"]
    each = {token for text in texts for token in tokens(text)}
    found = tokens_of_all(texts)
    assert set(found) == each
    assert len(found) == len(each)
    assert tokens_of_all([]) == []
