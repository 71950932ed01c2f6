"""The labelled outlines: what a person who reads a document says are its headings and items."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UsageError
from eval.labelled import Source, read_rows


@dataclass(frozen=True, slots=True)
class GoldHeading:
    """A heading: where its marker begins, its level from 1, its words as they stand."""

    start: int
    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Gold:
    """The outline of a document; what begins at `optional` offsets is neither right nor wrong."""

    source: Source
    split: str
    headings: tuple[GoldHeading, ...]
    items: frozenset[int]
    optional: frozenset[int]


def read_labels(path: Path) -> list[Gold]:
    """Return the labelled outlines of a file, in order.

    :raises UsageError: if the file cannot be read, or a line of it is no labelled outline.
    """
    return list(_golds(path))


def _golds(path: Path) -> Iterator[Gold]:
    for where, row in read_rows(path):
        try:
            yield Gold(
                Source.of(row),
                row["split"],
                tuple(GoldHeading(*heading) for heading in row["headings"]),
                frozenset(row["items"]),
                frozenset(row["optional"]),
            )
        except (KeyError, TypeError) as error:
            raise UsageError(
                f"{where} is no labelled outline ({error}). See eval/outline/README.md."
            ) from error
