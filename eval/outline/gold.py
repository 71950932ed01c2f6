"""The labelled outlines: the headings and items of each document, as a person finds them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from corpus.errors import UsageError

Half = Literal["dev", "test"]


class GoldHeading(NamedTuple):
    """Where a heading begins, how deep it stands (from 1), and its words with the marker."""

    start: int
    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A document, where its text is, and its outline; see eval/outline/README.md.

    `optional` are headings that are neither right nor wrong; so are those `inside` a paragraph,
    which are counted apart, and where they were not labelled (None) all that are read there.
    `characters` and `sha256` are those of the text when it was labelled.
    """

    id: str
    file: str | None
    data: str | None
    record: str | None
    characters: int
    sha256: str
    headings: tuple[GoldHeading, ...]
    items: frozenset[int]
    optional: frozenset[int]
    inside: frozenset[int] | None


def read_labels(path: Path) -> list[Gold]:
    """Return the labelled documents of a file, in order.

    :raises UsageError: if the file cannot be read, or a line of it is no labelled document.
    """
    try:
        rows = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The labels {path} cannot be read ({error}).") from error
    return [_gold(row, f"{path.name}, line {number}") for number, row in enumerate(rows, 1) if row]


def _gold(row: str, where: str) -> Gold:
    try:
        found = json.loads(row)
        return Gold(
            id=found["id"],
            file=found.get("file"),
            data=found.get("data"),
            record=found.get("record"),
            characters=found["characters"],
            sha256=found["sha256"],
            headings=tuple(GoldHeading(*heading) for heading in found["headings"]),
            items=frozenset(found["items"]),
            optional=frozenset(found["optional"]),
            inside=frozenset(found["inside"]) if "inside" in found else None,
        )
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{where} is no labelled outline ({error}). See eval/outline/README.md."
        ) from error
