import json
from dataclasses import replace

import ir_measures
import pytest
from ir_measures import RR, R, nDCG

from eval import run
from eval.comparison import read_run
from eval.evaluation import evaluate
from eval.gold.questions import read_questions
from eval.report.markdown import markdown, measures_table
from tests.eval.tiny_evaluation import RIGHT_ANSWERS, ScriptedAssistant


def refuse(answer):
    return replace(answer, status="not_found", reason="notice_silent", rows=(), citations=())


def test_a_report_holds_figures_answers_and_two_pages_and_nothing_else(questions_file, tmp_path):
    run(questions_file, assistant=ScriptedAssistant(RIGHT_ANSWERS), report=tmp_path / "report")
    written = {path.name for path in (tmp_path / "report").iterdir()}
    assert written >= {"metrics.json", "answers.jsonl", "report.html", "report.md"}
    assert not [name for name in written if "partial" in name]


def test_the_replies_of_a_report_can_be_read_back(questions_file, tmp_path):
    done = evaluate(ScriptedAssistant(RIGHT_ANSWERS), read_questions(questions_file))
    run(questions_file, assistant=ScriptedAssistant(RIGHT_ANSWERS), report=tmp_path)
    earlier = read_run(tmp_path)
    for reply, score in zip(done.replies, done.scores, strict=True):
        kept = earlier[reply.question_id]
        assert kept.reply.answer == reply.answer
        assert kept.reply.ranking == reply.ranking
        assert kept.scores == dict(score.values)
        assert kept.gold == done.golds[reply.question_id]


def test_failures_are_counted(questions_file, tmp_path):
    run(questions_file, assistant=ScriptedAssistant(RIGHT_ANSWERS, refuse), report=tmp_path)
    metrics = json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["failures"] == {"wrong": {"false_refusal": 2}, "flawed": {"wrong_reason": 1}}
    assert metrics["about"]["questions"] == "tiny.jsonl"


def test_the_markdown_table_has_every_measure_with_its_interval(questions_file):
    done = evaluate(ScriptedAssistant(RIGHT_ANSWERS), read_questions(questions_file))
    lines = measures_table(done).splitlines()
    assert "| Answer accuracy | 1.000 [1.000, 1.000] | 3 |" in lines
    assert len(lines) == 2 + len(done.summary.overall)


def test_the_markdown_says_what_went_wrong(questions_file):
    done = evaluate(ScriptedAssistant(RIGHT_ANSWERS, refuse), read_questions(questions_file))
    text = markdown(done)
    assert "1 were answered rightly, 33%" in text
    assert "- wrong: Refused, though the passage was found (2): a, b" in text


def test_the_ranking_of_a_report_measures_the_same_by_others(questions_file, tmp_path):
    run(questions_file, assistant=ScriptedAssistant(RIGHT_ANSWERS), report=tmp_path)
    qrels = list(ir_measures.read_trec_qrels(str(tmp_path / "qrels.trec")))
    ranking = list(ir_measures.read_trec_run(str(tmp_path / "run.trec")))
    theirs = ir_measures.calc_aggregate([nDCG @ 10, RR @ 10, R @ 1], qrels, ranking)
    metrics = json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))["overall"]
    assert metrics["ndcg_at_10"]["mean"] == pytest.approx(theirs[nDCG @ 10])
    assert metrics["mrr_at_10"]["mean"] == pytest.approx(theirs[RR @ 10])
    assert metrics["recall_at_1"]["mean"] == pytest.approx(theirs[R @ 1])
