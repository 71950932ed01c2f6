"""The labelled documents as they are understood now: committed files, and records of public data."""

import json
import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpus.errors import UnreadableFile, UsageError
from corpus.notice import Notice
from corpus.understanding import understand, understand_text
from eval.metadata.gold import Gold

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Missing:
    """A document that could not be understood, and why; `at_fault` if it should have been."""

    gold: Gold
    reason: str
    at_fault: bool


def understood(golds: Iterable[Gold], data: Path | None) -> Iterator[tuple[Gold, Notice] | Missing]:
    """Yield each document with the notice that is made of it, those of one data file together.

    :param data: the folder with the public data; None leaves its records out.
    :raises UsageError: if a file of the public data cannot be read.
    """
    by_data: dict[str, list[Gold]] = {}
    for gold in golds:
        if gold.file:
            yield _from_file(gold, ROOT / gold.file)
        else:
            by_data.setdefault(gold.data or "", []).append(gold)
    for name, wanted in by_data.items():
        if data is None:
            yield from (Missing(gold, "public data, give --data", False) for gold in wanted)
        else:
            yield from _from_data(wanted, data / f"{name}.jsonl.xz")


def _from_file(gold: Gold, path: Path) -> tuple[Gold, Notice] | Missing:
    try:
        if not _is_as_labelled(gold, path.read_text(encoding="utf-8")):
            return Missing(gold, "the file is not the one that was labelled", True)
        return gold, understand(path, gold.id)
    except (OSError, UnicodeDecodeError, UnreadableFile) as error:
        return Missing(gold, str(error), True)


def _from_data(wanted: list[Gold], path: Path) -> Iterator[tuple[Gold, Notice] | Missing]:
    texts = dict(_records(path, {gold.record or "" for gold in wanted}))
    for gold in wanted:
        text = texts.get(gold.record or "")
        if text is None:
            yield Missing(gold, f"{path.name} has no record {gold.record}", True)
        elif not _is_as_labelled(gold, text):
            yield Missing(gold, "the record is not the one that was labelled", True)
        else:
            yield gold, understand_text(text, gold.id, source=gold.id, sha256=gold.sha256)


def _records(path: Path, ids: set[str]) -> Iterator[tuple[str, str]]:
    try:
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                if record["id"] in ids:
                    yield record["id"], record["text"]
    except (OSError, lzma.LZMAError, ValueError) as error:
        raise UsageError(
            f"The public data {path} cannot be read ({error}). Give --data the folder that holds it."
        ) from error


def _is_as_labelled(gold: Gold, text: str) -> bool:
    same_length = len(text) == gold.characters
    return same_length and sha256(text.encode("utf-8")).hexdigest() == gold.sha256
