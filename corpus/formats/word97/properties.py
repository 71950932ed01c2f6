"""What a DOC file says of its characters and paragraphs: changes from the default (sprms)."""

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from corpus.formats.edges import Edge
from corpus.formats.word97.file import CHARACTERS, PARAGRAPHS, DocFile

T = TypeVar("T")
PAGE = 512
# [MS-DOC] 2.6.1 to 2.6.3.
DELETED, HIDDEN, SYMBOL, RAISED = 0x0800, 0x083C, 0x6A09, 0x2A48
IN_TABLE, ROW_END, INNER_CELL, DEPTH, LIST, ELSEWHERE = (
    0x2416,
    0x2417,
    0x244B,
    0x260A,
    0x460B,
    (0x6645, 0x6646),
)
CELLS, LONG_TABS, MERGED_DOWN = 0xD608, 0xC615, 0xD62B
OPERAND = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is said of a paragraph; None where its style says it.

    `is_inner` is whether it ends a cell of a table within a cell.
    """

    style: int = 0
    in_table: bool = False
    is_row_end: bool = False
    is_inner: bool = False
    depth: int | None = None
    list_number: int | None = None
    edges: tuple[Edge, ...] = ()


class Paragraphs:
    """The properties of every paragraph of a file, by where its end stands."""

    def __init__(self, file: DocFile) -> None:
        self._file = file
        found = sorted(_runs(file, PARAGRAPHS), key=lambda run: run[0])
        self._starts = [start for start, _, _ in found]
        self._changes = [changes for _, _, changes in found]

    def at(self, position: int) -> Paragraph:
        """Return the properties of the paragraph whose mark is the character at the position."""
        index = bisect_right(self._starts, self._file.offset_of(position)) - 1
        changes = self._changes[index] if index >= 0 else b""
        if len(changes) < 2:
            return Paragraph()
        (style,) = struct.unpack_from("<H", changes)
        return changed(Paragraph(style), changes[2:], self._file.data)


def changed(paragraph: Paragraph, changes: bytes, data: bytes = b"") -> Paragraph:
    """Return the paragraph with what a list of changes says."""
    for code, operand in sprms(changes):
        value = int.from_bytes(operand[:2], "little")
        if code == IN_TABLE:
            paragraph = replace(paragraph, in_table=bool(value))
        elif code == ROW_END:
            paragraph = replace(paragraph, is_row_end=bool(value))
        elif code == INNER_CELL:
            paragraph = replace(paragraph, is_inner=bool(value))
        elif code == DEPTH:
            paragraph = replace(paragraph, depth=min(value, 8))
        elif code == LIST:
            paragraph = replace(paragraph, list_number=value)
        elif code == CELLS:
            paragraph = replace(paragraph, edges=_edges(operand))
        elif code == MERGED_DOWN and len(operand) > 1 and operand[0] < len(paragraph.edges):
            edges = list(paragraph.edges)
            edges[operand[0]] = replace(edges[operand[0]], is_merged=operand[1] == 1)
            paragraph = replace(paragraph, edges=tuple(edges))
        elif code in ELSEWHERE and data:
            place = int.from_bytes(operand, "little")
            length = int.from_bytes(data[place : place + 2], "little")
            paragraph = changed(paragraph, data[place + 2 : place + 2 + length])
    return paragraph


def unseen(file: DocFile) -> list[tuple[int, int]]:
    """Return the pairs of positions between which the text is deleted or hidden."""

    def is_unseen(changes: bytes) -> bool:
        return any(
            code in (DELETED, HIDDEN) and operand[:1] == b"\1" for code, operand in sprms(changes)
        )

    return [(start, end) for start, end, _ in _spans(file, is_unseen)]


def raised(file: DocFile) -> list[tuple[int, int]]:
    """Return the pairs of positions between which the text is raised, as an exponent is."""

    def is_raised(changes: bytes) -> bool:
        return any(code == RAISED and operand == b"\1" for code, operand in sprms(changes))

    return [(start, end) for start, end, _ in _spans(file, is_raised)]


def symbols(file: DocFile) -> list[tuple[int, int, str]]:
    """Return where characters of fonts of symbols stand, for which the text has another."""

    def symbol(changes: bytes) -> str:
        codes = [operand[2:4] for code, operand in sprms(changes) if code == SYMBOL]
        return codes[-1].decode("utf-16-le", "replace") if codes else ""

    return _spans(file, symbol)


def _spans(file: DocFile, find: Callable[[bytes], T]) -> list[tuple[int, int, T]]:
    """Return the positions between which the characters have what is looked for."""
    known = [(start, end, find(changes)) for start, end, changes in _runs(file, CHARACTERS)]
    runs = sorted((run for run in known if run[2]), key=lambda run: run[:2])
    starts = [start for start, *_ in runs]
    spans = []
    for piece in file.pieces:
        last = piece.offset + (piece.end - piece.start) * piece.width
        for start, end, found in runs[max(bisect_right(starts, piece.offset) - 1, 0) :]:
            if start >= last:
                break
            first = piece.start + (max(start, piece.offset) - piece.offset) // piece.width
            after = piece.start + (min(end, last) - piece.offset) // piece.width
            if first < after:
                spans.append((first, after, found))
    return spans


def sprms(changes: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the code and the operand of each change."""
    place = 0
    while place + 2 < len(changes):
        (code,) = struct.unpack_from("<H", changes, place)
        place += 2
        length = OPERAND.get(code >> 13)
        if code == CELLS:
            length = int.from_bytes(changes[place : place + 2], "little") - 1
            place += 2
        elif length is None:
            length = changes[place]
            place += 1
            if code == LONG_TABS and length == 255:
                return
        yield code, changes[place : place + length]
        place += max(length, 0)


