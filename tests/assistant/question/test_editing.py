"""A question asked again of other places, years and indicators: what it then says and means."""

from dataclasses import replace

import pytest

from assistant.question.analysis import analyse
from assistant.question.editing import edited, place_name, without_measures
from assistant.question.understood import Understood
from corpus.thesaurus import Term, term


def understood(query):
    filters = query.filters
    names = tuple(one.name for one in query.terms)
    return Understood(tuple(filters.places), filters.year_from, filters.year_to, names)


def again(question, **changes):
    query = analyse(question)
    before = understood(query)
    wanted = replace(before, **changes)
    return edited(query, before, wanted, [counted(name) for name in wanted.indicators])


def counted(name):
    return term(name) or Term(name, (name,), (), "named", ())


def test_a_place_takes_the_place_of_another():
    assert again("普陀区2016年新增众创空间多少家？", places=("嘉定区",)) == analyse(
        "嘉定区2016年新增众创空间多少家？"
    )


def test_a_place_that_is_taken_away_is_gone():
    query = again("普陀区2016年新增众创空间多少家？", places=())
    assert query == analyse("2016年新增众创空间多少家？")
    assert query.filters.places == ()


def test_years_take_the_place_of_others():
    assert again("2016–2018年哪些区提出了众创空间目标？", year_to=2017) == analyse(
        "2016–2017年哪些区提出了众创空间目标？"
    )


def test_a_question_without_years_gets_them_behind_its_place():
    query = again("普陀区的众创空间目标？", year_from=2016, year_to=2016)
    assert query.question == "普陀区2016年的众创空间目标？"
    assert again("which districts set targets?", year_from=2016).question == (
        "which districts set targets since 2016?"
    )


def test_an_indicator_takes_the_place_of_another_and_leaves_no_word_behind():
    query = again("普陀区2016年高新技术企业的目标是多少？", indicators=("众创空间",))
    assert query == analyse("普陀区2016年众创空间的目标是多少？")
    assert "高新" not in query.subject


def test_an_indicator_that_comes_second_stands_beside_the_first():
    query = again("2016年哪些区提出了高新技术企业目标？", indicators=("高新技术企业", "众创空间"))
    assert query.question == "2016年哪些区提出了高新技术企业、众创空间目标？"
    assert [one.name for one in query.terms] == ["高新技术企业", "众创空间"]


def test_an_indicator_is_put_before_what_is_asked_where_there_was_none():
    query = again("普陀区2016年的目标是多少？", indicators=("众创空间",))
    assert query.question == "普陀区2016年众创空间的目标是多少？"


def test_an_english_question_stays_english():
    query = again(
        "How many high-tech enterprises did Putuo plan in 2016?",
        places=("嘉定区",),
        indicators=("众创空间",),
    )
    assert query.question == "How many maker space did Jiading plan in 2016?"
    assert query.filters.places == ("嘉定区",)


def test_all_other_words_stay():
    query = again("普陀区2016年对高新技术企业的奖励是多少？", places=("嘉定区",))
    assert query.asked == ("奖励",)


def test_a_name_that_no_question_is_read_by_is_in_the_query_all_the_same():
    query = again("普陀区2016年新增众创空间多少家？", places=("火星",))
    assert query.filters.places == ("火星",)
    assert "火星" not in query.subject
    assert "普陀" not in query.question


def test_what_only_the_ledger_names_can_be_asked_of():
    query = again("普陀区2016年众创空间的目标是多少？", indicators=("试点应用项目",))
    assert query.question == "普陀区2016年试点应用项目的目标是多少？"
    assert [one.name for one in query.terms] == ["试点应用项目"]


def test_what_only_the_ledger_names_can_be_taken_away():
    query = analyse("嘉定区2018年的总面积是多少？")
    before = replace(understood(query), indicators=("总面积",))
    gone = edited(query, before, replace(before, indicators=()), ())
    assert "总面积" not in gone.question
    assert "总面积" not in gone.subject


def test_several_places_are_compared_and_one_is_looked_up():
    assert again("普陀区众创空间的目标是多少？", places=("普陀区", "嘉定区")).kind == "comparison"
    assert again("对比普陀区和嘉定区的众创空间目标", places=("嘉定区",)).kind == "lookup"


def test_of_one_place_alone_nobody_asks_who_has_more():
    query = again("普陀区和嘉定区2016年谁新增的众创空间更多？", places=("普陀区",))
    assert query.question == "普陀区2016年新增的众创空间有多少？"
    assert (query.kind, query.wanted) == ("lookup", "number")


def test_a_question_that_would_be_too_long_goes_without_the_names():
    many = tuple(f"{name}区" for name in ("普陀", "嘉定", "徐汇", "长宁", "静安", "黄浦"))
    long = "众创空间" + "很好" * 240
    query = again(f"{long}吗？", places=many)
    assert query.filters.places == many
    assert len(query.question) <= 500


@pytest.mark.parametrize(("name", "known"), [("普陀", "普陀区"), ("普陀区", "普陀区"), ("x", "x")])
def test_a_place_is_called_as_questions_are_understood(name, known):
    assert place_name(name) == known


def test_what_nobody_measures_of_an_indicator_is_not_asked_of_it():
    asked = analyse("普陀区2016年计划新认定多少家高新技术企业？")
    assert without_measures(asked, [("总数", "元")]).question == "普陀区2016年高新技术企业？"
    assert without_measures(asked, [("培育", "家")]) is asked
    counted_ones = analyse("普陀区2016年有多少家高新技术企业？")
    assert without_measures(counted_ones, [("总数", "元")]).question == (
        "普陀区2016年有多少高新技术企业？"
    )
    in_order = analyse("海曙区2017年的目标是写在第几条的？")
    assert without_measures(in_order, [("总数", "元")]) is in_order
