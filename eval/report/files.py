"""What a run leaves behind: metrics.json, answers.jsonl and report.html."""

import json
from pathlib import Path
from typing import Any

from corpus.plain import to_plain
from eval.evaluation import Evaluation
from eval.gold.questions import Question
from eval.judging.diagnosis import Diagnosis
from eval.judging.scoring import Score
from eval.report.page import page
from eval.running.reply import Reply


def metrics(done: Evaluation) -> dict[str, Any]:
    """Return the figures as JSON values."""
    misses = None if done.misses is None else [str(miss) for miss in done.misses]
    return {
        "about": dict(done.about),
        **to_plain(done.summary),
        "calibration": to_plain(done.calibration),
        "faults": to_plain(done.faults),
        "comparison": _comparison(done),
        "gate_misses": misses,
    }


def _comparison(done: Evaluation) -> dict[str, Any] | None:
    """Return the comparison without the earlier answers, which lie in their own report."""
    if done.comparison is None:
        return None
    plain: dict[str, Any] = to_plain(done.comparison)
    del plain["earlier"]
    return plain


def write_report(folder: Path, done: Evaluation) -> None:
    """Write the three files into a folder, which is made if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    figures = json.dumps(metrics(done), ensure_ascii=False, indent=2)
    (folder / "metrics.json").write_text(figures + "\n", encoding="utf-8")
    parts = zip(done.questions, done.replies, done.scores, done.diagnoses, strict=True)
    lines = (
        json.dumps({"gold": done.golds[part[0].id], **_line(*part)}, ensure_ascii=False) + "\n"
        for part in parts
    )
    (folder / "answers.jsonl").write_text("".join(lines), encoding="utf-8")
    (folder / "report.html").write_text(page(done), encoding="utf-8")


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
