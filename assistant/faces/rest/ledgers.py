"""The ledgers of figures and of tasks, whole: as JSON, or as CSV or a workbook for a spreadsheet."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from assistant.faces.rest.models import Held, Name, Scope
from assistant.faces.spreadsheets import to_csv, to_xlsx
from corpus.errors import UsageError
from corpus.notice import Kind, Target, Task
from corpus.plain import to_plain

FILTERS = ("place", "year_from", "year_to", "issuer")
PARAMETERS = frozenset({*FILTERS, "indicator", "kind", "responsible", "due_before", "format"})


def _only_known(request: Request) -> None:
    """Refuse a misspelt parameter: it must not become a filter that silently does nothing.

    :raises UsageError: naming it.
    """
    for name in request.query_params:
        if name not in PARAMETERS:
            known = ", ".join(sorted(PARAMETERS))
            raise UsageError(f"There is no parameter {name!r:.60}. There are: {known}.")


router = APIRouter(tags=["ledgers"], dependencies=[Depends(_only_known)])
Format = Annotated[Literal["json", "csv", "xlsx"], Query(alias="format")]

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A workbook is made in memory, in some four seconds for so many.
MOST_ROWS_OF_WORKBOOK = 10_000


class TargetsOut(BaseModel):
    """Figures."""

    targets: list[Target]


class TasksOut(BaseModel):
    """Tasks."""

    tasks: list[Task]


@router.get("/targets", response_model=TargetsOut)
def targets(
    assistant: Held,
    scope: Scope,
    indicator: Name | None = None,
    kind: Kind | None = None,
    file_format: Format = "json",
) -> Response:
    """Return every figure of the notices in scope."""
    found = assistant.targets(scope, indicator, kind)
    if file_format == "json":
        return JSONResponse({"targets": to_plain(found)})
    return _file(Target, found, file_format)


@router.get("/tasks", response_model=TasksOut)
def tasks(
    assistant: Held,
    scope: Scope,
    responsible: Name | None = None,
    due_before: date | None = None,
    file_format: Format = "json",
) -> Response:
    """Return every task of the notices in scope."""
    due = due_before.isoformat() if due_before else None
    found = assistant.tasks(scope, responsible, due)
    if file_format == "json":
        return JSONResponse({"tasks": to_plain(found)})
    return _file(Task, found, file_format)


def _file(
    kind: type[Target] | type[Task], records: Sequence[Target | Task], file_format: str
) -> Response:
    """Return the records as a file.

    :raises UsageError: if there are too many for a workbook.
    """
    if file_format == "csv":
        content, media_type = to_csv(kind, records).encode("utf-8"), "text/csv"
    elif len(records) <= MOST_ROWS_OF_WORKBOOK:
        content, media_type = to_xlsx(kind, records), WORKBOOK
    else:
        raise UsageError(
            f"There are {len(records)} rows, a workbook is made of {MOST_ROWS_OF_WORKBOOK} at most. "
            "Narrow the filters, or take format=csv."
        )
    name = f"{kind.__name__.lower()}s.{file_format}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
