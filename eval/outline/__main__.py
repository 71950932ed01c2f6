"""`python -m eval.outline [--data DATA] [--split dev|test|all] [--gate]`.

Prints how well the headings of the labelled documents are found, how deep they are taken to stand,
and the three worst documents. What was read wrongly is shown for the development half only.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.labelled import Missing, faults, left_out, texts
from eval.labelled_command import UNSEEN, Command, Shown
from eval.outline import tables
from eval.outline.figures import figures, misses, worst
from eval.outline.gold import read_labels
from eval.outline.judging import Judgement, judged

HERE = Path(__file__).parent
HALVES = ("dev", "test")
WORST = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 1 where `--gate` is given and a figure is too low, 2 where nothing can be read."""
    return Command(
        "eval.outline",
        __doc__,
        HALVES,
        _show,
        lambda judgements: tables.figures(figures(judgements)),
        lambda judgements, slack: misses(figures(judgements), slack),
    ).run(arguments)


def _show(half: str, data: Path | None) -> Shown[Judgement]:
    found = list(texts(read_labels(HERE / f"labels-{half}.jsonl"), data))
    missing = [each for each in found if isinstance(each, Missing)]
    judgements = [judged(*each) for each in found if not isinstance(each, Missing)]
    lines = [f"{len(judgements)} documents, {left_out(missing)}"]
    if judgements:
        lines += [*tables.figures(figures(judgements)), "", "worst:", *_worst(half, judgements)]
    return Shown(tuple(judgements), tuple(lines), tuple(faults(missing)))


def _worst(half: str, judgements: Sequence[Judgement]) -> Iterator[str]:
    for each in worst(judgements, WORST):
        yield from tables.names([each])
        yield from tables.details(each) if half != UNSEEN else ()


if __name__ == "__main__":
    sys.exit(main())
