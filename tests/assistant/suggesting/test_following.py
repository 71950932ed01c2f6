"""Questions that follow an answer: each will be answered, alone and after it, in its language."""

import json
import os
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.question.analysis import analyse
from assistant.question.intent import language_of

SETS = Path(__file__).parents[3] / "eval" / "questions"
ENOUGH = 0.98


def questions(name):
    return [json.loads(line) for line in (SETS / name).read_text(encoding="utf-8").splitlines()]


def share_answered(assistant, asked):
    """Return how many of the suggestions are answered, alone and as follow-ups, and how many there are."""
    suggested, answered = 0, 0
    for question in asked:
        history = list(question.get("history", ()))
        answer = assistant.ask(question["question"], history)
        suggestions = assistant.suggest(answer)
        assert len(suggestions) <= 4
        assert not {question["question"], answer.standalone_question} & set(suggestions)
        history += [
            {"role": "user", "content": answer.question},
            {"role": "assistant", "content": answer.text[:500]},
        ]
        for suggestion in suggestions:
            assert language_of(suggestion) == answer.language
            alone, after = assistant.ask(suggestion), assistant.ask(suggestion, history)
            suggested += 1
            answered += alone.status == "answered" and after.rows == alone.rows
    return answered, suggested


@pytest.mark.slow
def test_what_is_suggested_after_the_development_questions_is_answered(kewen):
    answered, suggested = share_answered(kewen, questions("five-notices.dev.jsonl"))
    print(f"{answered} of {suggested} suggestions are answered")  # noqa: T201
    assert suggested >= 2 * len(questions("five-notices.dev.jsonl"))
    assert answered >= ENOUGH * suggested


@pytest.mark.slow
@pytest.mark.skipif("KEWEN_REPORTS" not in os.environ, reason="no index of the reports is named")
def test_what_is_suggested_after_questions_over_reports_is_answered():
    with Assistant.open(os.environ["KEWEN_REPORTS"], build=False) as assistant:
        answered, suggested = share_answered(assistant, questions("reports.dev.jsonl"))
    print(f"{answered} of {suggested} suggestions are answered")  # noqa: T201
    assert answered >= ENOUGH * suggested


@pytest.mark.parametrize(
    "question",
    [
        "安庆市2023年计划新认定高新技术企业多少家？",
        "2023年哪些市提出了高新技术企业目标？",
        "安庆市2022年城镇新增就业实际完成了多少人？",
        "安庆市2026年高新技术企业目标是多少？",
        "安庆市2023年有哪些量化目标？",
        "芜湖市和厦门市2023年的高新技术企业目标哪个更多？",
        "苏州市2023年高新技术企业目标是多少？",
        "杨浦区的高新技术企业目标是多少？",
        "How many high-tech enterprises does Wuhu plan for 2023?",
        "今天天气怎么样？",
        "你好",
    ],
)
def test_what_is_suggested_over_other_notices_is_answered(reports, question):
    answered, suggested = share_answered(reports, [{"question": question}])
    assert suggested == answered >= 3


def suggested(assistant, question):
    return assistant.suggest(assistant.ask(question))


def test_after_a_goal_what_was_achieved_is_suggested(reports):
    found = suggested(reports, "安庆市2023年计划新认定高新技术企业多少家？")
    assert "安庆市2022年实际新认定了多少家高新技术企业？" in found


def test_what_was_achieved_is_suggested_only_where_the_ledger_holds_it(kewen):
    found = suggested(kewen, "普陀区2016年高新技术企业的目标是多少？")
    assert found
    assert not any("实际" in question for question in found)


def test_another_place_with_the_same_indicator_is_suggested(kewen):
    found = suggested(kewen, "普陀区2016年高新技术企业的目标是多少？")
    assert "嘉定区2018年高新技术企业的目标是多少家？" in found
    assert "2016–2018年哪些区提出了高新技术企业目标？" in found


def test_figures_that_are_alike_are_compared(reports):
    found = suggested(reports, "2023年哪些市提出了高新技术企业目标？")
    assert any("哪个更多" in question for question in found)


def test_who_does_it_is_suggested_where_a_task_is_about_it(kewen):
    found = suggested(kewen, "虹口区2015年新建孵化器的目标是多少家？")
    assert found[0] == ("虹口区新建1-2家孵化器(孵化基地)或创新创业基地由谁负责，什么时候完成？")


def test_after_tasks_those_of_another_office_are_suggested(kewen):
    found = suggested(kewen, "虹口区科委负责哪些任务？")
    assert "虹口区园区办负责哪些任务？" in found


def test_what_an_answer_shows_is_not_suggested(kewen):
    found = suggested(kewen, "普陀区的众创空间目标有多少家？")
    assert not any(analyse(q).filters.places == ("普陀区",) and "众创空间多少" in q for q in found)


def test_after_a_refusal_what_the_nearest_notices_say_is_suggested(kewen):
    silent = suggested(kewen, "海曙区2017年新认定高新技术企业多少家？")
    assert "海曙区2017年计划培育创新型领军企业多少家？" in silent
    assert any("高新技术企业" in question for question in silent)
    other_year = suggested(kewen, "普陀区2019年计划新增众创空间多少家？")
    assert other_year[0] == "普陀区2016年计划新增众创空间多少家？"


def test_an_answer_of_an_archive_that_has_changed_is_followed_by_what_there_is(kewen, reports):
    answer = kewen.ask("普陀区2016年高新技术企业的目标是多少？")
    found = reports.suggest(answer)
    assert found
    assert all(reports.ask(question).status == "answered" for question in found)


def test_nothing_is_suggested_over_an_empty_archive(emptied):
    assert emptied.suggest(emptied.ask("普陀区2016年高新技术企业的目标是多少？")) == ()
