"""The automatic numbers of a Word document (ECMA-376 17.9): 一、 (一) 1. are not in its text."""

from lxml import etree

from corpus.formats.listing import Counters, Level
from corpus.formats.markup import attribute, child, name
from corpus.formats.styles import Styles

Levels = dict[int, Level]
DEEPEST = 8


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        parts = list(root) if root is not None else []
        self._abstract = {
            attribute(each, "abstractNumId"): each for each in parts if name(each) == "abstractNum"
        }
        self._lists = {attribute(each, "numId"): each for each in parts if name(each) == "num"}
        self._styles = styles
        self._counters = Counters()
        self._known: dict[str, tuple[str | None, Levels]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, properties: etree._Element | None, style: str | None) -> str:
        """Return the number before a paragraph and count it; empty if it has none."""
        written = child(properties, "listPr", "t")
        if written is not None:  # Word 2003 writes the number down.
            return attribute(written, "val") or ""
        found = self._place(properties, style)
        if found is None:
            return ""
        number, depth = found
        key, levels = self._list(number)
        if key is None or not 0 <= depth <= DEEPEST:
            return ""
        start = self._override(number, depth)
        if start is not None and (number, depth) not in self._begun:
            self._begun.add((number, depth))
            self._counters.restart(key, depth, start)
        return self._counters.next(key, levels, depth)

    def _place(
        self, properties: etree._Element | None, style: str | None
    ) -> tuple[str, int] | None:
        """Return the list and the depth that the paragraph or its style names."""
        own = child(properties, "numPr")
        number, depth = attribute(child(own, "numId"), "val"), attribute(child(own, "ilvl"), "val")
        for name_of_style, numbers in self._styles.numbered(style):
            depth = depth or attribute(child(numbers, "ilvl"), "val")
            if number is None:
                number = attribute(child(numbers, "numId"), "val")
                depth = depth or self._depth_of_style(number, name_of_style)
        if number is None or number == "0":
            return None
        return number, int(depth) if depth and depth.isdecimal() and len(depth) < 3 else 0

    def _depth_of_style(self, number: str | None, style: str) -> str | None:
        abstract = self._abstract.get(self._abstract_of(number))
        for level in abstract if abstract is not None else ():
            if attribute(child(level, "pStyle"), "val") == style:
                return attribute(level, "ilvl")
        return None

    def _abstract_of(self, number: str | None) -> str | None:
        """Return the definition that a list follows, through a style of lists if need be."""
        key = attribute(child(self._lists.get(number), "abstractNumId"), "val")
        link = attribute(child(self._abstract.get(key), "numStyleLink"), "val")
        for _, numbers in self._styles.numbered(link) if link else ():
            other = attribute(child(numbers, "numId"), "val")
            return attribute(child(self._lists.get(other), "abstractNumId"), "val")
        return key

    def _list(self, number: str) -> tuple[str | None, Levels]:
        if number not in self._known:
            key = self._abstract_of(number)
            abstract = self._abstract.get(key)
            levels = _levels(abstract if abstract is not None else ())
            for override in self._lists.get(number, ()):
                levels |= _levels(override if name(override) == "lvlOverride" else ())
            self._known[number] = (key if abstract is not None else None, levels)
        return self._known[number]

    def _override(self, number: str, depth: int) -> int | None:
        for override in self._lists.get(number, ()):
            if attribute(override, "ilvl") == str(depth):
                start = attribute(child(override, "startOverride"), "val")
                return int(start) if start and start.isdecimal() and len(start) < 6 else None
        return None


def _levels(parent: "etree._Element | tuple[()]") -> Levels:
    found: Levels = {}
    for each in parent:
        depth = attribute(each, "ilvl") or ""
        if name(each) == "lvl" and depth.isdecimal() and len(depth) < 3:
            found[int(depth)] = _level(each)
    return found


def _level(element: etree._Element) -> Level:
    start = attribute(child(element, "start"), "val") or "1"
    legal = child(element, "isLgl")
    alternative = child(element, "AlternateContent", "Choice", "numFmt")
    style = child(element, "numFmt") if alternative is None else alternative
    return Level(
        style=attribute(style, "val") or "decimal",
        pattern=attribute(child(element, "lvlText"), "val") or "",
        start=int(start) if start.isdecimal() and len(start) < 6 else 1,
        is_legal=legal is not None and attribute(legal, "val") not in ("0", "false"),
    )
