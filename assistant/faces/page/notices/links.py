"""Links that choose a notice: `notices.js` hands them to the server, and its details are shown."""

import re
from urllib.parse import quote, unquote

NOTICE = re.compile(r"#notice/([^/?#]{1,600})")


def notice_link(notice_id: str) -> str:
    """Return the link that shows what was understood of a notice."""
    return f"#notice/{quote(notice_id, safe='')}"


def chosen_by(link: str) -> str:
    """Return the id of the notice that such a link chooses; what is no link is an id itself."""
    match = NOTICE.fullmatch(link.strip())
    return unquote(match[1]) if match else link.strip()
