"""`python -m eval.paraphrase --data DATA --to FOLDER` writes the two parts as BEIR folders."""

import argparse
import sys
from pathlib import Path

from corpus.errors import UsageError
from eval.exchange.beir import write_beir
from eval.paraphrase.collection import PARTS, collection


def main() -> int:
    """Write `FOLDER/paraphrase-dev` and `FOLDER/paraphrase-test`."""
    parser = argparse.ArgumentParser(description="Everyday questions as BEIR folders.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--to", type=Path, required=True, help="folder to write the folders to")
    arguments = parser.parse_args()
    try:
        for part in PARTS:
            found = collection(arguments.data, part)
            write_beir(arguments.to / f"paraphrase-{part}", found)
            sizes = f"{len(found.documents)} documents, {len(found.queries)} queries"
            sys.stdout.write(f"paraphrase-{part}: {sizes}\n")
    except UsageError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
