"""`kewen eval QUESTIONS --ablate`: a table of what each part is worth."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.indexing import SHIPPED_NOTICES
from assistant.settings import Settings
from corpus.errors import UsageError
from corpus.plain import to_plain
from eval.ablation.ablating import MEASURES, Ablated, ablate
from eval.ablation.variants import chosen
from eval.command import questions_of
from eval.judging.scoring import MEASURES as NAMES

FILE = "ablation"


def run_ablation(
    questions: Path,
    *,
    settings: Settings,
    notices: Sequence[Path] = (),
    names: Sequence[str] = (),
    report: Path | None = None,
    as_json: bool = False,
) -> int:
    """Evaluate the whole and each variant, print the table, and return the exit status.

    :param notices: what is indexed for it; the shipped notices if nothing is given.
    :raises UsageError: if a file cannot be used, or no question can.
    """
    variants = chosen(list(names))
    found = ablate(
        lambda assistant: questions_of(questions, assistant),
        settings,
        list(notices) or [SHIPPED_NOTICES],
        variants,
    )
    if not found[0].worth:
        raise UsageError(f"No question of {questions} can be used with these notices.")
    figures = json.dumps(to_plain(found), ensure_ascii=False, indent=2) + "\n"
    sys.stdout.write(figures if as_json else "\n".join(table(found)) + "\n")
    if report:
        report.mkdir(parents=True, exist_ok=True)
        (report / f"{FILE}.json").write_text(figures, encoding="utf-8")
        text = "\n".join(markdown(found)) + "\n"
        (report / f"{FILE}.md").write_text(text, encoding="utf-8")
    return 0


def table(found: Sequence[Ablated]) -> Iterator[str]:
    """Yield the table for a terminal: the measure, and below it the p-value of its difference."""
    shown = [name for name in MEASURES if name in found[0].worth]
    yield f"{'left out':<15}{'passages':>9}" + "".join(f"{NAMES[name]:>19}" for name in shown)
    for variant in found:
        cells = (_cell(variant, name, whole=variant is found[0]) for name in shown)
        yield f"{variant.name:<15}{variant.passages:>9}" + "".join(f"{cell:>19}" for cell in cells)
    yield "In brackets the p-value of the difference to the whole (paired randomisation)."
    for variant in found[1:]:
        yield f"{variant.name}: {len(variant.lost)} turned wrong, {len(variant.gained)} right"


def markdown(found: Sequence[Ablated]) -> Iterator[str]:
    """Yield the table in Markdown."""
    shown = [name for name in MEASURES if name in found[0].worth]
    names = " | ".join(NAMES[name].lower() for name in shown)
    yield f"| left out | passages | {names} |"
    yield "|---" * (len(shown) + 2) + "|"
    for variant in found:
        cells = (_cell(variant, name, whole=variant is found[0]) for name in shown)
        yield f"| {variant.name} ({variant.meaning}) | {variant.passages} | {' | '.join(cells)} |"


def _cell(variant: Ablated, measure: str, *, whole: bool) -> str:
    worth = variant.worth.get(measure)
    if worth is None:
        return "–"
    return f"{worth.figure.mean:.3f}" + ("" if whole else f" ({worth.p_value:.3f})")
