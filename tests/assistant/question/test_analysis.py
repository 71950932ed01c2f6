import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.analysis import analyse, checked
from corpus.errors import UsageError


def test_the_example_question_is_understood_whole():
    query = analyse("which districts set 高新技术企业 targets in 2016–2018?")
    assert (query.filters.year_from, query.filters.year_to) == (2016, 2018)
    assert [term.name for term in query.terms] == ["高新技术企业"]
    assert (query.level, query.figure_kind) == ("district", "target")


def test_english_and_chinese_name_the_same_term():
    english, chinese = analyse("high-tech enterprises in Putuo"), analyse("普陀区的高企")
    assert english.terms == chinese.terms
    assert english.filters == chinese.filters


def test_the_head_of_a_compound_term_is_asked_about():
    assert [term.name for term in analyse("哪些文件提到科技金融风险池").terms] == ["信贷风险池"]


def test_words_of_asking_are_no_subject():
    assert analyse("请问普陀区2016年的目标是多少？").subject == ""


@pytest.mark.parametrize(
    ("traditional", "simple"),
    [
        (
            "普陀區2016年新認定高新技術企業的目標是多少？",
            "普陀区2016年新认定高新技术企业的目标是多少？",
        ),
        ("哪些區提出了眾創空間目標？", "哪些区提出了众创空间目标？"),
        ("為甚麼要培育科技小巨人企業", "为什么要培育科技小巨人企业"),
    ],
)
def test_a_question_in_traditional_characters_means_the_same(traditional, simple):
    assert analyse(traditional) == analyse(simple)


def test_too_long_a_question_says_how_long_it_is():
    with pytest.raises(UsageError, match=r"10,000 characters; 500 are the limit"):
        checked("问" * 10_000)


@pytest.mark.parametrize("question", ["", "  ", "？！", "\u200b\u200b"])
def test_a_question_without_a_word_is_refused(question):
    with pytest.raises(UsageError, match="empty"):
        checked(question)


@given(st.text(max_size=120))
def test_any_text_is_analysed_or_refused(question):
    try:
        query = analyse(question)
    except UsageError:
        return
    assert query.search_text.strip()


@pytest.mark.parametrize("question", ["普陀会不会推广节能灯", "普陀推不推广节能灯"])
def test_whether_or_not_is_no_subject(question):
    assert "不" not in analyse(question).subject


def test_a_place_named_twice_is_one_place():
    query = analyse("Huainan 淮南 2014年的高新技术企业")
    assert (query.kind, query.filters.places) == ("lookup", ("淮南市",))
