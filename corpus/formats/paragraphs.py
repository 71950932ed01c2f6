"""Printed lines to the paragraphs that were broken into them, within pages and across them.

A line goes on with the next where it reaches the right edge of the text and the next begins at the
left edge: a paragraph of an official document begins with an indent of two characters
(GB/T 9704-2012 7.3.3), and its last line rarely ends at the edge.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.formats.printed import PrintedLine, PrintedPage, TableLines

Pieces = list[tuple[int, str]]

# In widths of a Han character.
SHORT_OF_EDGE, INDENT, DEEPEST_INDENT, SAME_LINE = 2.2, 1.2, 3.2, 0.5
SAME_SIZE = 0.15
SAME_EDGE = 1.0
OPENS = re.compile(
    r"\s{0,4}(?:第[一二三四五六七八九十百\d]{1,5}[编章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|"
    r"\d{1,2}[.．、](?!\d)|[①-⑳]|附件|表\s?\d|注[:：])"
)
ENDS = re.compile(r"[。！？!?；;：:]”?\s{0,4}$")
# A line is not broken inside a word or number, behind an opening bracket, before a closing mark.
FIRST_WORD = re.compile(
    r"\s{0,4}([（(《“‘〔【]{0,3}(?:[!-~]{1,60}|.)[，。、；：？！）)》”’〕】％%]{0,4})"
)
A_FEW = 0.08
ENOUGH_FULL = 3
WIDER = 1.3


def paragraphs(pages: Sequence[PrintedPage]) -> Iterator[Pieces]:
    """Yield the paragraphs as pieces ``(page from 0, text)``, the rows of tables as they are."""
    edges = _Edges.of(pages)
    open_pieces: Pieces = []
    last: PrintedLine | None = None
    for number, part in ((page.number - 1, part) for page in pages for part in page.parts):
        if isinstance(part, TableLines):
            yield from filter(None, [open_pieces])
            open_pieces, last = [], None
            yield from ([(number, line)] for line in part.lines)
            continue
        same_page = bool(open_pieces) and open_pieces[-1][0] == number
        if last is not None and edges.goes_on(last, part, same_page=same_page):
            open_pieces.append((number, _glue(last.text, part.text) + part.text.strip()))
        else:
            yield from filter(None, [open_pieces])
            open_pieces = [(number, part.text.strip())]
        last = part
    yield from filter(None, [open_pieces])


@dataclass(frozen=True, slots=True)
class _Edges:
    """The left and right edge of the text, and how the document sets its paragraphs apart.

    `indents` is whether by an indent, `spaced` from which distance between lines by space; None if
    by no space.
    """

    left: float
    right: float
    indents: bool
    spaced: float | None

    @classmethod
    def of(cls, pages: Sequence[PrintedPage]) -> "_Edges":
        """Return the edges that most of the lines keep to."""
        lines = [line for page in pages for line in page.lines]
        if not lines:
            return cls(0.0, 0.0, False, None)
        em = median(line.em for line in lines)
        right = _right_edge(pages, lines, em)
        left = _edge([line.left for line in lines], em, rightmost=False)
        indented = [line for line in lines if INDENT * em < line.left - left < DEEPEST_INDENT * em]
        return cls(left, right, len(indented) >= A_FEW * len(lines), _spacing(pages))

    def goes_on(self, line: PrintedLine, following: PrintedLine, *, same_page: bool) -> bool:
        """Return whether the following line belongs to the paragraph of the line."""
        room = max(SHORT_OF_EDGE * line.em, _width_of_first_word(following) + line.em)
        is_full = self.right - line.right <= room
        at_left = following.left - self.left < INDENT * line.em
        alike = abs(following.em - line.em) <= SAME_SIZE * line.em
        if not (at_left and alike):
            return False
        if self.indents:
            # A line that is neither centred nor ended was broken early, before what may not part.
            is_set = line.left - self.left < DEEPEST_INDENT * line.em
            return is_full or (is_set and not ENDS.search(line.text))
        if not is_full:
            return False
        if self.spaced is not None and same_page:
            return following.top - line.bottom < self.spaced
        return not (ENDS.search(line.text) or OPENS.match(following.text))


def _right_edge(pages: Sequence[PrintedPage], lines: Sequence[PrintedLine], em: float) -> float:
    """Return where full lines end; of a few short lines, where the margin of the left has its like."""
    rights = [line.right for line in lines]
    right = _edge(rights, em, rightmost=True)
    if sum(abs(value - right) <= SAME_EDGE * em for value in rights) >= ENOUGH_FULL:
        return right
    return max(right, min(page.width for page in pages) - min(line.left for line in lines))


def _spacing(pages: Sequence[PrintedPage]) -> float | None:
    """Return the distance between lines from which on it parts paragraphs; None if none does."""
    gaps = [
        below.top - above.bottom
        for page in pages
        for above, below in pairwise(page.lines)
        if below.top > above.bottom
    ]
    usual = median(gaps) if gaps else 0.0
    wide = [gap for gap in gaps if gap > WIDER * usual]
    return WIDER * usual if wide and len(wide) >= A_FEW * len(gaps) else None


def _width_of_first_word(line: PrintedLine) -> float:
    """Return how much room the first word of a line would have needed: CMCC-PTQ is not broken."""
    word = FIRST_WORD.match(line.text)
    return sum(0.5 if char.isascii() else 1.0 for char in word[1]) * line.em if word else 0.0


def _edge(values: Sequence[float], em: float, *, rightmost: bool) -> float:
    """Return the outermost value that a fair share of the lines keeps to within a character."""
    enough = max(2, len(values) // 20) if len(values) > 4 else 1
    ordered = sorted(values, reverse=rightmost)
    return next(
        (v for v in ordered if sum(abs(other - v) <= SAME_EDGE * em for other in values) >= enough),
        ordered[0],
    )


def _glue(above: str, below: str) -> str:
    """Return the space between two words of Latin letters; nothing beside a Han character."""
    first, last = below.lstrip()[:1], above.rstrip()[-1:]
    return " " if first.isascii() and last.isascii() and first.isalnum() and last.isalnum() else ""


def same_line(parts: Iterable[PrintedLine]) -> Iterator[PrintedLine]:
    """Yield the lines with those pieces joined that stand beside each other."""
    line: PrintedLine | None = None
    for part in parts:
        if line and _beside(line, part):
            gap = part.left - line.right
            space = "  " if gap > line.em else ""
            line = PrintedLine(
                line.text + space + part.text,
                line.left,
                part.right,
                min(line.top, part.top),
                max(line.bottom, part.bottom),
                max(line.em, part.em),
            )
        else:
            yield from filter(None, [line])
            line = part
    yield from filter(None, [line])


def _beside(line: PrintedLine, part: PrintedLine) -> bool:
    return (
        abs(line.middle - part.middle) < SAME_LINE * min(line.em, part.em)
        and part.left >= line.right - SAME_LINE * line.em
    )
