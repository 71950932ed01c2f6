"""Where a section may be cut, and how dearly: the pieces that passages are packed from.

Lines part before the points of a list, points before sentences, sentences before clauses. What
belongs together is one piece: a heading and what it heads, also one inside a paragraph
(启动小老虎企业培育工程。重点围绕…), a lead sentence (…如下：) and the first point, a table's
caption and its first row, a task and the bracket that says who is responsible.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, starmap

from langchain_text_splitters import RecursiveCharacterTextSplitter

from corpus.cleaning import Line
from corpus.headings import is_row
from corpus.items import items
from corpus.openings import opening
from corpus.sentences import Span, sentences, statements

PASSAGE_CHARACTERS = 400
SEPARATORS = ["\n", "。", "；", ";", "，", ",", "、", ""]
# What a cut costs before a line, a row, a point of a list, a sentence, a statement, and anywhere.
LINE, ROW, POINT, SENTENCE, STATEMENT, FORCED = 0.0, 0.3, 0.5, 1.0, 2.0, 6.0
LEADS = re.compile(r"[：:]$")
BRACKET = re.compile(
    r"[（(【\[](?:责任|牵头|配合|完成|区|市|县|省|各|由)[^\n]{0,200}[）)】\]][。；;]?$"
)
CAPTION = re.compile(r"(?:附?表\s{0,3}\d{0,3}|单位\s{0,3}[:：]|专栏)")


@dataclass(frozen=True, slots=True)
class Unit:
    """``text[start:end]``, which is not cut, and what a cut before it costs."""

    start: int
    end: int
    cost: float


def units(text: str, block: Sequence[Line], heading_end: int) -> list[Unit]:
    """Return the pieces of neighbouring lines, in order.

    :param heading_end: where the heading of the section ends; what stands after it stays with it.
    """
    found: list[Unit] = []
    for line in block:
        for unit in _of_line(text, line):
            if found and _belongs(text, found[-1], unit, heading_end):
                found[-1] = Unit(found[-1].start, unit.end, found[-1].cost)
            else:
                found.append(unit)
    return found


def split(text: str, block: Span, characters: int = PASSAGE_CHARACTERS) -> Iterator[Span]:
    """Yield the pieces of bounded size that the recursive splitter makes of a stretch of text."""
    position = block.start
    # Nothing is stripped and nothing overlaps, so the pieces laid end to end are the block.
    for piece in _splitter(characters).split_text(text[block.start : block.end]):
        stripped = piece.strip()
        start = position + piece.find(stripped)
        position += len(piece)
        if stripped:
            yield Span(start, start + len(stripped))


@lru_cache(maxsize=8)
def _splitter(characters: int) -> RecursiveCharacterTextSplitter:
    return RecursiveCharacterTextSplitter(
        chunk_size=characters,
        chunk_overlap=0,
        separators=SEPARATORS,
        keep_separator="end",
        strip_whitespace=False,
    )


def _of_line(text: str, line: Line) -> Iterator[Unit]:
    cost = ROW if is_row(text, line) else LINE
    points = {span.start for span in items(text, line.start, line.end)}
    for sentence in sentences(text, line.start, line.end):
        for part in _parts(sentence, points):
            inside = POINT if part.start in points else SENTENCE
            yield from _bounded(text, part, cost if part.start == line.start else inside)


def _parts(sentence: Span, points: set[int]) -> Iterator[Span]:
    """Yield a sentence cut before each point of a list that begins in it."""
    inside = sorted(point for point in points if sentence.start < point < sentence.end)
    yield from starmap(Span, pairwise([sentence.start, *inside, sentence.end]))


def _bounded(text: str, part: Span, cost: float) -> Iterator[Unit]:
    if part.end - part.start <= PASSAGE_CHARACTERS:
        yield Unit(part.start, part.end, cost)
        return
    for index, statement in enumerate(statements(text, *part)):
        first = cost if index == 0 else STATEMENT
        for number, span in enumerate(split(text, statement)):
            yield Unit(span.start, span.end, FORCED if number else first)


def _belongs(text: str, before: Unit, unit: Unit, heading_end: int) -> bool:
    """Return whether a unit may not be cut off from the one before it."""
    if unit.end - before.start > PASSAGE_CHARACTERS:
        return False
    words = text[unit.start : unit.end].strip()
    above = text[before.start : before.end].rstrip()
    return (
        before.end <= heading_end + 1
        or (LEADS.search(above) is not None)
        or opening(text, before.start, unit.end) == Span(before.start, before.end - 1)
        or BRACKET.match(words) is not None
        or (len(above) <= 30 and CAPTION.match(above) is not None)
    )
