"""Keep a run as the one that later runs are held against: `python -m eval.baselines REPORT NAME`.

REPORT is a folder that `kewen eval --report` wrote; its scores and golds go to `eval/baselines/NAME.jsonl`.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from corpus.errors import UsageError
from eval.comparison import read_run

FOLDER = Path(__file__).parent


def main() -> int:
    """Write the baseline and say how many questions it holds."""
    parser = argparse.ArgumentParser(description="Keep a run as the one to compare with.")
    parser.add_argument("report", type=Path, metavar="REPORT")
    parser.add_argument("name", metavar="NAME")
    arguments = parser.parse_args()
    try:
        kept = read_run(arguments.report)
    except UsageError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    lines = (
        json.dumps({"id": name, "gold": each.gold, "scores": rounded(each.scores)}) + "\n"
        for name, each in kept.items()
    )
    (FOLDER / f"{arguments.name}.jsonl").write_text("".join(lines), encoding="utf-8")
    sys.stdout.write(f"{len(kept)} questions in {arguments.name}.jsonl\n")
    return 0


def rounded(scores: Mapping[str, float]) -> dict[str, float]:
    """Return scores with six digits: what is the same must read the same."""
    return {name: round(value, 6) for name, value in scores.items()}


if __name__ == "__main__":
    sys.exit(main())
