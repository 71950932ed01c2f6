"""`python -m eval.metadata [--data DATA] [--split dev|dev2|test|all] [--gate]`.

Prints how often each field of the labelled documents is read as a person reads it, for each part,
overall and by layout. What was read wrongly is shown for the development parts only.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import UsageError
from eval.labelled import Missing
from eval.metadata import tables
from eval.metadata.documents import understood
from eval.metadata.figures import accuracy, by_layout, misses
from eval.metadata.gold import Gold, read_labels
from eval.metadata.judging import Judgement, judged

HERE = Path(__file__).parent
# The files of labels that a part is read from; what the test part misses is never shown.
PARTS = {
    "dev": ("labels-dev.jsonl",),
    "dev2": ("labels-dev2a.jsonl", "labels-dev2b.jsonl"),
    "test": ("labels-test.jsonl",),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 1 where `--gate` is given and a field or a document misses, 2 where nothing can be read."""
    args = _parser().parse_args(arguments)
    failures: list[str] = []
    try:
        for part in PARTS if args.split == "all" else (args.split,):
            failures += [f"{part}: {miss}" for miss in _show(part, args.data)]
    except UsageError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if not args.gate:
        return 0
    for failure in failures:
        sys.stderr.write(f"Gate: {failure}.\n")
    _write([f"Gate missed by {len(failures)}" if failures else "Gate passed"])
    return int(bool(failures))


def _show(part: str, data: Path | None) -> list[str]:
    """Print the figures of a part and return what of it the gate would stop."""
    judgements: list[Judgement] = []
    missing: list[Missing[Gold]] = []
    golds = [gold for file in PARTS[part] for gold in read_labels(HERE / file)]
    for found in understood(golds, data):
        if isinstance(found, Missing):
            missing.append(found)
        else:
            judgements += judged(*found)
    count = len({judgement.gold.id for judgement in judgements})
    _write([f"{part}: {count} documents, {_left_out(missing)}", ""])
    faults = [f"{each.gold.id} was left out: {each.reason}" for each in missing if each.at_fault]
    if not judgements:
        return [*faults, "no document could be read"]
    found_accuracy = accuracy(judgements)
    _write([*tables.figures(found_accuracy), "", *tables.layouts(by_layout(judgements)), ""])
    if part != "test":
        _write([*tables.disagreements(judgements), ""])
    return faults + misses(found_accuracy)


def _left_out(missing: Sequence[Missing[Gold]]) -> str:
    if not missing:
        return "none left out"
    reasons = sorted({each.reason for each in missing})
    return f"{len(missing)} left out ({'; '.join(reasons)})"


def _write(lines: Sequence[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval.metadata", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with the public data (*.jsonl.xz)")
    parser.add_argument("--split", choices=(*PARTS, "all"), default="all")
    parser.add_argument("--gate", action="store_true", help="exit with 1 where a figure is too low")
    return parser


if __name__ == "__main__":
    sys.exit(main())