def _runs(file: DocFile, index: int) -> Iterator[tuple[int, int, bytes]]:
    """Yield where in the file a run begins and ends, and the changes that count for it."""
    plc = file.part(index)
    count = max(len(plc) - 4, 0) // 8
    for (number,) in struct.iter_unpack("<I", plc[4 * (count + 1) : 4 * (2 * count + 1)]):
        page = file.main[(number & 0x3FFFFF) * PAGE :][:PAGE]
        if len(page) < PAGE or page[-1] > 101:
            continue
        runs = page[-1]
        ends = struct.unpack_from(f"<{runs + 1}I", page)
        for run in range(runs):
            yield ends[run], ends[run + 1], _changes(page, runs, run, index == PARAGRAPHS)


def _changes(page: bytes, runs: int, run: int, of_paragraphs: bool) -> bytes:
    place = 4 * (runs + 1) + (13 if of_paragraphs else 1) * run
    offset = 2 * page[place] if place < PAGE else 0
    if not offset:
        return b""
    length = page[offset]
    if not of_paragraphs:
        return page[offset + 1 : offset + 1 + length]
    if length:
        return page[offset + 1 : offset + 2 * length]
    return page[offset + 2 : offset + 2 + 2 * page[offset + 1]]


def _edges(operand: bytes) -> tuple[Edge, ...]:
    """Return the right edge of each cell of a row, and how it is merged (TDefTableOperand)."""
    count = operand[0] if operand else 0
    if len(operand) < 1 + 2 * (count + 1):
        return ()
    places = struct.unpack_from(f"<{count + 1}h", operand, 1)
    flags = [
        int.from_bytes(operand[start : start + 2], "little")
        for start in range(1 + 2 * (count + 1), 1 + 2 * (count + 1) + 20 * count, 20)
    ]
    return tuple(
        Edge(right, is_merged=flag >> 5 & 3 == 1, is_widened=flag & 3 == 1)
        for right, flag in zip(places[1:], flags, strict=True)
    )
