import json
from dataclasses import replace

import pytest

from eval.evaluation import evaluate
from eval.gold.questions import parse_questions
from tests.eval.tiny_evaluation import (
    HAISHU_ROW,
    QUESTION_LINES,
    RIGHT_ANSWERS,
    ScriptedAssistant,
    answer,
    cite,
)

LOOKUP, COVERAGE, WEATHER = RIGHT_ANSWERS
ELSEWHERE = cite(1, "putuo", "新增众创空间4-5家。")


class Searching(ScriptedAssistant):
    """Finds no passage at all."""

    def search(self, query, top_k=10, filters=None):
        return []


def diagnosed(given, assistant=ScriptedAssistant, **changes):
    """Return the diagnosis of one question to which an answer is given."""
    (question,) = (q for q in RIGHT_ANSWERS if RIGHT_ANSWERS[q] is not None and q in given)
    lines = [json.loads(line) for line in QUESTION_LINES.splitlines()]
    (entry,) = (line | changes for line in lines if line["question"] == question)
    found = evaluate(assistant(given), parse_questions([json.dumps(entry)]))
    return found.diagnoses[0]


def test_a_right_answer_has_no_failure():
    found = diagnosed({LOOKUP: RIGHT_ANSWERS[LOOKUP]})
    assert (found.verdict, found.failure, found.rank) == ("right", None, 1)


REFUSED = answer("没有。", status="not_found", reason="notice_silent")
WRONG = [
    (LOOKUP, REFUSED, ScriptedAssistant, "false_refusal"),
    (LOOKUP, REFUSED, Searching, "not_retrieved"),
    (LOOKUP, answer("新增4-5家。[1]", ELSEWHERE), Searching, "not_retrieved"),
    (LOOKUP, answer("新增4-5家。[1]", ELSEWHERE), ScriptedAssistant, "not_chosen"),
    (
        LOOKUP,
        replace(RIGHT_ANSWERS[LOOKUP], text="力争新认定高新技术企业2家。[1]"),
        ScriptedAssistant,
        "figure_misread",
    ),
    (WEATHER, answer("晴。"), ScriptedAssistant, "false_answer"),
]


@pytest.mark.parametrize(("question", "given", "assistant", "failure"), WRONG)
def test_a_wrong_answer_is_put_down_to_the_step_that_failed(question, given, assistant, failure):
    found = diagnosed({question: given}, assistant)
    assert (found.verdict, found.failure) == ("wrong", failure)


def test_what_is_missing_and_too_much_is_named():
    given = {LOOKUP: answer("900家。[1]", ELSEWHERE)}
    found = diagnosed(given, excludes=["900家"])
    assert found.unsaid == ("20家",)
    assert found.forbidden == ("900家",)
    assert found.uncited == ("高新技术企业20家",)


def test_a_name_that_is_not_said_is_no_misread_figure():
    found = diagnosed({LOOKUP: RIGHT_ANSWERS[LOOKUP]}, contains=["普陀"])
    assert found.failure == "not_said"


def test_a_forbidden_claim_beside_the_right_one_is_wrong():
    found = diagnosed({LOOKUP: RIGHT_ANSWERS[LOOKUP]}, excludes=["新认定"])
    assert (found.verdict, found.failure) == ("wrong", "wrong_claim")


def test_an_asking_that_failed_is_an_error():
    def fail(_):
        raise RuntimeError("no answer today")

    broken = ScriptedAssistant(RIGHT_ANSWERS, fail)
    found = evaluate(broken, parse_questions(QUESTION_LINES.splitlines()))
    assert {d.failure for d in found.diagnoses} == {"error"}


def test_rows_citations_and_reasons_at_fault_are_flaws_of_a_right_answer():
    rows = replace(RIGHT_ANSWERS[COVERAGE], rows=RIGHT_ANSWERS[COVERAGE].rows[:1])
    cited = replace(RIGHT_ANSWERS[LOOKUP], citations=(*RIGHT_ANSWERS[LOOKUP].citations, ELSEWHERE))
    reason = replace(RIGHT_ANSWERS[WEATHER], reason="weak_evidence")
    assert HAISHU_ROW not in rows.rows
    found = [diagnosed(given) for given in ({COVERAGE: rows}, {LOOKUP: cited}, {WEATHER: reason})]
    assert [d.verdict for d in found] == ["flawed"] * 3
    assert [d.failure for d in found] == ["wrong_rows", "wrong_citations", "wrong_reason"]
