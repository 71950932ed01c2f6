import pytest

from assistant.question.analysis import analyse
from assistant.question.official import in_official_words


@pytest.mark.parametrize(
    "question",
    [
        "普陀区平均每一万个居民手上要有多少项发明?",
        "普陀2016年一万人里有几件专利？",
        "普陀区每万名市民拥有多少件发明专利",
    ],
)
def test_figures_per_head_are_asked_by_the_name_of_their_indicator(question):
    assert [term.name for term in analyse(question).terms] == ["每万人口发明专利拥有量"]


@pytest.mark.parametrize("question", ["有多少万人参加科普？", "每万人口发明专利拥有量是多少"])
def test_what_is_no_figure_per_head_stays(question):
    assert in_official_words(question) == question


def test_what_is_said_not_to_be_asked_is_left_out():
    assert "科委" not in in_official_words("哪些通知是区人民政府印发的(不是科委、科技局)?")
    assert "含培育" in in_official_words("科技小巨人（含培育）企业")


def test_blanks_beside_an_abbreviation_part_no_term():
    query = analyse("淮南 2014年 R&D 经费占 GDP 的 target 是多少？")
    assert [term.name for term in query.terms] == ["研发经费支出占GDP比重"]
    assert query.figure_kind is None or query.figure_kind == "target"
    assert in_official_words("普陀 high-tech 企业") == "普陀 high-tech 企业"
