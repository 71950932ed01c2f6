import pytest

from corpus.errors import UsageError
from embeddings.loading import load_encoder
from eval.benchmarks.quality import LEGS, rows
from eval.benchmarks.tables import print_and_keep, write_section
from eval.exchange.retrieval import RetrievalSet
from eval.retrieval.searching import asked

DOCUMENTS = {
    "a": ("", "力争新认定高新技术企业20家。"),
    "b": ("", "组织开展科普活动。"),
    "c": ("", "加大专利保护力度。"),
}


def test_each_leg_is_measured_on_the_same_set():
    found = RetrievalSet(
        DOCUMENTS, {"q1": "科普活动", "q2": "甲乙"}, {"q1": {"b": 1}, "q2": {"b": 1}}
    )
    measured = list(rows("tiny", found, load_encoder()))
    assert [row.leg for row in measured] == list(LEGS)
    keywords = measured[0]
    assert keywords.figures[0].mean == 0.5
    assert keywords.markdown.startswith("| tiny | 2 / 3 | keywords | 0.500 |")


def test_a_query_is_searched_with_the_other_words_for_what_it_names():
    words = asked("高企有多少家").words
    assert {"高企", "高新技术"} <= set(words)


def test_what_is_too_long_to_be_a_question_is_searched_as_it_stands():
    assert asked("科普" * 2000).text == "科普" * 2000


def test_a_section_is_replaced_and_the_rest_kept(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("above\n<!-- quality -->\nold\n<!-- /quality -->\nbelow\n", encoding="utf-8")
    write_section(page, "quality", ["new", "lines"])
    assert page.read_text(encoding="utf-8") == (
        "above\n<!-- quality -->\nnew\nlines\n<!-- /quality -->\nbelow\n"
    )


@pytest.mark.parametrize("text", ["", "<!-- quality -->\nopen"])
def test_a_page_without_the_section_is_refused_and_left(tmp_path, text):
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="no section"):
        write_section(page, "quality", ["new"])
    assert page.read_text(encoding="utf-8") == text


def test_tables_are_printed_and_each_kept_in_its_section(tmp_path, capsys):
    page = tmp_path / "page.md"
    page.write_text("<!-- a -->\n<!-- /a -->\n<!-- b -->\n<!-- /b -->", encoding="utf-8")
    assert print_and_keep(lambda: {"a": ["1", "2"], "b": ["3"]}, page) == 0
    assert capsys.readouterr().out == "1\n2\n\n3\n"
    assert "<!-- b -->\n3\n<!-- /b -->" in page.read_text(encoding="utf-8")


def test_a_page_without_the_section_is_an_error_after_the_tables_are_printed(tmp_path, capsys):
    assert print_and_keep(lambda: {"a": ["1"]}, tmp_path / "none.md") == 2
    assert capsys.readouterr().out == "1\n"
