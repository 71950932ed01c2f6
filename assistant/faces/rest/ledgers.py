"""The ledgers of figures and of tasks, whole: as JSON, or as CSV for a spreadsheet."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from assistant.faces.rest.models import Held, Name, Scope
from assistant.faces.spreadsheets import to_csv
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
Format = Annotated[Literal["json", "csv"], Query(alias="format")]


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
    if file_format == "csv":
        return _file(to_csv(Target, found), "targets.csv")
    return JSONResponse({"targets": to_plain(found)})


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
    if file_format == "csv":
        return _file(to_csv(Task, found), "tasks.csv")
    return JSONResponse({"tasks": to_plain(found)})


def _file(content: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content.encode("utf-8"), media_type="text/csv", headers=headers)
