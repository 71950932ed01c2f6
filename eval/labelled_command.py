"""What the commands over labelled documents share: their parts, their flags, and the gate.

The gate holds the figures over all documents of the parts shown, whoever wrote them. Without the
public data it guards against getting worse: the texts that are committed are mostly those written
to be hard, and are held to a little less.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from corpus.errors import UsageError

Judged = TypeVar("Judged")
# What the program misses of this part is never shown, so that no rule is made for it.
UNSEEN = "test"
SLACK_WITHOUT_DATA = 0.02


@dataclass(frozen=True, slots=True)
class Shown(Generic[Judged]):
    """The judgements of one part, the lines about it, and the documents that should have been there."""

    judgements: tuple[Judged, ...]
    lines: tuple[str, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Command(Generic[Judged]):
    """A command: `show` prints a part, `whole` the figures over all parts.

    `misses` names what is below the gate by more than a slack.
    """

    name: str
    description: str | None
    parts: Sequence[str]
    show: Callable[[str, Path | None], Shown[Judged]]
    whole: Callable[[Sequence[Judged]], Iterable[str]]
    misses: Callable[[Sequence[Judged], float], list[str]]

    def run(self, arguments: Sequence[str] | None = None) -> int:
        """Return 1 where `--gate` is given and something misses it, 2 where nothing can be read."""
        args = self._parser().parse_args(arguments)
        parts = self.parts if args.split == "all" else (args.split,)
        judgements: list[Judged] = []
        failures: list[str] = []
        try:
            for part in parts:
                shown = self.show(part, args.data)
                _write([f"{part}: {shown.lines[0]}", "", *shown.lines[1:], ""])
                judgements += shown.judgements
                failures += [f"{part}: {fault}" for fault in shown.faults]
        except UsageError as error:
            sys.stderr.write(f"{error}\n")
            return 2
        if judgements and len(parts) > 1:
            _write(["all together", "", *self.whole(judgements), ""])
        slack = 0.0 if args.data else SLACK_WITHOUT_DATA
        failures += self.misses(judgements, slack) if judgements else ["no document could be read"]
        return _gated(failures) if args.gate else 0

    def _parser(self) -> argparse.ArgumentParser:
        parser = argparse.ArgumentParser(
            prog=f"python -m {self.name}", description=self.description
        )
        parser.add_argument("--data", type=Path, help="folder with the public data (*.jsonl.xz)")
        parser.add_argument("--split", choices=(*self.parts, "all"), default="all")
        parser.add_argument(
            "--gate", action="store_true", help="exit with 1 where a figure is too low"
        )
        return parser


def _gated(failures: Sequence[str]) -> int:
    for failure in failures:
        sys.stderr.write(f"Gate: {failure}.\n")
    _write([f"Gate missed by {len(failures)}" if failures else "Gate passed"])
    return int(bool(failures))


def _write(lines: Iterable[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
