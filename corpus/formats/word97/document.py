"""The lines of a DOC file, in the order in which they print.

Left out are deleted and hidden text, tables of contents and running headers. Text boxes follow the
body, footnotes and endnotes come last.
"""

import io
import re
from collections.abc import Iterator
from itertools import compress

import olefile
from olefile.olefile import OleFileError

from corpus.errors import UnreadableFile
from corpus.formats import tables
from corpus.formats.edges import Edge, rows_of
from corpus.formats.extracted import RAISED, Extracted, of_lines
from corpus.formats.word97.fields import instructions
from corpus.formats.word97.file import DocFile
from corpus.formats.word97.lists import Lists
from corpus.formats.word97.properties import Paragraph, Paragraphs, raised, symbols, unseen

OTHERS = (
    ("EncryptedPackage", "The file is protected by a password. Save it without one."),
    ("Workbook", "The file is a workbook of Excel 97 (XLS). Save it as XLSX."),
    ("Book", "The file is a workbook of Excel 95 (XLS). Save it as XLSX."),
    ("PowerPoint Document", "The file is a presentation (PPT). Save it as PDF."),
)
CELL = "\x07"
MARK = re.compile("[\r\f\x07]")
SIGNS = str.maketrans({"\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\t": " "})


def read(data: bytes) -> Extracted:
    """Return the lines of a document.

    :raises UnreadableFile: if it is protected, older than Word 97, or no document.
    """
    try:
        main, streams = _streams(data)
    except OleFileError as error:
        raise UnreadableFile(
            "The file is cut off or damaged: its streams cannot be opened. Get it anew."
        ) from error
    return of_lines(_Document(DocFile(main, streams)).lines())


def _streams(data: bytes) -> tuple[bytes, dict[str, bytes]]:
    """Return the stream that holds the text, and those that say what is what in it."""
    with olefile.OleFileIO(io.BytesIO(data)) as file:
        for stream, sentence in OTHERS:
            if file.exists(stream):
                raise UnreadableFile(sentence)
        if not file.exists("WordDocument"):
            raise UnreadableFile("The file holds no document of Word. Save it as DOCX or PDF.")
        names = [name for name in ("0Table", "1Table", "Data") if file.exists(name)]
        streams = {name: file.openstream(name).read() for name in names}
        return file.openstream("WordDocument").read(), streams


class _Document:
    """The walk over the text; its numbers count from the first paragraph to the last."""

    def __init__(self, file: DocFile) -> None:
        self._file = file
        self._paragraphs, self._lists = Paragraphs(file), Lists(file)
        chars = list(file.text)
        for start, end, symbol in symbols(file):
            chars[start:end] = symbol * (end - start)
        for start, end in raised(file):
            chars[start:end] = "".join(chars[start:end]).translate(RAISED)
        self._text = "".join(chars)
        self._seen = bytearray(b"\1") * len(file.text)
        for start, end in [*unseen(file), *instructions(file.text)]:
            self._seen[start:end] = bytes(end - start)

    def lines(self) -> Iterator[str]:
        """Yield the lines of the body, of text boxes, of notes."""
        regions = self._file.regions
        for start, end in (regions.body, regions.boxes, regions.footnotes, regions.endnotes):
            yield from self._region(start, end)

    def _region(self, start: int, end: int) -> Iterator[str]:
        rows: list[list[tuple[Edge, str]]] = []
        cells: list[str] = []
        written: list[str] = []
        for mark, text, paragraph in self._marked(start, end):
            written += f"{text}；".split("\n") if text and paragraph.is_inner else text.split("\n")
            if mark == CELL and paragraph.is_row_end:
                known = [*paragraph.edges, *(Edge() for _ in cells[len(paragraph.edges) :])]
                rows.append(list(zip(known, cells, strict=False)))
                cells, written = [], []
            elif mark == CELL:
                cells.append("\n".join(written))
                written = []
            elif not paragraph.in_table:
                yield from tables.lines(rows_of(rows))
                yield from [*cells, *written]
                rows, cells, written = [], [], []
        yield from tables.lines(rows_of(rows))
        yield from [*cells, *written]

    def _marked(self, start: int, end: int) -> Iterator[tuple[str, str, Paragraph]]:
        """Yield the mark, the text with its number, and the properties of each paragraph."""
        begin = start
        for found in MARK.finditer(self._file.text, start, end):
            place = found.start()
            if found[0] != CELL and not self._seen[place]:
                continue  # A paragraph whose end is deleted goes on in the next.
            paragraph = self._paragraphs.at(place)
            yield found[0], self._numbered(self._shown(begin, place), paragraph), paragraph
            begin = place + 1
        yield "", self._shown(begin, end), Paragraph()

    def _shown(self, start: int, end: int) -> str:
        text = "".join(compress(self._text[start:end], self._seen[start:end]))
        # Positions count the halves of a character beyond U+FFFF; here they are one again.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return text.replace(CELL, "").translate(SIGNS).strip()

    def _numbered(self, text: str, paragraph: Paragraph) -> str:
        label = self._lists.label(paragraph) if text else ""
        return f"{label} {text}" if label[-1:].isalnum() else f"{label}{text}"
