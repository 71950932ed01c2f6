"""Coverage over made-up notices: `python -m eval.made_up [--notices 300] [--questions 90] [--seed N]`.

Prints precision and recall of the rows, the time a question takes, and some rows that are missing
or too much. The exit status is 1 if `--gate` is given and precision or recall is below 0.97.
"""

import argparse
import sys
from collections.abc import Sequence

import numpy as np

from eval.made_up.checking import Checked, check, made_up

SEED = 20161125
ASKED = 0.97
SHOWN = 12


def main() -> int:
    """Draw, index, ask and print."""
    arguments = _arguments()
    notices = made_up(arguments.notices, arguments.seed)
    found = check(notices, arguments.questions, arguments.seed)
    precision = sum(c.right for c in found) / max(1, sum(c.shown for c in found))
    recall = sum(c.right for c in found) / max(1, sum(c.wanted for c in found))
    p50, p99 = np.percentile([c.milliseconds for c in found], [50, 99])
    sys.stdout.write(
        f"{len(notices)} notices, {len(found)} questions, {sum(c.wanted for c in found)} rows\n"
        f"rows: precision {precision:.3f}, recall {recall:.3f}\n"
        f"time a question: p50 {p50:.0f} ms, p99 {p99:.0f} ms\n"
    )
    for line in _faults(found):
        sys.stdout.write(line)
    return int(arguments.gate and min(precision, recall) < ASKED)


def _faults(found: Sequence[Checked]) -> list[str]:
    missing = [("missing", c.question, row) for c in found for row in c.missing]
    extra = [("too much", c.question, row) for c in found for row in c.extra]
    return [f"{what}: {row} ({question})\n" for what, question, row in [*missing, *extra][:SHOWN]]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Coverage over made-up notices.")
    parser.add_argument("--notices", type=int, default=300)
    parser.add_argument("--questions", type=int, default=90)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--gate", action="store_true", help=f"1 below {ASKED}")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
