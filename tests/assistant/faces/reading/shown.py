"""What a browser would make of some HTML: its elements, their attributes, and whose text is whose."""

from html.parser import HTMLParser
from typing import NamedTuple

VOID = {"meta", "link", "img", "br", "hr", "input"}
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "[点击](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "</main></body></html><h1>出界</h1>",
    "</title><script>alert(1)</script>",
    "<!-- 注释 -->",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "`a` **b** $x$ |c|",
    "\u202e反向\u2066文字\u200b零宽\ufeff\U000e0041标签",
    "' id='cited' onmouseover='alert(1)",
    "{name} {0} %s",
]


class Piece(NamedTuple):
    """A stretch of text with the elements that it stands in, the outermost first."""

    text: str
    within: tuple[tuple[str, dict[str, str | None]], ...]

    def is_in(self, tag: str, class_: str | None = None) -> bool:
        return any(
            name == tag and (class_ is None or class_ in (attributes.get("class") or "").split())
            for name, attributes in self.within
        )


class Shown(HTMLParser):
    """The elements of some HTML, each with its attributes, and the pieces of its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.pieces: list[Piece] = []
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()
        assert not self._open, f"left open: {self._open}"

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self._open.pop()[0] == tag

    def handle_comment(self, data):
        raise AssertionError(data)

    def handle_data(self, data):
        self.pieces.append(Piece(data, tuple(self._open)))

    @property
    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    def all(self, tag: str, class_: str | None = None) -> list[dict[str, str | None]]:
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and (class_ is None or class_ in (attributes.get("class") or "").split())
        ]

    def text(self, tag: str, class_: str | None = None) -> str:
        return "".join(piece.text for piece in self.pieces if piece.is_in(tag, class_))

    @property
    def notice(self) -> str:
        """The text of the notice without white space: all that stands in it but what folds it."""
        within = (p for p in self.pieces if p.is_in("div", "notice-text"))
        return squeezed("".join(p.text for p in within if not p.is_in("summary")))

    def marked(self, class_: str | None = None) -> str:
        return squeezed(self.text("mark", class_))


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())
