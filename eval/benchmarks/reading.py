"""Chinese reading comprehension as BEIR folders: `python -m eval.benchmarks.reading --data DATA --to FOLDER`.

Questions of CMRC 2018 and XQuAD with the passage that each was written for; then
`kewen eval --beir FOLDER/cmrc2018-dev`. The passages of the whole set are the documents.
"""

import argparse
import json
import lzma
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.errors import UsageError
from eval.exchange.beir import write_beir
from eval.exchange.retrieval import RetrievalSet

# Folder to the files of its passages and questions.
SETS = {
    "cmrc2018-dev": ("cmrc2018_passages_dev", "cmrc2018_questions_dev"),
    "xquad-zh": ("xquad_zh_passages", "xquad_zh_questions"),
}


def collection(data: Path, passages: str, questions: str) -> RetrievalSet:
    """Return a set of the public data as documents, queries and qrels.

    :raises UsageError: if the data cannot be read.
    """
    documents = {p["pid"]: (p.get("title") or "", p["text"]) for p in _records(data, passages)}
    asked = list(_records(data, questions))
    return RetrievalSet(
        documents,
        {question["qid"]: question["question"] for question in asked},
        {question["qid"]: {question["pid"]: 1} for question in asked},
    )


def _records(data: Path, name: str) -> Iterator[dict[str, Any]]:
    path = data / f"{name}.jsonl.xz"
    try:
        with lzma.open(path, "rt", encoding="utf-8") as file:
            yield from map(json.loads, file)
    except (OSError, lzma.LZMAError, ValueError) as error:
        raise UsageError(
            f"The public data {path} cannot be read ({error}). Give --data the folder that holds it."
        ) from error


def main() -> int:
    """Write a folder for each set."""
    parser = argparse.ArgumentParser(description="Reading comprehension as BEIR folders.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--to", type=Path, required=True, help="folder to write the folders to")
    arguments = parser.parse_args()
    try:
        for name, sources in SETS.items():
            found = collection(arguments.data, *sources)
            write_beir(arguments.to / name, found)
            print(f"{name}: {len(found.documents)} documents, {len(found.queries)} queries")
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
