"""What a document is made of, whichever program opens it."""

from dataclasses import dataclass
from typing import Literal

# `item` is a point of a list, `aside` what is said about an answer.
Look = Literal["text", "item", "aside", "quote", "reference"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text; a `marker` is ours and points to a reference, all else is only text."""

    text: str
    strong: bool = False
    marker: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a question, 0 the title of the document."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of runs; only a quote may have line breaks."""

    runs: Runs
    look: Look = "text"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: what all rows share, the headings, and the cells row by row."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]


Block = Heading | Paragraph | Grid


def marker(number: int) -> Run:
    """Return the run that points to a reference."""
    return Run(f"[{number}]", marker=True)
