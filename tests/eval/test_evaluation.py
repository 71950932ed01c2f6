import json

import pytest

from corpus.errors import UsageError
from eval import run
from eval.evaluation import evaluate
from eval.gold.locating import locate
from eval.gold.questions import read_questions
from eval.judging.scoring import score
from tests.eval.tiny_evaluation import NOTICES, RIGHT_ANSWERS, ScriptedAssistant


def fail(answer):
    raise RuntimeError("no answer today")


def test_a_run_that_is_right_scores_1(questions_file):
    done = evaluate(ScriptedAssistant(RIGHT_ANSWERS), read_questions(questions_file))
    means = {name: figure.mean for name, figure in done.summary.overall.items()}
    assert means["answer_accuracy"] == means["citation_precision"] == means["row_f1"] == 1.0
    assert means["false_answer_rate"] == means["false_refusal_rate"] == 0.0
    assert list(done.summary.by_type) == ["lookup", "coverage", "unanswerable"]
    assert done.summary.latency_ms.p50 <= done.summary.latency_ms.p99


def test_a_failing_question_is_wrong_and_the_run_goes_on(questions_file):
    done = evaluate(ScriptedAssistant(RIGHT_ANSWERS, fail), read_questions(questions_file))
    assert [reply.error for reply in done.replies] == ["RuntimeError: no answer today"] * 3
    assert done.summary.overall["answer_accuracy"].mean == 0.0
    assert done.summary.overall["ndcg_at_10"].mean == 0.0


def test_a_question_missing_from_a_run_scores_0(questions_file):
    question = read_questions(questions_file).questions[1]
    values = score(question, locate(question, NOTICES), None, NOTICES).values
    assert values.pop("false_refusal_rate") == 1.0
    assert set(values.values()) == {0.0}
    assert {"ndcg_at_10", "row_f1", "answer_accuracy", "citation_recall"} <= values.keys()


def test_the_table_is_on_stdout_and_progress_on_stderr(questions_file, capsys):
    assert run(questions_file, assistant=ScriptedAssistant(RIGHT_ANSWERS)) == 0
    out, err = capsys.readouterr()
    assert "Answer accuracy      1.000" in out
    assert "Questions" in err


def test_json_is_one_document(questions_file, capsys):
    run(questions_file, assistant=ScriptedAssistant(RIGHT_ANSWERS), form="json")
    assert json.loads(capsys.readouterr().out)["overall"]["ndcg_at_10"]["questions"] == 2


def test_a_report_can_be_compared_with(questions_file, tmp_path, capsys):
    report = tmp_path / "report"
    run(questions_file, assistant=ScriptedAssistant(RIGHT_ANSWERS), report=report)
    run(questions_file, assistant=ScriptedAssistant(RIGHT_ANSWERS, fail), against=report)
    out = capsys.readouterr().out
    assert "Answer accuracy      1.000 → 0.000  -1.000  p = 0.2500  n=3" in out
    assert "Turned wrong: a, b, c" in out
    metrics = json.loads((report / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["by_type"]["coverage"]["row_f1"]["mean"] == 1.0
    lines = (report / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a", "b", "c"]


def test_a_set_without_a_usable_question_is_a_usage_error(tmp_path):
    path = tmp_path / "empty.jsonl"
    path.write_text("{\n", encoding="utf-8")
    with pytest.raises(UsageError, match="Line 1"):
        run(path, assistant=ScriptedAssistant({}))
