"""Lookups over the shipped notices, in everyday words."""

import pytest

from assistant.answers.evidence import Unit, overlap


def quotes(answer):
    return " ".join(citation.quote for citation in answer.citations)


def test_what_is_counted_in_everyday_words_is_answered_from_the_ledger(kewen):
    answer = kewen.ask("虹口2015年要上门跑几家大学、研究所去谈合作?")
    assert (answer.status, answer.basis) == ("answered", "ledger")
    assert "5-10家高等院校" in quotes(answer)


def test_a_figure_of_another_measure_is_no_answer(kewen):
    answer = kewen.ask("虹口2015年要上门跑几次大学?")
    assert answer.basis != "ledger"


def test_what_is_only_near_in_meaning_is_said_to_be(kewen):
    answer = kewen.ask("有人在海曙的市场上卖冒牌侵权货,区科技局2017年管不管?")
    assert (answer.status, answer.basis) == ("answered", "meaning")
    assert "意思最接近" in answer.text
    assert "严厉打击各种侵权行为" in quotes(answer)
    assert answer.confidence < 0.6


@pytest.mark.parametrize(
    "question",
    [
        "普陀区2016年众创空间的租金补贴标准是多少",
        "嘉定新城现在的房价大概多少钱一平米?",
        "给我推荐一本关于创新的书",
        "普陀区2016年要新建几家院士专家工作站?",
    ],
)
def test_nearness_in_meaning_answers_nothing_that_the_notices_do_not_say(kewen, question):
    assert kewen.ask(question).status == "not_found"


def test_a_list_is_given_whole(kewen):
    answer = kewen.ask("上海普陀区2016年推进建设的四大科技创新功能区分别是哪四个？")
    assert all(
        point in quotes(answer) for point in ("一是发挥同济", "二是以", "三是聚焦", "四是依托")
    )


def test_a_task_is_found_in_english_by_its_number(kewen):
    answer = kewen.ask(
        "Which unit is responsible for building 1-2 new incubators in Hongkou, and by when?"
    )
    assert [row.responsible for row in answer.rows] == [("区科委",)]
    assert answer.rows[0].deadline == "2015-12-31"


def test_an_english_word_stands_in_a_chinese_sentence_in_its_meanings(kewen):
    answer = kewen.ask("How many community science innovation houses will Shanghai pilot in 2012?")
    assert "30家社区科技创新屋" in quotes(answer)


def test_what_sums_up_a_list_speaks_for_a_sentence_and_not_against_another():
    units = [Unit(1.0, ("建设",)), Unit(2.0, ("三地",), is_term=True, optional=True)]
    assert overlap(units, "建设创新高地", "") == 1.0
    assert overlap([Unit(1.0, ("别的",)), units[1]], "“三地”", "") == pytest.approx(2 / 3)
