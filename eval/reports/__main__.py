"""Write the reports of the question sets as files: `python -m eval.reports --data DATA --to FOLDER`.

Then `kewen index FOLDER --data D` and `kewen eval eval/questions/reports.dev.jsonl --data D`.
"""

import argparse
import sys
from pathlib import Path

from corpus.errors import UsageError
from eval.reports.records import rebuilt, reports


def main() -> int:
    """Write one file a report, called by the id of its notice."""
    arguments = _arguments()
    arguments.to.mkdir(parents=True, exist_ok=True)
    count = 0
    try:
        for report, text in rebuilt(reports(), arguments.data):
            path = arguments.to / f"{report.notice_id}.txt"
            path.write_text(text, encoding="utf-8")
            count += 1
    except UsageError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"Wrote {count} reports to {arguments.to}.\n")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write the reports of the question sets as files.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--to", type=Path, required=True, help="folder to write the files to")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
