"""The texts of labelled documents: committed files, and records of the public data."""

import json
import lzma
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpus.errors import UsageError

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Source:
    """Where the text of a labelled document is, and what it was when it was labelled.

    `file` is a path from the root of the project; `data` and `record` name a line of the public
    data instead.
    """

    id: str
    file: str | None
    data: str | None
    record: str | None
    characters: int
    sha256: str

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Source":
        """Return the source that a line of labels names.

        :raises KeyError: if a field is missing.
        """
        optional = (row.get("file"), row.get("data"), row.get("record"))
        return cls(row["id"], *optional, row["characters"], row["sha256"])


@dataclass(frozen=True, slots=True)
class Missing:
    """A document without its text, and why; `at_fault` if it should have been there."""

    source: Source
    reason: str
    at_fault: bool


def read_rows(path: Path) -> list[tuple[str, dict[str, Any]]]:
    """Return the JSON objects of a file of labels, each with where it stands.

    :raises UsageError: if the file cannot be read, or a line of it is no JSON object.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The labels {path} cannot be read ({error}).") from error
    return [
        (f"{path.name}, line {number}", _object(line, f"{path.name}, line {number}"))
        for number, line in enumerate(lines, 1)
        if line
    ]


def texts(sources: Iterable[Source], data: Path | None) -> Iterator[tuple[Source, str] | Missing]:
    """Yield each source with its text, those of one file of the public data together.

    :param data: the folder with the public data; None leaves its records out.
    :raises UsageError: if a file of the public data cannot be read.
    """
    by_data: dict[str, list[Source]] = {}
    for source in sources:
        if source.file:
            yield _from_file(source, ROOT / source.file)
        else:
            by_data.setdefault(source.data or "", []).append(source)
    for name, wanted in by_data.items():
        if data is None:
            yield from (Missing(source, "public data, give --data", False) for source in wanted)
        else:
            yield from _from_data(wanted, data / f"{name}.jsonl.xz")


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise UsageError(f"{where} is no JSON ({error}). Correct it.") from error
    if not isinstance(found, dict):
        raise UsageError(f"{where} is no JSON object. Correct it.")
    return found


def _from_file(source: Source, path: Path) -> tuple[Source, str] | Missing:
    try:
        return _checked(source, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        return Missing(source, str(error), True)


def _from_data(wanted: list[Source], path: Path) -> Iterator[tuple[Source, str] | Missing]:
    found = dict(_records(path, {source.record or "" for source in wanted}))
    for source in wanted:
        text = found.get(source.record or "")
        if text is None:
            yield Missing(source, f"{path.name} has no record {source.record}", True)
        else:
            yield _checked(source, text)


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


def _checked(source: Source, text: str) -> tuple[Source, str] | Missing:
    is_same = len(text) == source.characters
    if is_same and sha256(text.encode("utf-8")).hexdigest() == source.sha256:
        return source, text
    return Missing(source, "the text is not the one that was labelled", True)
