"""The evaluation as a command: read, run, compare, check, print, write."""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from corpus.errors import UsageError
from corpus.notice import Notice
from eval.comparison import compare, read_run
from eval.evaluation import Evaluation, evaluate
from eval.exchange.files import Format as ExportForm
from eval.exchange.files import read_set, write_set
from eval.gate import check, read_gate
from eval.gold.locating import keep_verbatim
from eval.gold.questions import QuestionSet
from eval.report.files import metrics, write_report
from eval.report.markdown import measures_table
from eval.report.table import table
from eval.running.journal import journal
from eval.running.runner import Respondent, notices_of

MOST_WORKERS = 64

Form = Literal["table", "json", "markdown"]


@dataclass(frozen=True, slots=True)
class Manner:
    """How the questions are asked: how many of them, by how many threads at a time, afresh or not."""

    sample: int | None = None
    workers: int = 1
    resume: bool = False


def run(
    questions: Path,
    *,
    assistant: Respondent,
    against: Path | None = None,
    report: Path | None = None,
    gate: Path | None = None,
    form: Form = "table",
    manner: Manner = Manner(),
) -> int:
    """Evaluate an assistant, print the figures, and return the exit status.

    That is 1 where a gate was given and a figure misses it, or a line of the questions did not
    load, else 0.

    :raises UsageError: if a file cannot be used, or no question can.
    """
    # The files are read first, so that a wrong one is known before the questions are asked.
    question_set = questions_of(questions, assistant)
    before = read_run(against) if against else None
    limits = read_gate(gate) if gate else None
    if limits and limits.compares and before is None:
        raise UsageError(f"The gate {gate} compares with an earlier run. Give it: --against RUN.")
    _check(manner, report)
    done = _evaluated(questions, question_set, assistant, report, manner)
    if not done.questions:
        raise UsageError(_no_question(questions, done))
    if before is not None:
        done = replace(done, comparison=compare(done.scores, before, done.golds))
    if limits is not None:
        done = replace(done, misses=tuple(check(done.summary, limits, done.comparison)))
    _tell(done, form)
    if report:
        write_report(report, done)
    return int(done.misses is not None and bool(done.misses or done.faults))


def export(questions: Path, assistant: Respondent, form: ExportForm, output: Path | None) -> int:
    """Write the questions that can be used in another format, and return 1 if a line cannot be.

    :raises UsageError: if a file cannot be used, or there is nowhere to write to.
    """
    if output is None:
        raise UsageError("There is nowhere to write the questions to. Give it: --output PATH.")
    found = questions_of(questions, assistant)
    named = {notice_id for question in found.questions for notice_id in question.notices}
    notices = notices_of(assistant, named)
    kept = keep_verbatim(found, notices)
    for fault in kept.faults:
        sys.stderr.write(f"{fault}\n")
    written = write_set(output, form, kept.questions, notices)
    sys.stderr.write(f"Wrote {written} questions to {output}.\n")
    if written < len(kept.questions):
        left = len(kept.questions) - written
        sys.stderr.write(f"{form} has no form for {left} more, without a quote in a passage.\n")
    return int(bool(kept.faults))


def questions_of(path: Path, assistant: Respondent) -> QuestionSet:
    """Read a question set of any format; lines that cannot be used are faults.

    :raises UsageError: if the file cannot be used.
    """
    return read_set(path, lambda: _all_notices(assistant))


def _all_notices(assistant: Respondent) -> list[Notice]:
    return [assistant.notice(each.notice_id) for each in assistant.notices()]


def _check(manner: Manner, report: Path | None) -> None:
    if not 1 <= manner.workers <= MOST_WORKERS:
        raise UsageError(f"workers is {manner.workers}. Give a number from 1 to {MOST_WORKERS}.")
    if manner.resume and report is None:
        raise UsageError("A run is resumed from the folder of its report. Give it: --report DIR.")


def _evaluated(
    path: Path,
    question_set: QuestionSet,
    assistant: Respondent,
    report: Path | None,
    manner: Manner,
) -> Evaluation:
    about = {"questions": path.name, "kewen": version("kewen"), **_answering(assistant)}
    with journal(report, json.dumps(about, sort_keys=True), resume=manner.resume) as kept:
        try:
            return evaluate(
                assistant,
                question_set,
                sample=manner.sample,
                workers=manner.workers,
                journal=kept,
                about=about,
            )
        except KeyboardInterrupt:
            if report:
                sys.stderr.write(f"Stopped. Go on with --report {report} --resume.\n")
            raise


def _answering(assistant: Respondent) -> Mapping[str, str | int]:
    """Return what the answers come from: the encoder and the index, for reports and resuming."""
    generation = getattr(assistant, "generation", None)
    if generation is None:
        return {}
    manifest = generation.manifest
    return {
        "encoder": manifest.encoder.name,
        "notices": manifest.counts.notices,
        "passages": manifest.counts.passages,
        "index": manifest.content_hash,
    }


def _no_question(path: Path, done: Evaluation) -> str:
    first = f" {done.faults[0]}" if done.faults else ""
    return f"No question of {path} can be used.{first} Give JSON lines with a gold each."


def _tell(done: Evaluation, form: Form) -> None:
    for fault in done.faults:
        sys.stderr.write(f"{fault}\n")
    for miss in done.misses or ():
        sys.stderr.write(f"Gate: {miss}.\n")
    sys.stdout.write(PRINTED[form](done))


def _json(done: Evaluation) -> str:
    return json.dumps(metrics(done), ensure_ascii=False, indent=2) + "\n"


PRINTED: Mapping[Form, Callable[[Evaluation], str]] = {
    "table": table,
    "json": _json,
    "markdown": measures_table,
}
