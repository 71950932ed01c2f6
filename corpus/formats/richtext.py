"""Documents in RTF to lines: striprtf reads the text, we what it leaves out: tables, notes, lists.

Where a table has its cells and a paragraph its automatic number is marked with control characters
before striprtf reads the file (`rtf_source`), and found by them in the text that comes out.
"""

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from corpus.decoding import HAN
from corpus.formats import rtf_source, tables
from corpus.formats.edges import Edge, rows_of
from corpus.formats.extracted import Extracted, of_lines
from corpus.formats.rtf_source import CELL, EDGE, INNER, LABEL, MERGED, NEW_ROW, ROW, WIDENED

MARK = re.compile(f"([{CELL}{ROW}{NEW_ROW}{MERGED}{WIDENED}]|{EDGE}-?\\d{{1,9}};)")
LABELLED = re.compile(f"{LABEL}([^\n\t{LABEL}]{{0,40}})\t?")
# A single letter is a bullet in the font Wingdings.
NUMBER = re.compile(r"[^\W_]{2,}|[^\W_]\W|\W[^\W_]|[\u4e00-\u9fff①-⑳\d]")
CHINESE = {"936": "134", "54936": "134", "950": "136"}


def read(data: bytes) -> Extracted:
    """Return the lines of a document, its footnotes last."""
    source = data.decode("latin-1")
    page = rtf_source.code_page(source)
    text = _text(source, page)
    if page not in CHINESE and not HAN.search(text):
        text = _text(source, "936")  # Some programs state Western and write GBK.
    found = of_lines(_lines(LABELLED.sub(_label, text.replace(INNER, "；"))))
    if rtf_source.is_cut(source):
        return Extracted(found.text, warnings=("The RTF file is cut off: its end is missing.",))
    return found


def _text(source: str, page: str) -> str:
    marked = rtf_source.marked(source, CHINESE.get(page))
    text: str = rtf_to_text(marked, encoding=f"cp{page}", errors="replace")  # type: ignore[no-untyped-call]
    # RTF writes a character beyond U+FFFF as its two halves.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _label(found: re.Match[str]) -> str:
    label = found[1].strip()
    if not NUMBER.search(label):
        return ""
    return f"{label} " if label[-1].isalnum() else label


def _lines(text: str) -> Iterator[str]:
    """Yield the paragraphs and, where marks make a row of cells, the lines of their table."""
    rows: list[list[tuple[Edge, str]]] = []
    edges: list[Edge] = []
    cells: list[str] = []
    edge, written = Edge(), ""
    for piece in MARK.split(text):
        if piece == CELL:
            cells.append(written)
            written = ""
        elif piece == ROW:
            known = [*edges, *(Edge() for _ in cells[len(edges) :])]
            rows.append(list(zip(known, cells, strict=False)))
            cells, written = [], ""
        elif piece == NEW_ROW:
            if not cells and written.strip():
                yield from tables.lines(rows_of(rows))
                yield from written.split("\n")
                rows, written = [], ""
            edges = []
        elif piece in (MERGED, WIDENED):
            edge = Edge(is_merged=piece == MERGED, is_widened=piece == WIDENED)
        elif piece.startswith(EDGE):
            edges.append(Edge(int(piece[1:-1]), edge.is_merged, edge.is_widened))
            edge = Edge()
        else:
            written += piece
    yield from tables.lines(rows_of(rows))
    yield from "\n".join([*cells, written]).split("\n")
