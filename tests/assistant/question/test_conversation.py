import pytest

from assistant.question.conversation import standalone
from corpus.errors import UsageError

FIRST = "普陀区2016年新认定高新技术企业的目标是多少？"


def after(question, *earlier):
    return standalone(question, [{"role": "user", "content": turn} for turn in earlier]).question


def test_a_question_of_its_own_stays_as_it_is():
    question = "嘉定区2018年众创空间的目标是多少？"
    assert after(question, FIRST) == question


def test_a_new_place_takes_the_place_of_the_old():
    assert after("那嘉定呢？", FIRST) == "嘉定2016年新认定高新技术企业的目标是多少？"


def test_a_new_year_takes_the_place_of_the_old():
    assert after("2018年的呢？", FIRST).startswith("普陀区2018年")


def test_a_new_indicator_takes_the_place_of_the_old():
    assert "小巨人" in after("那小巨人呢？", FIRST)
    assert "高新技术企业" not in after("那小巨人呢？", FIRST)


def test_follow_ups_add_up():
    assert after("2018年的呢？", FIRST, "那嘉定呢？").startswith("嘉定2018年")


def test_english_follow_ups():
    first = "How many maker spaces did Putuo plan in 2016?"
    assert (
        after("And what about Jiading?", first) == "How many maker spaces did Jiading plan in 2016?"
    )


def test_a_follow_up_may_be_in_the_other_script():
    simple = "嘉定2016年新认定高新技术企业的目标是多少？"
    assert after("那嘉定呢？", "普陀區2016年新認定高新技術企業的目標是多少？") == simple
    assert after("那麼嘉定呢？", FIRST) == simple


def test_a_traditional_question_of_its_own_stays_as_it_is():
    question = "嘉定區2018年眾創空間的目標是多少？"
    assert after(question, FIRST) == question


def test_carried_years_are_marked():
    turns = [{"role": "user", "content": FIRST}]
    assert standalone("那嘉定呢？", turns).carried_years
    assert not standalone("2018年的呢？", turns).carried_years


@pytest.mark.parametrize(
    "history", [["hello"], [{"content": "x"}], [{"role": "user", "content": 3}]]
)
def test_a_turn_that_is_none_is_refused(history):
    with pytest.raises(UsageError, match="turn of the history"):
        standalone("那嘉定呢？", history)


def test_all_of_them_are_all_the_places_talked_about():
    earlier = ("对比普陀和嘉定的高企目标", "那海曙呢")
    assert "普陀、嘉定、海曙" in after("它们谁更高？", *earlier)
    assert "普陀、嘉定、海曙" in after("compare them", *earlier)


def test_of_one_place_they_are_not_more():
    assert after("它们谁更高？", "普陀的高企目标").count("普陀") == 1


def test_a_correction_of_nothing_is_a_question():
    assert after("不是这个，我问的是总数") == "总数"
