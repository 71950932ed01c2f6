"""Links that the page follows itself: `page.js` hands them to the server, and a panel changes."""

import re
from typing import NamedTuple
from urllib.parse import quote, unquote

OPEN = re.compile(r"#?open/(?P<notice_id>[^/?#]{1,600})/(?P<start>\d{1,9})/(?P<end>\d{1,9})")


class Span(NamedTuple):
    """A stretch of the stored text of a notice."""

    notice_id: str
    start: int
    end: int


def open_link(notice_id: str, start: int, end: int) -> str:
    """Return the link that opens a stretch of a notice in the source panel."""
    return f"#open/{quote(notice_id, safe='')}/{start}/{end}"


def opened(link: str) -> Span | None:
    """Return the stretch that such a link opens, None if it is none."""
    match = OPEN.fullmatch(link)
    return match and Span(unquote(match["notice_id"]), int(match["start"]), int(match["end"]))


def notice_page(notice_id: str, start: int, end: int) -> str:
    """Return the address of the page of a notice on which a stretch is marked."""
    return f"/notice/{quote(notice_id, safe='')}?start={start}&end={end}#cited"
