"""The one way from text to HTML: what is not `Html` already is escaped when it is put in.

Gradio's own sanitizer lets remote images, styles and forms through, so nothing relies on it.
"""

import re
from collections.abc import Iterable
from html import escape

# Control characters, zero-width and direction marks, and the tag characters that hide text.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
# What Markdown, LaTeX and templates give a meaning to, and the line breaks that end an HTML block.
MEANINGFUL = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`*_{}[]$~|\n\r\t"})
VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


class Html(str):
    """Text that is HTML; only `safe`, `element` and `joined` make it."""

    __slots__ = ()


def safe(text: object) -> Html:
    """Return text as HTML that shows exactly that text, less what cannot be seen."""
    if isinstance(text, Html):
        return text
    return Html(escape(INVISIBLE.sub("", str(text)), quote=True).translate(MEANINGFUL))


def element(tag: str, *children: object, **attributes: object) -> Html:
    """Return an element; `class_` is the class, `aria_label` aria-label, None leaves one out."""
    named = (
        f' {name.rstrip("_").replace("_", "-")}="{safe(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    opening = f"<{tag}{''.join(named)}>"
    return Html(opening) if tag in VOID else Html(f"{opening}{joined(children)}</{tag}>")


def joined(parts: Iterable[object], between: str = "") -> Html:
    """Return the parts in a row, each made safe."""
    return Html(safe(between).join(safe(part) for part in parts))
