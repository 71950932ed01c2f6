"""`python -m eval.outline [--data DATA] [--split dev|test|all] [--gate]`.

Prints how well the headings of the labelled documents are found, how deep they are taken to stand,
and the three worst documents. What was read wrongly is shown for the development half only.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import UsageError
from eval.labelled import Missing, texts
from eval.outline import tables
from eval.outline.figures import figures, misses, worst
from eval.outline.gold import Gold, read_labels
from eval.outline.judging import Judgement, judged

HERE = Path(__file__).parent
HALVES = ("dev", "test")
WORST = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 1 where `--gate` is given and a figure is too low, 2 where nothing can be read."""
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
    _write([f"Gate missed by {len(failures)}" if failures else "Gate passed"])
    return int(bool(failures))


def _show(half: str, data: Path | None) -> list[str]:
    """Print the figures of a half and return what of it the gate would stop."""
    found = list(texts(read_labels(HERE / f"labels-{half}.jsonl"), data))
    missing = [each for each in found if isinstance(each, Missing)]
    judgements = [judged(*each) for each in found if not isinstance(each, Missing)]
    _write([f"{half}: {len(judgements)} documents, {_left_out(missing)}", ""])
    faults = [f"{each.gold.id} was left out: {each.reason}" for each in missing if each.at_fault]
    if not judgements:
        return [*faults, "no document could be read"]
    result = figures(judgements)
    _write([*tables.figures(result), "", "worst:", *_worst(half, judgements), ""])
    return faults + misses(result)


def _worst(half: str, judgements: Sequence[Judgement]) -> list[str]:
    lines: list[str] = []
    for each in worst(judgements, WORST):
        lines += tables.names([each])
        # What is wrong in the test half is not looked at, so that no rule is made for it.
        lines += tables.details(each) if half == "dev" else []
    return lines


def _left_out(missing: Sequence[Missing[Gold]]) -> str:
    if not missing:
        return "none left out"
    reasons = sorted({each.reason for each in missing})
    return f"{len(missing)} left out ({'; '.join(reasons)})"


def _write(lines: Sequence[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval.outline", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with the public data (*.jsonl.xz)")
    parser.add_argument("--split", choices=(*HALVES, "all"), default="all")
    parser.add_argument("--gate", action="store_true", help="exit with 1 where a figure is too low")
    return parser


if __name__ == "__main__":
    sys.exit(main())
