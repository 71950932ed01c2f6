"""The paragraph styles of a Word document, as far as numbers and tables of contents go."""

import re
from collections.abc import Iterator

from lxml import etree

from corpus.formats.markup import attribute, child, name

OF_CONTENTS = re.compile(r"toc \d", re.IGNORECASE)
DEEPEST = 20


class Styles:
    """What each style says itself; what it is based on is followed when asked."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [each for each in (root if root is not None else ()) if name(each) == "style"]
        self._styles = {attribute(each, "styleId"): each for each in found}
        self._default = next(
            (
                attribute(each, "styleId")
                for each in found
                if attribute(each, "default") in ("1", "true")
                and attribute(each, "type") == "paragraph"
            ),
            None,
        )

    def is_contents(self, style: str | None) -> bool:
        """Return whether paragraphs of this style are lines of a table of contents."""
        called = attribute(child(self._styles.get(style), "name"), "val") or ""
        return bool(OF_CONTENTS.fullmatch(called))

    def numbered(self, style: str | None) -> Iterator[tuple[str, etree._Element]]:
        """Yield the style and its bases that say something of numbers, the nearest first."""
        current = style if style in self._styles else self._default
        for _ in range(DEEPEST):
            element = self._styles.get(current)
            if element is None or current is None:
                return
            numbers = child(element, "pPr", "numPr")
            if numbers is not None:
                yield current, numbers
            current = attribute(child(element, "basedOn"), "val")
