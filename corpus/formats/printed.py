"""Lines as they stand on printed pages, and which of them are running heads and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

# Running heads stand in the outer strips of a page, in parts of its height.
MARGIN = 0.1
PAGE_NUMBER = re.compile(
    r"[-—–－─·•\s]{0,6}(?:第\s{0,3})?\d{1,4}\s{0,3}(?:页)?(?:\s{0,3}[/,，共]{1,2}\s{0,3}\d{1,4}\s{0,3}页?)?"
    r"[-—–－─·•\s]{0,6}|[-—–－\s]{0,6}[ivxIVX]{1,5}[-—–－\s]{0,6}"
)
DIGITS = re.compile(r"\d{1,9}")
FEWEST_REPEATS = 3


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line in points from the left and the top of its page; `em` is the width of a Han character."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    em: float

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class TableLines:
    """The rows of a ruled table, as lines, and where the table stands."""

    lines: tuple[str, ...]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page from 1, its size in points, and what stands on it from the top down."""

    number: int
    width: float
    height: float
    parts: tuple[PrintedLine | TableLines, ...]

    @property
    def lines(self) -> Iterator[PrintedLine]:
        """The lines that are in no table."""
        return (part for part in self.parts if isinstance(part, PrintedLine))


def without_running_heads(pages: Sequence[PrintedPage]) -> list[PrintedPage]:
    """Return the pages without page numbers and without lines that the margins of pages repeat."""
    repeated = Counter(
        key
        for page in pages
        for key in {_key(line) for line in page.lines if _in_margin(line, page)}
    )
    most = min(FEWEST_REPEATS, max(2, len(pages) // 2))
    return [
        replace(
            page,
            parts=tuple(part for part in page.parts if not _runs(part, page, repeated, most)),
        )
        for page in pages
    ]


def _runs(
    part: PrintedLine | TableLines, page: PrintedPage, repeated: Counter[str], most: int
) -> bool:
    if isinstance(part, TableLines) or not _in_margin(part, page):
        return False
    return bool(PAGE_NUMBER.fullmatch(part.text.strip())) or repeated[_key(part)] >= most


def _in_margin(line: PrintedLine, page: PrintedPage) -> bool:
    strip = MARGIN * page.height
    return line.middle < strip or line.middle > page.height - strip


def _key(line: PrintedLine) -> str:
    """Return what is the same of a running head on every page; at the bottom or at the top."""
    return DIGITS.sub("0", "".join(line.text.split()))
