"""The evaluation as a command: read, run, compare, check, print, write."""

import json
import sys
from dataclasses import replace
from pathlib import Path

from corpus.errors import UsageError
from eval.comparison import compare, read_run
from eval.evaluation import Evaluation, evaluate
from eval.gate import check, read_gate
from eval.gold.questions import read_questions
from eval.report.files import metrics, write_report
from eval.report.table import table
from eval.running.runner import Respondent


def run(
    questions: Path,
    *,
    assistant: Respondent,
    against: Path | None = None,
    report: Path | None = None,
    gate: Path | None = None,
    as_json: bool = False,
) -> int:
    """Evaluate an assistant, print the figures, and return the exit status.

    That is 1 where a gate was given and a figure misses it, or a line of the questions did not
    load, else 0.

    :raises UsageError: if a file cannot be used, or no question can.
    """
    # The files are read first, so that a wrong one is known before the questions are asked.
    question_set = read_questions(questions)
    before = read_run(against) if against else None
    thresholds = read_gate(gate) if gate else None
    done = evaluate(assistant, question_set)
    if not done.questions:
        raise UsageError(_no_question(questions, done))
    if before is not None:
        done = replace(done, comparison=compare(done.scores, before))
    if thresholds is not None:
        done = replace(done, misses=tuple(check(done.summary, thresholds)))
    _tell(done, as_json=as_json)
    if report:
        write_report(report, done)
    return int(done.misses is not None and bool(done.misses or done.faults))


def _no_question(path: Path, done: Evaluation) -> str:
    first = f" {done.faults[0]}" if done.faults else ""
    return f"No question of {path} can be used.{first} Give JSON lines with a gold each."


def _tell(done: Evaluation, *, as_json: bool) -> None:
    for fault in done.faults:
        sys.stderr.write(f"{fault}\n")
    for miss in done.misses or ():
        sys.stderr.write(f"Gate: {miss}.\n")
    if as_json:
        sys.stdout.write(json.dumps(metrics(done), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(table(done))
