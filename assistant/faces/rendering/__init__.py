"""Answers as HTML and Markdown; everything that was not written here is escaped on the way."""

from assistant.faces.rendering.answers import answer_html
from assistant.faces.rendering.escaping import Html, element, joined, safe
from assistant.faces.rendering.sources import reference

__all__ = [
    "Html",
    "answer_html",
    "element",
    "joined",
    "reference",
    "safe",
]
