"""A run in Markdown: the table of a README, and a summary for a pull request."""

from collections import Counter
from collections.abc import Iterator

from eval.comparison import Comparison
from eval.evaluation import Evaluation
from eval.judging.scoring import MEASURES
from eval.report.headline import sentences
from eval.report.table import BRIEF, gate_line
from eval.report.wording import FAILURES

NAMED = 100


def measures_table(done: Evaluation) -> str:
    """Return the measures with their intervals as a table."""
    lines = ["| measure | value | questions |", "|---|---|---|"]
    for name, figure in done.summary.overall.items():
        value = f"{figure.mean:.3f} [{figure.low:.3f}, {figure.high:.3f}]"
        lines.append(f"| {MEASURES[name]} | {value} | {figure.questions} |")
    return "\n".join(lines) + "\n"


def markdown(done: Evaluation) -> str:
    """Return the summary: what it came to, by type, what went wrong, what changed."""
    parts = ["# Evaluation", " ".join(sentence.en for sentence in sentences(done))]
    if done.misses is not None:
        parts.append(f"**{gate_line(done)}**")
    parts += [measures_table(done), _by_type(done)]
    parts += ["## What went wrong", "\n".join(_failures(done)) or "Nothing."]
    if done.comparison:
        parts += ["## Against the earlier run", "\n".join(_compared(done.comparison))]
    if done.faults:
        parts += ["## Lines that were left out", "\n".join(f"- {fault}" for fault in done.faults)]
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def _by_type(done: Evaluation) -> str:
    names = " | ".join(MEASURES[key].lower() for key in BRIEF)
    lines = [f"| type | questions | {names} |", "|---" * (len(BRIEF) + 2) + "|"]
    for name, figures in done.summary.by_type.items():
        cells = (f"{figures[key].mean:.3f}" if key in figures else "–" for key in BRIEF)
        count = figures["answer_accuracy"].questions
        lines.append(f"| {_cell(name)} | {count} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _failures(done: Evaluation) -> Iterator[str]:
    counts = Counter((d.verdict, d.failure) for d in done.diagnoses if d.failure)
    for (verdict, failure), count in counts.most_common():
        ids = [
            d.question_id for d in done.diagnoses if (d.verdict, d.failure) == (verdict, failure)
        ]
        more = f" and {count - NAMED} more" if count > NAMED else ""
        named = ", ".join(ids[:NAMED])
        yield f"- {verdict}: {FAILURES[failure].en} ({count}): {named}{more}" if failure else ""


def _compared(found: Comparison) -> Iterator[str]:
    yield "| measure | before | now | change | p | questions |"
    yield "|---|---|---|---|---|---|"
    for change in found.changes:
        figures = f"{change.before:.3f} | {change.after:.3f} | {change.difference:+.3f}"
        yield f"| {MEASURES[change.measure]} | {figures} | {change.p_value:.3f} | {change.questions} |"
    yield ""
    yield f"- turned right: {', '.join(found.better) or 'none'}"
    yield f"- turned wrong: {', '.join(found.worse) or 'none'}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
