"""The addresses under `/notice`: the page of a notice, pictures of its pages, the stylesheet."""

import re
from collections.abc import Mapping
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from starlette.convertors import Convertor, register_url_convertor

from assistant.assistant import Assistant
from assistant.faces.reading.asking import asked_language, asked_stretch
from assistant.faces.reading.page import STYLESHEET, failure_document, notice_document
from assistant.faces.reading.pictures import Pictures
from assistant.faces.reading.wording import PageWording, page_wording
from assistant.faces.rest.models import Held
from assistant.faces.rest.problems import STATUSES, problem
from corpus.errors import KewenError, NoticeNotFound, UnreadableFile
from corpus.notice import Notice

PAGE = re.compile(r"[1-9][0-9]{0,5}")
LONGEST_ID = 80
KEPT_BY_BROWSERS = {"Cache-Control": "private, max-age=300"}

reading_router = APIRouter(include_in_schema=False)
_pictures = Pictures()


class _NoticeId(Convertor[str]):
    """An id as it stands in an address: slashes and line ends too, which `path` has not."""

    regex = "(?s:.+)"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("notice_id", _NoticeId())


@reading_router.get(STYLESHEET)
def stylesheet() -> FileResponse:
    """Return how the page looks."""
    return FileResponse(Path(__file__).parent / "notice.css", media_type="text/css")


@reading_router.get("/notice/{notice_id:notice_id}/page/{page}.png")
def show_picture(request: Request, notice_id: str, page: str, assistant: Held) -> Response:
    """Return a page of the file of a notice as a picture, or a problem that says why not."""
    whole = f"{notice_id}/page/{page}.png"
    if any(notice.notice_id == whole for notice in assistant.notices()):
        return show_notice(request, whole, assistant)
    try:
        picture = _pictures.page(_with_page(assistant.notice(notice_id), page), int(page))
    except UnreadableFile as error:
        return problem(404, str(error), "no-picture")
    return Response(picture, media_type="image/png", headers=KEPT_BY_BROWSERS)


@reading_router.get("/notice/{notice_id:notice_id}")
def show_notice(request: Request, notice_id: str, assistant: Held) -> Response:
    """Return the page of a notice; or one that says why not.

    `start` and `end` are the offsets of what is marked on it, `lang` is zh or en.
    """
    given = request.query_params
    words = _words(request)
    try:
        notice = assistant.notice(notice_id)
        asked = asked_stretch(given.get("start"), given.get("end"), len(notice.text))
        names = _names(assistant, notice)
    except NoticeNotFound:
        shown = notice_id if len(notice_id) <= LONGEST_ID else f"{notice_id[:LONGEST_ID]}…"
        return _failure(404, words.unknown.format(notice_id=shown), words)
    except KewenError as error:
        known = next(kind for kind in type(error).__mro__ if kind in STATUSES)
        return _failure(STATUSES[known][0], str(error), words)
    return HTMLResponse(notice_document(notice, asked, words, names))


def _words(request: Request) -> PageWording:
    accepted = request.headers.get("accept-language", "")
    return page_wording(asked_language(request.query_params.get("lang"), accepted))


def _with_page(notice: Notice, page: str) -> Notice:
    """Return the notice.

    :raises UnreadableFile: if it has no such page.
    """
    if not PAGE.fullmatch(page) or int(page) > len(notice.pages):
        raise UnreadableFile(f"The notice has {len(notice.pages)} pages, and no page {page:.20}.")
    return notice


def _names(assistant: Assistant, notice: Notice) -> Mapping[str, str]:
    """Return the titles of the notices that are related to one, by id."""
    if not notice.related:
        return {}
    related = {one.notice_id for one in notice.related}
    return {each.notice_id: each.title for each in assistant.notices() if each.notice_id in related}


def _failure(status: int, sentence: str, words: PageWording) -> Response:
    return HTMLResponse(failure_document(sentence, words), status)
