"""`python -m eval.outline [--data DATA] [--split dev|test|all] [--gate]`.

Prints precision, recall and F1 of the boundaries of sections, the accuracy of their levels and
words, the same of list items, and the three worst documents; where the development half differs
from its labels, what was labelled and what was read.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.errors import UsageError
from corpus.understanding import understand_text
from eval.labelled import Missing, texts
from eval.measures.intervals import figure
from eval.outline.gold import Gold, read_labels
from eval.outline.judging import Counts, Judgement, judged

HERE = Path(__file__).parent
HALVES = ("dev", "test")
MINIMUM = {"boundary F1": 0.95, "level accuracy": 0.95}
WORST, MOST_SHOWN = 3, 12


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 1 where `--gate` is given and a figure or a document misses, 2 where nothing can be read."""
    args = _parser().parse_args(arguments)
    failures: list[str] = []
    try:
        for half in HALVES if args.split == "all" else (args.split,):
            failures += [f"{half}: {miss}" for miss in _show(half, args.data)]
    except UsageError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if not args.gate:
        return 0
    for failure in failures:
        sys.stderr.write(f"Gate: {failure}.\n")
    sys.stdout.write(f"Gate missed by {len(failures)}\n" if failures else "Gate passed\n")
    return int(bool(failures))


def _show(half: str, data: Path | None) -> list[str]:
    """Print the figures of a half and return what of it the gate would stop."""
    golds = {gold.source.id: gold for gold in read_labels(HERE / f"labels-{half}.jsonl")}
    found = list(texts((gold.source for gold in golds.values()), data))
    missing = [each for each in found if isinstance(each, Missing)]
    judgements = [
        _judged(golds[each[0].id], each[1]) for each in found if not isinstance(each, Missing)
    ]
    left_out = f"{len(missing)} left out ({missing[0].reason})" if missing else "none left out"
    sys.stdout.write(f"{half}: {len(judgements)} documents, {left_out}\n\n")
    faults = [f"{each.source.id}: {each.reason}" for each in missing if each.at_fault]
    if not judgements:
        return [*faults, "no document could be read"]
    figures = _figures(judgements)
    lines = [*_table(judgements, figures), "", *_worst(judgements, in_detail=half == "dev"), ""]
    sys.stdout.write("\n".join(lines) + "\n")
    return faults + [
        f"{name} is {figures[name]:.3f}, expected {least:g} or more"
        for name, least in MINIMUM.items()
        if figures[name] < least
    ]


def _judged(gold: Gold, text: str) -> Judgement:
    source = gold.source
    return judged(gold, understand_text(text, source.id, source=source.id, sha256=source.sha256))


def _figures(judgements: Sequence[Judgement]) -> dict[str, float]:
    boundaries = _sum(judgement.boundaries for judgement in judgements)
    items = _sum(judgement.items for judgement in judgements)
    both = max(boundaries.both, 1)
    return {
        "boundary precision": boundaries.precision,
        "boundary recall": boundaries.recall,
        "boundary F1": boundaries.f1,
        "level accuracy": sum(judgement.levels for judgement in judgements) / both,
        "words accuracy": sum(judgement.words for judgement in judgements) / both,
        "item precision": items.precision,
        "item recall": items.recall,
        "item F1": items.f1,
    }


def _sum(counts: Iterator[Counts]) -> Counts:
    every = list(counts)
    return Counts(
        sum(each.labelled for each in every),
        sum(each.found for each in every),
        sum(each.both for each in every),
    )


def _table(judgements: Sequence[Judgement], figures: dict[str, float]) -> Iterator[str]:
    headings = sum(judgement.boundaries.labelled for judgement in judgements)
    points = sum(judgement.items.labelled for judgement in judgements)
    yield f"over all {headings} headings and {points} list items"
    yield from (f"{name:<24}{value:>6.3f}" for name, value in figures.items())
    mean = figure([judgement.boundaries.f1 for judgement in judgements])
    yield "mean over documents"
    yield f"{'boundary F1':<24}{mean.mean:>6.3f}  [{mean.low:.3f}, {mean.high:.3f}]"


def _worst(judgements: Sequence[Judgement], *, in_detail: bool) -> Iterator[str]:
    yield f"the {WORST} worst documents"
    for judgement in sorted(judgements, key=_score)[:WORST]:
        boundaries = judgement.boundaries
        yield (
            f"{judgement.gold.source.id}: boundary F1 {boundaries.f1:.3f}, "
            f"{judgement.levels} of {boundaries.both} levels"
        )
        for each in judgement.differences[:MOST_SHOWN] if in_detail else ():
            yield f"    at {each.start}: says {each.labelled} | read {each.read}"


def _score(judgement: Judgement) -> tuple[float, str]:
    right = judgement.levels / max(judgement.boundaries.both, 1)
    return judgement.boundaries.f1 * right, judgement.gold.source.id


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval.outline", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of the public data, for its records")
    parser.add_argument("--split", choices=(*HALVES, "all"), default="all")
    parser.add_argument("--gate", action="store_true", help="exit with 1 where a figure is too low")
    return parser


if __name__ == "__main__":
    sys.exit(main())
