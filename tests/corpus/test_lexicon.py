from importlib.resources import files

from corpus.lexicon import LEXICON, chinese, english
from corpus.thesaurus import instead


def test_a_word_has_its_english_in_the_order_of_its_line():
    assert english()["贷款"][0] == "loan"


def test_terms_of_the_thesaurus_have_their_english_too():
    assert "high-tech enterprise" in english()["高企"]


def test_every_line_is_a_word_and_its_english_and_none_comes_twice():
    text = (files("corpus") / "data" / LEXICON).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert len(rows) > 1500
    assert all(len(row) == 2 and not row[0].isascii() and row[1] == row[1].lower() for row in rows)
    assert len({word for word, _ in rows}) == len(rows)


def test_an_english_word_is_what_it_means_most_usually_first():
    assert chinese("loan")[0] == "贷款"
    assert chinese("loans") == chinese("loan")


def test_a_word_that_is_not_in_the_lexicon_has_no_chinese():
    assert chinese("qwertz") == ()


def test_without_the_thesaurus_its_english_is_not_known():
    known = chinese("hnte")
    assert any("高新技术企业" in form for form in known)
    with instead([]):
        assert chinese("hnte") == ()
    assert chinese("hnte") == known
