"""`python -m eval.metadata [--data DATA] [--split dev|dev2|test|all] [--gate]`.

Prints how often each field of the labelled documents is read as a person reads it, for each part
and for all together, and by layout. What was read wrongly is shown for the development parts only.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.labelled import Missing, faults, left_out
from eval.labelled_command import UNSEEN, Command, Shown
from eval.metadata import tables
from eval.metadata.documents import understood
from eval.metadata.figures import accuracy, by_layout, misses
from eval.metadata.gold import Gold, read_labels
from eval.metadata.judging import Judgement, judged

HERE = Path(__file__).parent
# The files of labels that a part is read from.
PARTS = {
    "dev": ("labels-dev.jsonl",),
    "dev2": ("labels-dev2a.jsonl", "labels-dev2b.jsonl"),
    "test": ("labels-test.jsonl",),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 1 where `--gate` is given and a field or a document misses, 2 where nothing can be read."""
    return Command(
        "eval.metadata",
        __doc__,
        tuple(PARTS),
        _show,
        _whole,
        lambda judgements, slack: misses(accuracy(judgements), slack),
    ).run(arguments)


def _show(part: str, data: Path | None) -> Shown[Judgement]:
    judgements: list[Judgement] = []
    missing: list[Missing[Gold]] = []
    golds = [gold for file in PARTS[part] for gold in read_labels(HERE / file)]
    for found in understood(golds, data):
        if isinstance(found, Missing):
            missing.append(found)
        else:
            judgements += judged(*found)
    count = len({judgement.gold.id for judgement in judgements})
    lines = [f"{count} documents, {left_out(missing)}"]
    if judgements:
        lines += _whole(judgements)
        lines += ["", *tables.disagreements(judgements)] if part != UNSEEN else []
    return Shown(tuple(judgements), tuple(lines), tuple(faults(missing)))


def _whole(judgements: Sequence[Judgement]) -> Iterator[str]:
    yield from tables.figures(accuracy(judgements))
    yield ""
    yield from tables.layouts(by_layout(judgements))


if __name__ == "__main__":
    sys.exit(main())
