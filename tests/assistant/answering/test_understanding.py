"""What questions are understood to ask, and what is answered when that is changed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.question.understood import Understood
from assistant.retrieval.filters import Filters
from corpus.errors import UsageError

DEV = Path(__file__).parents[3] / "eval" / "questions" / "five-notices.dev.jsonl"
COVERAGE = "2016–2018年哪些区提出了高新技术企业目标？"
LOOKUP = "普陀区2016年高新技术企业的目标是多少？"


def questions():
    return [json.loads(line) for line in DEV.read_text(encoding="utf-8").splitlines()]


def asked(kewen, question, **changes):
    meant = kewen.ask(question).understood
    return kewen.ask(question, understood=replace(meant, **changes))


def found(answer):
    return answer.status, answer.kind, answer.rows, answer.citations, answer.text


def test_an_answer_says_what_was_understood(kewen):
    assert kewen.ask(COVERAGE).understood == Understood((), 2016, 2018, ("高新技术企业",))
    assert kewen.ask("嘉定区科创核心功能区的总面积是多少？").understood == Understood(
        ("嘉定区",), None, None, ("总面积",)
    )
    assert kewen.ask("你好").understood == Understood()


def test_a_filter_is_understood_too(kewen):
    assert kewen.ask(COVERAGE, filters=Filters(["普陀区"])).understood.places == ("普陀区",)


@pytest.mark.parametrize("question", questions(), ids=lambda question: question["id"])
def test_what_was_understood_asks_the_same_again(kewen, question):
    history = question.get("history", ())
    first = kewen.ask(question["question"], history)
    second = kewen.ask(question["question"], history, understood=first.understood)
    assert found(second) == found(first)
    assert second.understood == first.understood
    assert second.standalone_question == first.standalone_question


def test_without_its_years_a_question_is_about_all_years(kewen):
    question = "2017–2018年哪些区提出了高新技术企业目标？"
    first, wider = kewen.ask(question), asked(kewen, question, year_from=None, year_to=None)
    assert wider.filters.years is None
    assert {row.notice_id for row in first.rows} < {row.notice_id for row in wider.rows}
    assert found(wider) == found(kewen.ask("哪些区提出了高新技术企业目标？"))


@pytest.mark.parametrize(
    ("question", "changes", "written"),
    [
        (LOOKUP, {"places": ("嘉定区",)}, "嘉定区2016年高新技术企业的目标是多少？"),
        (
            LOOKUP,
            {"places": ("嘉定",), "year_from": 2018, "year_to": 2018},
            "嘉定区2018年高新技术企业的目标是多少？",
        ),
        (LOOKUP, {"indicators": ("众创空间",)}, "普陀区2016年众创空间的目标是多少？"),
        (LOOKUP, {"indicators": ("创客空间",)}, "普陀区2016年众创空间的目标是多少？"),
        (LOOKUP, {"indicators": ("maker space",)}, "普陀区2016年众创空间的目标是多少？"),
        (LOOKUP, {"indicators": ("试点应用项目",)}, "普陀区2016年试点应用项目的目标是多少？"),
        (LOOKUP, {"places": ()}, "2016年高新技术企业的目标是多少？"),
        (COVERAGE, {"indicators": ("众创空间",)}, "2016–2018年哪些区提出了众创空间目标？"),
        (COVERAGE, {"places": ("宁波市",)}, "宁波市2016–2018年哪些区提出了高新技术企业目标？"),
        (
            "虹口区2015年由区科协负责的工作有哪些？",
            {"places": ("普陀区",)},
            "普陀区2015年由区科协负责的工作有哪些？",
        ),
    ],
)
def test_what_is_changed_is_answered_as_if_it_were_written(kewen, question, changes, written):
    answer, expected = asked(kewen, question, **changes), kewen.ask(written)
    assert found(answer) == found(expected)
    assert answer.standalone_question == written
    assert answer.question == question


def test_a_figure_of_another_kind_is_found_where_the_words_of_the_old_one_do_not_fit(kewen):
    answer = asked(
        kewen, "普陀区2016年力争新认定多少家高新技术企业？", indicators=("技术合同成交额",)
    )
    assert [row.value for row in answer.rows] == ["7亿元"]


def test_a_follow_up_can_be_changed(kewen):
    history = [{"role": "user", "content": LOOKUP}]
    meant = kewen.ask("那嘉定区呢？", history).understood
    assert meant == Understood(("嘉定区",), 2016, 2016, ("高新技术企业",))
    refused = kewen.ask("嘉定区2016年高新技术企业的目标是多少？")
    assert refused.status == "not_found"
    carried = kewen.ask("那嘉定区呢？", history, understood=meant)
    assert carried.status == "answered"
    earlier = replace(meant, year_from=2012, year_to=2012)
    assert kewen.ask("那嘉定区呢？", history, understood=earlier).status == "not_found"


def test_years_that_are_set_are_never_dropped_as_carried_ones_are(kewen):
    history = [{"role": "user", "content": "普陀区2018年高新技术企业的目标是多少？"}]
    question = "那普陀区的众创空间呢？"
    carried = kewen.ask(question, history)
    assert carried.status == "answered"
    later = replace(carried.understood, year_from=2017, year_to=2017)
    answer = kewen.ask(question, history, understood=later)
    assert (answer.status, answer.reason) == ("not_found", "no_such_notice")


def test_filters_count_before_what_is_understood(kewen):
    meant = replace(kewen.ask(LOOKUP).understood, places=("嘉定区",))
    answer = kewen.ask(LOOKUP, filters=Filters(["普陀区"]), understood=meant)
    assert answer.understood.places == ("普陀区",)


def test_a_place_of_which_there_is_nothing_is_refused(kewen):
    answer = asked(kewen, LOOKUP, places=("徐汇区",))
    assert (answer.status, answer.reason) == ("not_found", "no_such_notice")


def test_an_unknown_indicator_is_an_error_that_names_near_ones(kewen):
    with pytest.raises(UsageError, match=r"'高技企业'.*高新技术企业"):
        asked(kewen, LOOKUP, indicators=("高技企业",))
    with pytest.raises(UsageError, match="试点应用项目"):
        asked(kewen, LOOKUP, indicators=("试点应用的项目",))


def test_an_unknown_indicator_that_nothing_is_near_to_is_an_error_too(kewen):
    with pytest.raises(UsageError, match=r"'xyzzy'. Name another"):
        asked(kewen, LOOKUP, indicators=("xyzzy",))


def test_years_that_run_backwards_are_an_error(kewen):
    with pytest.raises(UsageError, match="backwards"):
        asked(kewen, LOOKUP, year_from=2018)


@pytest.mark.parametrize("changes", [{"places": (" ",)}, {"indicators": ("",)}])
def test_a_name_of_nothing_is_an_error(kewen, changes):
    with pytest.raises(UsageError, match="Give one, or leave it out"):
        asked(kewen, LOOKUP, **changes)


def test_traditional_characters_are_understood(kewen):
    answer = asked(kewen, LOOKUP, indicators=("眾創空間",), places=("普陀區",))
    assert answer.understood == Understood(("普陀区",), 2016, 2016, ("众创空间",))
