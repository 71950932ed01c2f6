"""The streams of a DOC file and its text: where each character stands in the file."""

import struct
from bisect import bisect_right
from dataclasses import dataclass

from corpus.errors import UnreadableFile

IDENTIFIER, FIRST_VERSION = 0xA5EC, 0x00C1
ENCRYPTED, SECOND_TABLE = 0x0100, 0x0200
# Offsets in the FIB of [MS-DOC] 2.5.1: the lengths of the parts of the text, the pairs (fc, lcb).
LENGTHS, PAIRS = 0x4C, 0x9A
STYLES, CHARACTERS, PARAGRAPHS, CLX, LISTS, LIST_USES = 1, 12, 13, 33, 73, 74
COMPRESSED = 0x40000000


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters of one width that stand side by side in the file."""

    start: int
    end: int
    offset: int
    width: int


@dataclass(frozen=True, slots=True)
class Regions:
    """The parts of the text as pairs of character positions."""

    body: tuple[int, int]
    footnotes: tuple[int, int]
    endnotes: tuple[int, int]
    boxes: tuple[int, int]


class DocFile:
    """A document's text, its parts, and the tables of its properties."""

    def __init__(self, main: bytes, streams: dict[str, bytes]) -> None:
        identifier, version = struct.unpack_from("<HH", main, 0)
        (flags,) = struct.unpack_from("<H", main, 0x0A)
        if identifier != IDENTIFIER or version < FIRST_VERSION:
            raise UnreadableFile("The file is older than Word 97. Save it as DOCX.")
        if flags & ENCRYPTED:
            raise UnreadableFile("The file is protected by a password. Save it without one.")
        self.main = main
        self.data = streams.get("Data", b"")
        self._table = streams.get("1Table" if flags & SECOND_TABLE else "0Table", b"")
        self.pieces = _pieces(self.part(CLX), len(main))
        self._starts = [piece.start for piece in self.pieces]
        self.text = "".join(_text(main, piece) for piece in self.pieces)
        self.regions = _regions(main, len(self.text))

    def part(self, index: int, rest: bool = False) -> bytes:
        """Return a structure of the table stream; with `rest` also what follows it."""
        start, length = struct.unpack_from("<II", self.main, PAIRS + 8 * index)
        return self._table[start:] if rest and length else self._table[start : start + length]

    def offset_of(self, position: int) -> int:
        """Return where in the file a character stands."""
        piece = self.pieces[max(bisect_right(self._starts, position) - 1, 0)]
        return piece.offset + (position - piece.start) * piece.width


def _pieces(clx: bytes, size: int) -> list[Piece]:
    place = 0
    while clx[place : place + 1] == b"\x01":
        place += 3 + int(struct.unpack_from("<H", clx, place + 1)[0])
    if clx[place : place + 1] != b"\x02":
        raise UnreadableFile("The file is damaged: where its text stands is lost. Save it anew.")
    (length,) = struct.unpack_from("<I", clx, place + 1)
    table = clx[place + 5 : place + 5 + length]
    count = (len(table) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", table)
    found, begin = [], 0
    for number in range(count):
        (fc,) = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * number + 2)
        width = 1 if fc & COMPRESSED else 2
        offset = (fc & ~COMPRESSED) // (3 - width)
        # Positions that run backwards, or beyond the file, would name text that is not there.
        end = min(ends[number + 1], begin + max(size - offset, 0) // width)
        if ends[number] != begin or end < begin:
            raise UnreadableFile("The file is damaged: its text is cut off. Save it anew.")
        found.append(Piece(begin, end, offset, width))
        begin = end
    return found


def _text(main: bytes, piece: Piece) -> str:
    length = (piece.end - piece.start) * piece.width
    data = main[piece.offset : piece.offset + length]
    text = data.decode("cp1252" if piece.width == 1 else "utf-16-le", "replace")
    return text if len(text) == piece.end - piece.start else _in_halves(data)


def _in_halves(data: bytes) -> str:
    """Return one character for two bytes, also where both halves are one character beyond FFFF."""
    return "".join(
        chr(unit) for unit in struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])
    )


def _regions(main: bytes, size: int) -> Regions:
    body, footnotes, headers, macros, comments, endnotes, boxes = (
        max(length, 0) for length in struct.unpack_from("<7i", main, LENGTHS)
    )
    notes = body + footnotes
    later = notes + headers + macros + comments
    places = (
        (0, body), (body, notes), (later, later + endnotes), (later + endnotes, later + endnotes + boxes),
    )  # fmt: skip
    return Regions(*((min(start, size), min(end, size)) for start, end in places))
