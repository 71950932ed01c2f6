"""The notices: list, outline, text, removal."""

from datetime import date
from pathlib import PurePath
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from pydantic import BaseModel

from assistant.faces.rest.models import Held, Scope
from corpus.errors import UsageError
from corpus.notice import Notice, Reading, Related, Section, Status
from embeddings.archive.records import NoticeSummary, summary_of

router = APIRouter(prefix="/notices", tags=["notices"])
NoticeId = Annotated[str, Path(min_length=1, max_length=200)]


class SummaryOut(BaseModel):
    """What is known of a notice; `source` is the name of its file without its folder."""

    notice_id: str
    source: str
    title: str
    place: str | None
    issuer: str | None
    document_number: str | None
    issued_on: date | None
    effective_on: date | None
    status: Status | None
    notice_type: str | None
    plan_years: tuple[int, int] | None
    review_years: tuple[int, int] | None
    passages: int
    targets: int
    tasks: int
    warnings: tuple[str, ...]
    related: tuple[Related, ...]

    @classmethod
    def of(cls, notice: NoticeSummary) -> "SummaryOut":
        """Return what is shown of a summary."""
        return cls(**_shown(notice))


class NoticeOut(SummaryOut):
    """A notice with its outline and how its fields were read; `characters` is its length."""

    characters: int
    sections: tuple[Section, ...]
    readings: tuple[Reading, ...]

    @classmethod
    def whole(cls, notice: Notice) -> "NoticeOut":
        """Return what is shown of a notice."""
        return cls(
            **_shown(summary_of(notice)),
            characters=len(notice.text),
            sections=notice.sections,
            readings=notice.readings,
        )


class NoticesOut(BaseModel):
    """Notices."""

    notices: list[SummaryOut]


class TextOut(BaseModel):
    """A stretch of the stored text of a notice, in characters."""

    notice_id: str
    start: int
    end: int
    text: str


@router.get("")
def list_notices(assistant: Held, scope: Scope) -> NoticesOut:
    """Return all notices, or those in scope."""
    return NoticesOut(notices=[SummaryOut.of(n) for n in scope.select(assistant.notices())])


@router.get("/{notice_id}")
def show_notice(notice_id: NoticeId, assistant: Held) -> NoticeOut:
    """Return one notice with its outline."""
    return NoticeOut.whole(assistant.notice(notice_id))


@router.delete("/{notice_id}", status_code=204)
def remove_notice(notice_id: NoticeId, assistant: Held) -> Response:
    """Remove a notice from the index; its file stays where it is."""
    assistant.remove(notice_id)
    return Response(status_code=204)


@router.get("/{notice_id}/text")
def show_text(
    notice_id: NoticeId,
    assistant: Held,
    start: Annotated[int, Query(ge=0)] = 0,
    end: Annotated[int | None, Query(ge=0)] = None,
) -> TextOut:
    """Return the text from `start` up to `end`, the offsets of a citation."""
    text = assistant.notice(notice_id).text
    last = len(text) if end is None else min(end, len(text))
    if start > last:
        raise UsageError(f"start is {start}, end {last} of {len(text)}. Give start before end.")
    return TextOut(notice_id=notice_id, start=start, end=last, text=text[start:last])


def _shown(notice: NoticeSummary) -> dict[str, Any]:
    named = {name: getattr(notice, name) for name in SummaryOut.model_fields if name != "place"}
    # The folder would tell how the machine of the server is laid out.
    return named | {"place": notice.place_name, "source": PurePath(notice.source).name}
