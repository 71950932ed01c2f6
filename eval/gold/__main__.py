"""Write where the quotes of a question set stand: `python -m eval.gold QUESTIONS NOTICES …`.

NOTICES are files or folders as `kewen index` reads them. The set is written back with `spans`,
with `--bare` without the quotes, for texts that are not to be copied. It says how many quotes stand
in several places, and which stand nowhere.
"""

import argparse
import json
import sys
from pathlib import Path

from corpus.understanding import understand
from eval.gold.placing import placed


def main() -> int:
    """Rewrite the file; 1 if a quote stands nowhere, and then nothing is written."""
    arguments = _arguments()
    paths = [
        p for given in arguments.notices for p in (given.iterdir() if given.is_dir() else [given])
    ]
    notices = {path.stem: understand(path, path.stem) for path in sorted(paths)}
    lines = arguments.questions.read_text(encoding="utf-8").splitlines()
    entries = [placed(json.loads(line), notices, bare=arguments.bare) for line in lines if line]
    lost = [entry["id"] for entry in entries if not all(entry.get("spans", ()))]
    if lost:
        sys.stderr.write(f"Quotes of {', '.join(lost)} stand in no notice. Nothing was written.\n")
        return 1
    several = sum(len(places) > 1 for entry in entries for places in entry.get("spans", ()))
    text = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
    arguments.questions.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(entries)} questions, {several} quotes in several places\n")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write where the quotes of a question set stand.")
    parser.add_argument("questions", type=Path, metavar="QUESTIONS")
    parser.add_argument("notices", type=Path, nargs="+", metavar="NOTICES")
    parser.add_argument("--bare", action="store_true", help="leave the quotes out")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
