"""The labelled documents: what a person who reads them says of each field."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.errors import UsageError
from corpus.notice import Years

Part = Literal["dev", "dev2", "test"]

FIELDS = (
    "place",
    "plan_years",
    "issued_on",
    "document_number",
    "title",
    "issuer",
    "effective_on",
    "status",
    "review_years",
    "notice_type",
)


@dataclass(frozen=True, slots=True)
class Gold:
    """A document, where its text is, and the value of each field; None where it does not say.

    `file` is a path from the root of the project; `data` and `record` name a line of the public
    data instead. `characters` and `sha256` are those of the text when it was labelled.
    """

    id: str
    split: Part
    layout: str
    file: str | None
    data: str | None
    record: str | None
    characters: int
    sha256: str
    values: Mapping[str, str | None]


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
            found["id"],
            found["split"],
            found["layout"],
            found.get("file"),
            found.get("data"),
            found.get("record"),
            found["characters"],
            found["sha256"],
            {field: _value(found[field]) for field in FIELDS},
        )
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{where} is no labelled document ({error}). See eval/metadata/README.md."
        ) from error


def _value(value: object) -> str | None:
    if value is None:
        return None
    return str(Years(*value)) if isinstance(value, list) else str(value)
