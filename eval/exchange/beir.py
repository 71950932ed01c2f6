"""BEIR folders: `corpus.jsonl`, `queries.jsonl` and `qrels/SPLIT.tsv` (Thakur et al. 2021)."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corpus.errors import UsageError
from eval.exchange.retrieval import RetrievalSet

SPLITS = ("test", "dev", "train")
HEADER = "query-id"


def read_beir(folder: Path, split: str | None = None) -> RetrievalSet:
    """Read a BEIR folder.

    :param split: which of the qrels; without it test, else dev, else the first there is.
    :raises UsageError: if a file is missing or a line of it cannot be used.
    """
    qrels = _qrels(_split(folder / "qrels", split))
    queries = {name: _text(e, "text") for name, e in _entries(folder / "queries.jsonl")}
    documents = {
        name: (str(entry.get("title") or ""), _text(entry, "text"))
        for name, entry in _entries(folder / "corpus.jsonl")
    }
    unknown = sorted(qrels.keys() - queries.keys())
    if unknown:
        raise UsageError(
            f"The qrels of {folder} judge the query {unknown[0]!r}, which queries.jsonl does not hold."
        )
    return RetrievalSet(documents, {name: queries[name] for name in qrels}, qrels)


def write_beir(folder: Path, found: RetrievalSet, split: str = "test") -> None:
    """Write a BEIR folder, which is made if it is missing."""
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    documents = (
        {"_id": name, "title": title, "text": text}
        for name, (title, text) in found.documents.items()
    )
    queries = ({"_id": name, "text": text} for name, text in found.queries.items())
    _write(folder / "corpus.jsonl", documents)
    _write(folder / "queries.jsonl", queries)
    rows = [f"{HEADER}\tcorpus-id\tscore\n"]
    rows += [
        f"{query}\t{document}\t{grade}\n"
        for query, grades in found.qrels.items()
        for document, grade in grades.items()
    ]
    (folder / "qrels" / f"{split}.tsv").write_text("".join(rows), encoding="utf-8")


def _write(path: Path, entries: Iterator[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)


def _split(folder: Path, split: str | None) -> Path:
    found = {path.stem: path for path in sorted(folder.glob("*.tsv"))}
    if split is not None and split not in found:
        there = ", ".join(found) or "none"
        raise UsageError(f"There are no qrels {split!r} in {folder}. There are: {there}.")
    if not found:
        raise UsageError(f"There are no qrels in {folder}. A BEIR folder holds qrels/test.tsv.")
    chosen = split or next((name for name in SPLITS if name in found), next(iter(found)))
    return found[chosen]


def _entries(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for number, line in _lines(path):
        try:
            entry = json.loads(line)
            yield str(entry["_id"]), entry
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise UsageError(
                f"Line {number} of {path} cannot be used ({type(error).__name__}: {error}). "
                'Expected: {"_id": …, "text": …}.'
            ) from error


def _text(entry: Mapping[str, Any], field: str) -> str:
    value = entry.get(field)
    if not isinstance(value, str):
        raise UsageError(f"{field} of {entry.get('_id')!r} is {value!r}. Expected a text.")
    return value


def _qrels(path: Path) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for number, line in _lines(path):
        fields = line.split("\t")
        if number == 1 and fields[0] == HEADER:
            continue
        if len(fields) != 3 or not fields[2].strip().removeprefix("-").isdecimal():
            raise UsageError(
                f"Line {number} of {path} is {line!r}. Expected: query, document, grade."
            )
        found.setdefault(fields[0], {})[fields[1]] = int(fields[2])
    return found


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, line.rstrip("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read ({error}). A BEIR folder holds it.") from error
