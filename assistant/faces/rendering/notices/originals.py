"""The file that a notice was read from, page by page as a picture."""

from pathlib import Path
from urllib.parse import quote

from assistant.faces.rendering.escaping import Html, element
from assistant.faces.rendering.notices.wording import NoticeWording
from corpus.notice import Notice, page_at


def page_image_path(notice: Notice, page: int) -> str | None:
    """Return the address of the picture of a page; None where there is no page to be seen.

    Only PDF files and pictures have pages; the file must still lie where it was indexed. Whether
    it is still the same file is found out when the picture is asked for.
    """
    if not 1 <= page <= len(notice.pages) or not _is_there(notice):
        return None
    return _address(notice, page)


def page_addresses(notice: Notice) -> tuple[str | None, ...]:
    """Return `page_image_path` of every page, with one look at the disk."""
    if not notice.pages or not _is_there(notice):
        return (None,) * len(notice.pages)
    return tuple(_address(notice, page) for page in range(1, len(notice.pages) + 1))


def page_picture(notice: Notice, offset: int, wording: NoticeWording) -> Html:
    """Return the page that holds a position, folded: it is fetched when somebody opens it.

    Empty where there is no page to be seen.
    """
    page = page_at(notice.pages, offset)
    address = page and page_image_path(notice, page)
    if not address:
        return Html()
    named = wording.page_picture.format(page=page)
    image = element("img", src=address, alt=named, loading="lazy")
    return element("details", element("summary", named), image, class_="page-picture")


def _is_there(notice: Notice) -> bool:
    try:
        return Path(notice.source).is_file()
    except (OSError, ValueError):
        return False


def _address(notice: Notice, page: int) -> str:
    return f"/notice/{quote(notice.notice_id, safe='')}/page/{page}.png"
