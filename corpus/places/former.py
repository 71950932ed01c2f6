"""What became of divisions that are no more: renamed, merged into others (`data/former.tsv`)."""

from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

How = Literal["renamed", "merged", "dissolved"]


class Change(NamedTuple):
    """The end of a division: in which year, and the codes of those it became or became part of.

    One that was renamed (襄樊市, 奉化市) is the same place under another name; one that was merged
    (闸北区) is a part of another; of one that was dissolved no successor is known.
    """

    year: int
    how: How
    successors: tuple[str, ...]


class FormerRow(NamedTuple):
    """A row of the table."""

    code: str
    name: str
    short: str
    level: str
    pinyin: str
    change: Change


@lru_cache(maxsize=1)
def former_rows() -> tuple[FormerRow, ...]:
    """Return the divisions that are no more, in the order of their codes."""
    lines = (files("corpus") / "data" / "former.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_row(line.split("\t")) for line in lines[1:])


def _row(cells: list[str]) -> FormerRow:
    code, name, short, level, pinyin, year, successors, how, _ = cells
    codes = tuple(successors.split("|")) if successors else ()
    became: How = "renamed" if how == "renamed" else "merged" if codes else "dissolved"
    return FormerRow(code, name, short, level, pinyin, Change(int(year), became, codes))


@lru_cache(maxsize=1)
def _changes() -> dict[tuple[str, str], Change]:
    return {(row.code, row.name): row.change for row in former_rows()}


def change_of(code: str, name: str) -> Change | None:
    """Return what became of the division that had this code and name; None for one there is."""
    return _changes().get((code, name))
