"""The figures of a run as a table for a terminal."""

from collections import Counter

from eval.comparison import ACCURACY, Comparison
from eval.evaluation import Evaluation
from eval.judging.diagnosis import Failure
from eval.judging.scoring import MEASURES
from eval.judging.summary import Summary
from eval.measures import Figure

# What a type is judged by first; the rest is in the report.
BRIEF = ("answer_accuracy", "citation_precision", "citation_recall", "row_f1", "ndcg_at_10")


def table(done: Evaluation) -> str:
    """Return the figures overall and by type, then the comparison and the gate, as lines."""
    summary = done.summary
    lines = [f"{summary.questions} questions, mean with 95 % interval", ""]
    lines += [
        _line(name, summary.overall[key])
        for key, name in MEASURES.items()
        if key in summary.overall
    ]
    if summary.latency_ms:
        lines.append(
            f"{'Latency':<20} p50 {summary.latency_ms.p50:.0f} ms, p99 {summary.latency_ms.p99:.0f} ms"
        )
    if done.calibration:
        lines.append(
            f"{'Calibration':<20} error {done.calibration.error:.3f}, Brier {done.calibration.brier:.3f}"
        )
    lines += ["", *_by_type(summary), "", *_failures(done)]
    if done.comparison:
        lines += ["", *_comparison(done.comparison)]
    if done.misses is not None:
        lines += ["", gate_line(done)]
    return "\n".join(lines) + "\n"


def gate_line(done: Evaluation) -> str:
    """Return whether the gate is passed, and what is missed."""
    causes = [str(miss) for miss in done.misses or ()]
    if done.faults:
        causes.append(f"{len(done.faults)} lines of the questions did not load")
    return f"Gate missed: {'; '.join(causes)}" if causes else "Gate passed"


def _line(name: str, figure: Figure) -> str:
    return (
        f"{name:<20} {figure.mean:.3f}  [{figure.low:.3f}, {figure.high:.3f}]  n={figure.questions}"
    )


def _by_type(summary: Summary) -> list[str]:
    heads = "".join(f"{MEASURES[key]:>20}" for key in BRIEF)
    lines = [f"{'Type':<14}{'n':>4}{heads}"]
    for name, figures in summary.by_type.items():
        cells = [figures.get(key) for key in BRIEF]
        means = "".join(f"{cell.mean:>20.3f}" if cell else f"{'–':>20}" for cell in cells)
        lines.append(f"{name:<14}{figures['answer_accuracy'].questions:>4}{means}")
    return lines


def _failures(done: Evaluation) -> list[str]:
    """Return what went wrong, the most frequent first."""
    wrong = Counter(d.failure for d in done.diagnoses if d.verdict == "wrong")
    flawed = Counter(d.failure for d in done.diagnoses if d.verdict == "flawed")
    lines = [f"Wrong: {sum(wrong.values())}{_counted(wrong)}"]
    return [*lines, f"Right with faults: {sum(flawed.values())}{_counted(flawed)}"]


def _counted(failures: Counter[Failure | None]) -> str:
    parts = [f"{(name or '').replace('_', ' ')} {count}" for name, count in failures.most_common()]
    return f" ({', '.join(parts)})" if parts else ""


def _comparison(found: Comparison) -> list[str]:
    lines = [f"Against the earlier run, {found.questions} shared questions (paired randomisation)"]
    for change in found.changes:
        if change.before != change.after or change.measure == ACCURACY:
            lines.append(
                f"{MEASURES[change.measure]:<20} {change.before:.3f} → {change.after:.3f}  "
                f"{change.difference:+.3f}  p = {change.p_value:.4f}  n={change.questions}"
            )
    lines.append(f"Turned right: {', '.join(found.better) or 'none'}")
    lines.append(f"Turned wrong: {', '.join(found.worse) or 'none'}")
    if found.moved:
        lines.append(f"As right as before, other rows or citations: {', '.join(found.moved)}")
    if found.regolded:
        lines.append(f"Left out, their gold has changed: {', '.join(found.regolded)}")
    return lines
