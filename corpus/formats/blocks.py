"""The visible text of an HTML tree as lines: blocks, line breaks, numbered lists and tables."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from corpus.formats import tables
from corpus.formats.extracted import RAISED
from corpus.formats.grids import WIDE, Cell
from corpus.formats.listing import numeral
from corpus.formats.menus import DROPPED

_BLOCKS = (
    "address article aside blockquote body br center dd div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 "
    "header hr li main ol p pre section ul caption legend details summary tr td th table tbody thead tfoot"
)
BLOCKS = frozenset(_BLOCKS.split())
CELLS = frozenset({"td", "th"})
STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
MARKED = re.compile(r"[（(]?[\d一二三四五六七八九十]{1,4}[、.．）)]|[①-⑳]|第.{1,5}[条章]")
UNMARKED = re.compile(r"list-style(?:-type)?\s{0,3}:\s{0,3}none", re.IGNORECASE)
NOTE_MARK = re.compile(r"[\[［〔]?[\d①-⑳*]{1,3}[\]］〕]?")
WHITE = re.compile(r"[^\S\n]+")
MOST_LINES_OF_CELL = 12


@dataclass(slots=True)
class _Part:
    """Where lines go while an element is open: the page itself, or one cell of a table."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    spans: tuple[int, int] = (1, 1)
    label: str = ""

    def close_line(self) -> None:
        """End the line that is being written, if there is one, behind the number of its item."""
        text = _joined("".join(self.line))
        self.line.clear()
        if text:
            self.lines.append(self.label + text)
            self.label = ""


@dataclass(slots=True)
class _Table:
    rows: list[list[Cell]] = field(default_factory=list)
    is_layout: bool = False


class _Page:
    """What is open at one place of the walk over the tree."""

    def __init__(self) -> None:
        self.parts = [_Part()]
        self.tables: list[_Table] = []
        self.counters: list[tuple[str, int] | None] = []

    def begin(self, element: etree._Element) -> None:
        part, tag = self.parts[-1], element.tag
        if tag in BLOCKS:
            part.close_line()
        if tag == "table":
            if self.tables:
                self.tables[-1].is_layout = True
            self.tables.append(_Table(is_layout=element.get("role") == "presentation"))
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append([])
        elif tag in CELLS and self.tables:
            self.parts.append(_Part(spans=(_span(element, "colspan"), _span(element, "rowspan"))))
        self._begin_list(element)
        text = element.text.translate(RAISED) if tag == "sup" and element.text else element.text
        self.write(text, is_preformatted=tag == "pre")

    def end(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self.parts[-1].close_line()
        if tag == "li":
            self.parts[-1].label = ""
        if tag in CELLS and self.tables and len(self.parts) > 1:
            self._end_cell(self.parts.pop())
        elif tag == "table" and self.tables:
            self.parts[-1].lines.extend(_lines(self.tables.pop()))
        elif tag in ("ol", "ul") and self.counters:
            self.counters.pop()

    def write(self, text: str | None, *, is_preformatted: bool = False) -> None:
        if not text:
            return
        if is_preformatted:
            for line in text.split("\n"):
                self.parts[-1].line.append(line)
                self.parts[-1].close_line()
        else:
            self.parts[-1].line.append(text)

    def _end_cell(self, part: _Part) -> None:
        table = self.tables[-1]
        if not table.rows:
            table.rows.append([])
        table.is_layout = table.is_layout or len(part.lines) > MOST_LINES_OF_CELL
        table.rows[-1].append(Cell("\n".join(part.lines), *part.spans))

    def _begin_list(self, element: etree._Element) -> None:
        if element.tag == "ol" and not UNMARKED.search(element.get("style") or ""):
            start = element.get("start") or "1"
            style = STYLES.get(element.get("type") or "", "decimal")
            self.counters.append((style, int(start) if start.isdecimal() else 1))
        elif element.tag in ("ol", "ul"):
            self.counters.append(None)
        elif element.tag == "li" and self.counters and (counter := self.counters[-1]):
            style, number = counter
            self.counters[-1] = (style, number + 1)
            if not MARKED.match("".join(element.itertext()).strip()[:20]):
                self.parts[-1].label = f"{numeral(number, style)}."


def lines_of(root: etree._Element, dropped: Iterable[etree._Element]) -> Iterator[str]:
    """Yield the lines of the tree, without the elements to be dropped."""
    unseen, page = frozenset(dropped), _Page()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        is_shown = element.tag not in DROPPED and element not in unseen and not _is_mark(element)
        if event == "start" and is_shown:
            page.begin(element)
        elif event == "start":
            walk.skip_subtree()
        else:
            if is_shown:
                page.end(element)
            page.write(element.tail)
    for part in page.parts:
        part.close_line()
        yield from part.lines


def _is_mark(element: etree._Element) -> bool:
    """Return whether an element is the raised number that links to a note, and no exponent."""
    if element.tag != "sup":
        return False
    parent = element.getparent()
    links = (parent is not None and parent.tag == "a") or element.find(".//a") is not None
    return links and bool(NOTE_MARK.fullmatch("".join(element.itertext()).strip()))


def _lines(table: _Table) -> list[str]:
    if table.is_layout:
        return [
            line for row in table.rows for cell in row for line in cell.text.split("\n") if line
        ]
    return tables.lines(table.rows)


def _span(element: etree._Element, name: str) -> int:
    value = (element.get(name) or "1").strip()
    return int(value) if value.isdecimal() and len(value) < 6 else 1


def _joined(text: str) -> str:
    """Return the text in one line; the source may break a line between two Han characters."""
    joined = ""
    for line in text.split("\n"):
        part = WHITE.sub(" ", line).strip() if line.strip() else ""
        if part:
            wide = not joined or (joined[-1] > WIDE and part[0] > WIDE)
            joined += part if wide else f" {part}"
    return joined
