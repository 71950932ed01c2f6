"""Documents of Word (DOCX, and the XML of Word 2003) to lines, in the order of their body.

Read from their parts rather than through python-docx, which refuses files that WPS writes with a
reference to a part that is not there. What is read is what prints: insertions, text boxes and
automatic numbers, no deletions, no hidden text, no running headers, no table of contents.
"""

import re
from collections.abc import Iterator

from lxml import etree

from corpus.formats import tables
from corpus.formats.archives import Parts
from corpus.formats.extracted import RAISED, Extracted, of_lines
from corpus.formats.grids import Cell
from corpus.formats.markup import attribute, child, name, tree
from corpus.formats.numbering import Numbering
from corpus.formats.styles import Styles

MAIN = re.compile(r"word/document\d{0,3}\.xml")
LEFT_OUT = frozenset(
    {"del", "moveFrom", "delText", "instrText", "pPr", "rPr", "rt", "sectPr", "binData"}
)
SYMBOL = re.compile("[0-9a-fA-F]{4}")
CONTENTS = "table of contents"
SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-"}
NOTES = frozenset({"footnoteReference", "endnoteReference"})


def read(data: bytes) -> Extracted:
    """Return the lines of a document that Word 2003 wrote as one XML file."""
    root = tree(data)
    return of_lines(
        _Document(Styles(None), Numbering(None, Styles(None))).lines(child(root, "body"))
    )


def read_parts(parts: Parts) -> Extracted:
    """Return the lines of a DOCX archive, its footnotes and endnotes last."""
    main = min((each for each in parts.names if MAIN.fullmatch(each)), default="word/document.xml")
    styles = Styles(_tree(parts, "word/styles.xml"))
    numbering = Numbering(_tree(parts, "word/numbering.xml"), styles)
    document = _Document(styles, numbering)
    body = list(document.lines(child(tree(parts.read(main)), "body")))
    for kind in sorted(document.notes, reverse=True):
        body.extend(_notes(document, _tree(parts, f"word/{kind}s.xml")))
    return of_lines(body)


def _tree(parts: Parts, part: str) -> etree._Element | None:
    data = parts.read(part)
    return tree(data) if data else None


def _notes(document: "_Document", notes: etree._Element | None) -> Iterator[str]:
    for note in notes if notes is not None else ():
        if attribute(note, "type") is None:
            yield from document.lines(note)


class _Document:
    """The walk over a body; its numbers count from the first paragraph to the last."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering
        self.notes: set[str] = set()

    def lines(self, block: etree._Element | None) -> Iterator[str]:
        """Yield the lines of a body, a cell, a text box or a note."""
        for element in block if block is not None else ():
            kind = name(element)
            if kind == "p":
                yield from self._paragraph(element)
            elif kind == "tbl":
                yield from self._table(element)
            elif kind == "AlternateContent":
                yield from self.lines(_alternative(element))
            elif kind == "sdt" and _is_contents(element):
                continue
            elif kind not in LEFT_OUT and len(element):
                yield from self.lines(element)

    def _paragraph(self, element: etree._Element) -> Iterator[str]:
        properties = child(element, "pPr")
        style = attribute(child(properties, "pStyle"), "val")
        if self._styles.is_contents(style):
            return
        written: list[str] = []
        boxes: list[etree._Element] = []
        self._inline(element, written, boxes)
        text = "".join(written).strip()
        if text:
            label = self._numbering.label(properties, style)
            space = " " if label[-1:].isalnum() else ""
            yield from f"{label}{space}{text}".split("\n")
        for box in boxes:
            yield from self.lines(box)

    def _inline(
        self, element: etree._Element, written: list[str], boxes: list[etree._Element]
    ) -> None:
        for each in element:
            kind = name(each)
            if kind == "t":
                text = each.text or ""
                written.append(text.translate(RAISED) if _is_raised(element) else text)
            elif kind in SIGNS:
                written.append(SIGNS[kind])
            elif kind in ("br", "cr"):
                written.append("\n" if attribute(each, "type") in (None, "textWrapping") else "")
            elif kind == "sym":
                written.append(_symbol(attribute(each, "char") or ""))
            elif kind == "txbxContent":
                boxes.append(each)
            elif kind == "AlternateContent":
                self._inline(_alternative(each), written, boxes)
            elif kind not in LEFT_OUT and not _is_hidden(each):
                if kind in NOTES:
                    self.notes.add(kind.removesuffix("Reference"))
                self._inline(each, written, boxes)

    def _table(self, table: etree._Element) -> Iterator[str]:
        rows: list[list[Cell]] = []
        open_cells: dict[int, tuple[int, int]] = {}
        is_layout = False
        for element in _inside(table, "tr"):
            if child(element, "trPr", "del") is not None:
                continue
            column, row = _before(element), []
            row.extend([Cell("")] * column)
            rows.append(row)
            for cell in _inside(element, "tc"):
                width = _number(child(cell, "tcPr", "gridSpan"), 1)
                merge = child(cell, "tcPr", "vMerge")
                above = open_cells.get(column) if _continues(merge) else None
                text = "\n".join(self.lines(cell))
                if above and not text:
                    grown = rows[above[0]][above[1]]
                    rows[above[0]][above[1]] = Cell(grown.text, grown.columns, grown.rows + 1)
                else:
                    is_layout = is_layout or any(True for _ in _inside(cell, "tbl"))
                    open_cells[column] = (len(rows) - 1, len(row))
                    row.append(Cell(text, width))
                column += width
        yield from _as_layout(rows) if is_layout else tables.lines(rows)


def _as_layout(rows: list[list[Cell]]) -> Iterator[str]:
    for row in rows:
        for cell in row:
            yield from cell.text.split("\n")


def _inside(element: etree._Element, kind: str) -> Iterator[etree._Element]:
    """Yield the children of that kind, also those in content controls and insertions."""
    for each in element:
        if name(each) == kind:
            yield each
        elif name(each) in ("sdt", "sdtContent", "ins", "customXml", "moveTo"):
            yield from _inside(each, kind)


def _before(row: etree._Element) -> int:
    return min(_number(child(row, "trPr", "gridBefore"), 0), 50)


def _continues(merge: etree._Element | None) -> bool:
    return merge is not None and attribute(merge, "val") in (None, "continue")


def _number(element: etree._Element | None, otherwise: int) -> int:
    value = attribute(element, "val") or ""
    return int(value) if value.isdecimal() and len(value) < 6 else otherwise


def _is_raised(run: etree._Element) -> bool:
    """Return whether a run is an exponent: 10⁴ is not 104."""
    return attribute(child(run, "rPr", "vertAlign"), "val") == "superscript"


def _symbol(code: str) -> str:
    """Return the character of a font of symbols, which is named by four hexadecimal digits."""
    return chr(int(code, 16)) if SYMBOL.fullmatch(code) else ""


def _alternative(element: etree._Element) -> etree._Element:
    """Return one of the forms in which the same thing is given: the newest."""
    return next((each for each in element if name(each) in ("Choice", "Fallback")), element)


def _is_hidden(run: etree._Element) -> bool:
    hidden = child(run, "rPr", "vanish")
    return hidden is not None and attribute(hidden, "val") not in ("0", "false")


def _is_contents(element: etree._Element) -> bool:
    gallery = attribute(child(element, "sdtPr", "docPartObj", "docPartGallery"), "val") or ""
    return gallery.lower() == CONTENTS
