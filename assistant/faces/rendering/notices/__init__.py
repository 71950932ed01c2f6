"""A notice as HTML: its title block, its outline, its whole text with stretches marked."""

from assistant.faces.rendering.notices.entries import Entry
from assistant.faces.rendering.notices.marking import Marked
from assistant.faces.rendering.notices.originals import page_image_path, page_picture
from assistant.faces.rendering.notices.outline import outline_html
from assistant.faces.rendering.notices.whole import notice_html, panel_html
from assistant.faces.rendering.notices.wording import wording_for

__all__ = [
    "Entry",
    "Marked",
    "notice_html",
    "outline_html",
    "page_image_path",
    "page_picture",
    "panel_html",
    "wording_for",
]
