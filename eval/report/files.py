"""What a run leaves behind: figures, answers, two pages, and its ranking for others to measure."""

import json
from pathlib import Path
from typing import Any

from corpus.plain import to_plain
from eval.evaluation import Evaluation
from eval.exchange.trec import qrels_lines, run_lines
from eval.gold.questions import Question
from eval.judging.diagnosis import Diagnosis
from eval.judging.scoring import Score
from eval.measures import run_of
from eval.report.markdown import markdown
from eval.report.page import page
from eval.running.reply import Reply


def metrics(done: Evaluation) -> dict[str, Any]:
    """Return the figures as JSON values."""
    misses = None if done.misses is None else [str(miss) for miss in done.misses]
    return {
        "about": dict(done.about),
        **to_plain(done.summary),
        "calibration": to_plain(done.calibration),
        "failures": _failures(done),
        "faults": to_plain(done.faults),
        "comparison": _comparison(done),
        "gate_misses": misses,
    }


def _failures(done: Evaluation) -> dict[str, dict[str, int]]:
    """Return how many questions are wrong, or right with faults, by what is at fault."""
    counts: dict[str, dict[str, int]] = {"wrong": {}, "flawed": {}}
    for found in done.diagnoses:
        if found.failure:
            of_verdict = counts[found.verdict]
            of_verdict[found.failure] = of_verdict.get(found.failure, 0) + 1
    return counts


def _comparison(done: Evaluation) -> dict[str, Any] | None:
    """Return the comparison without the earlier answers, which lie in their own report."""
    if done.comparison is None:
        return None
    plain: dict[str, Any] = to_plain(done.comparison)
    del plain["earlier"]
    return plain


def write_report(folder: Path, done: Evaluation) -> None:
    """Write the report into a folder, which is made if it is missing; each file whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = zip(done.questions, done.replies, done.scores, done.diagnoses, strict=True)
    lines = (
        json.dumps({"gold": done.golds[part[0].id], **_line(*part)}, ensure_ascii=False) + "\n"
        for part in parts
    )
    _write(folder / "metrics.json", json.dumps(metrics(done), ensure_ascii=False, indent=2) + "\n")
    _write(folder / "answers.jsonl", "".join(lines))
    _write(folder / "report.md", markdown(done))
    qrels, rankings = _judged(done)
    _write(folder / "qrels.trec", "".join(qrels_lines(qrels)))
    _write(folder / "run.trec", "".join(run_lines(run_of(rankings))))
    _write(folder / "report.html", page(done))


def _judged(done: Evaluation) -> tuple[dict[str, dict[str, int]], dict[str, list[str]]]:
    """Return relevant passages and rankings of the questions with quotes, for others to measure."""
    asked = [
        (question.id, dict(gold.relevant), list(reply.ranking))
        for question, gold, reply in zip(done.questions, done.located, done.replies, strict=True)
        if question.quotes
    ]
    return {name: grades for name, grades, _ in asked}, {name: found for name, _, found in asked}


def _write(path: Path, text: str) -> None:
    beside = path.with_name(f"{path.name}.partial")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def _line(question: Question, reply: Reply, score: Score, diagnosis: Diagnosis) -> dict[str, Any]:
    return {
        "id": question.id,
        "type": question.type,
        "question": question.question,
        "scores": dict(score.values),
        "verdict": diagnosis.verdict,
        "failure": diagnosis.failure,
        "latency_ms": round(reply.latency_ms, 3),
        "error": reply.error,
        "ranking": list(reply.ranking),
        "answer": reply.answer.to_dict() if reply.answer else None,
    }
