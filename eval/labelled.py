"""The texts of the labelled documents: committed files, and records of the public data."""

import json
import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from corpus.decoding import decode
from corpus.errors import KewenError, UsageError

ROOT = Path(__file__).parents[1]


class Labelled(Protocol):
    """What was labelled, where its text is, and what the text was then.

    `file` is a path from the root of the project; `data` and `record` name a line of the public
    data instead.
    """

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def file(self) -> str | None: ...  # noqa: D102
    @property
    def data(self) -> str | None: ...  # noqa: D102
    @property
    def record(self) -> str | None: ...  # noqa: D102
    @property
    def characters(self) -> int: ...  # noqa: D102
    @property
    def sha256(self) -> str: ...  # noqa: D102


Gold = TypeVar("Gold", bound=Labelled)


@dataclass(frozen=True, slots=True)
class Missing(Generic[Gold]):
    """A document whose text is not there, and why; `at_fault` if it should have been."""

    gold: Gold
    reason: str
    at_fault: bool


def texts(golds: Sequence[Gold], data: Path | None) -> Iterator[tuple[Gold, str] | Missing[Gold]]:
    """Yield each document with its text, those of one file of the public data together.

    :param data: the folder with the public data; None leaves its records out.
    :raises UsageError: if a file of the public data cannot be read.
    """
    for gold in golds:
        if gold.file:
            yield _from_file(gold, ROOT / gold.file)
    for name in sorted({gold.data for gold in golds if gold.data}):
        wanted = [gold for gold in golds if gold.data == name]
        if data is None:
            yield from (Missing(gold, "public data, give --data", False) for gold in wanted)
        else:
            records = _records(data / f"{name}.jsonl.xz", {gold.record for gold in wanted})
            yield from (_checked(gold, records.get(gold.record)) for gold in wanted)


def left_out(missing: Sequence[Missing[Gold]]) -> str:
    """Return how many documents are left out, and why."""
    if not missing:
        return "none left out"
    reasons = sorted({each.reason for each in missing})
    return f"{len(missing)} left out ({'; '.join(reasons)})"


def faults(missing: Sequence[Missing[Gold]]) -> Iterator[str]:
    """Yield a sentence for each document that should have been there."""
    for each in missing:
        if each.at_fault:
            yield f"{each.gold.id} was left out: {each.reason}"


def _from_file(gold: Gold, path: Path) -> tuple[Gold, str] | Missing[Gold]:
    try:
        return _checked(gold, decode(path.read_bytes()))
    except (OSError, KewenError) as error:
        return Missing(gold, str(error), True)


def _checked(gold: Gold, text: str | None) -> tuple[Gold, str] | Missing[Gold]:
    if text is None:
        return Missing(gold, f"{gold.data} has no record {gold.record}", True)
    same_length = len(text) == gold.characters
    if same_length and sha256(text.encode("utf-8")).hexdigest() == gold.sha256:
        return gold, text
    return Missing(gold, "the text is not the one that was labelled", True)


def _records(path: Path, ids: set[str | None]) -> dict[str | None, str]:
    found: dict[str | None, str] = {}
    try:
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                if record["id"] in ids:
                    found[record["id"]] = record["text"]
    except (OSError, lzma.LZMAError, ValueError) as error:
        raise UsageError(
            f"The public data {path} cannot be read ({error}). Give --data the folder that holds it."
        ) from error
    return found
