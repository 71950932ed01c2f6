"""The notices: list, outline, text; files that become notices, corrections, removal and undoing it."""

from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from assistant.faces.rest.models import Held, Name, Scope, Strict, Year
from assistant.faces.rest.uploads import BODY, received
from assistant.keeping import Job
from corpus.correction import MAX_TITLE
from corpus.errors import UsageError
from corpus.notice import Notice, Reading, Related, Section, Status, Years
from embeddings.archive.records import NoticeSummary, summary_of

router = APIRouter(prefix="/notices", tags=["notices"])
NoticeId = Annotated[str, Path(min_length=1, max_length=200)]
CORRECTION: JsonValue = {"place": "上海市普陀区", "plan_years": [2016, 2016]}


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


class CorrectionIn(Strict):
    """Fields to set; null lets one be again as it was read, one that is left out stays as it is."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [CORRECTION]})

    title: Annotated[str, Field(max_length=MAX_TITLE)] | None = None
    place: Name | None = None
    plan_years: tuple[Year, Year] | None = None

    def given(self) -> dict[str, Any]:
        """Return what was sent, as the fields of a `Correction`.

        :raises UsageError: if nothing was.
        """
        if not self.model_fields_set:
            raise UsageError("Nothing was given. Send title, place or plan_years.")
        values = {name: getattr(self, name) for name in self.model_fields_set}
        if values.get("plan_years"):
            values["plan_years"] = Years(*values["plan_years"])
        return values


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


@router.post("", status_code=202, response_model=Job, openapi_extra=BODY)
async def take_in_notices(request: Request, response: Response, assistant: Held) -> Job:
    """Keep files and have them become notices; the job says what becomes of each."""
    files = await received(request, assistant.keeping.originals)
    job = await run_in_threadpool(assistant.take_in, files)
    response.headers["Location"] = f"{request.scope.get('root_path', '')}/jobs/{job.id}"
    return job


@router.get("/{notice_id}")
def show_notice(notice_id: NoticeId, assistant: Held) -> NoticeOut:
    """Return one notice with its outline."""
    return NoticeOut.whole(assistant.notice(notice_id))


@router.delete("/{notice_id}", status_code=204)
def remove_notice(notice_id: NoticeId, assistant: Held) -> Response:
    """Remove a notice from the index; its file stays where it is, and it can be restored for a day."""
    assistant.remove(notice_id)
    return Response(status_code=204)


@router.patch("/{notice_id}")
def correct_notice(notice_id: NoticeId, request: CorrectionIn, assistant: Held) -> SummaryOut:
    """Set fields of a notice that were read wrongly, and read it again with them."""
    correction = replace(assistant.correction(notice_id), **request.given())
    return SummaryOut.of(assistant.correct(notice_id, correction))


@router.post("/{notice_id}/restore")
def restore_notice(notice_id: NoticeId, assistant: Held) -> SummaryOut:
    """Take a notice in again that was removed in the last 24 hours."""
    return SummaryOut.of(assistant.restore(notice_id))


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
