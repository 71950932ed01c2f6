"""Errors as problem documents (RFC 9457)."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from corpus.errors import (
    EncoderMismatch,
    IndexDamaged,
    IndexLocked,
    IndexMissing,
    KewenError,
    NoticeNotFound,
    UnreadableFile,
    UsageError,
)

MEDIA_TYPE = "application/problem+json"
STATUSES: Mapping[type[KewenError], tuple[int, str]] = {
    UsageError: (422, "usage"),
    UnreadableFile: (422, "unreadable-file"),
    NoticeNotFound: (404, "notice-not-found"),
    IndexLocked: (409, "index-locked"),
    IndexMissing: (503, "index-missing"),
    IndexDamaged: (503, "index-damaged"),
    EncoderMismatch: (503, "encoder-mismatch"),
    KewenError: (500, "error"),
}


class Problem(BaseModel):
    """What went wrong: `detail` says what was received and what to do."""

    type: str
    title: str
    status: int
    detail: str


RESPONSES: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "A problem document",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        "model": Problem,
    }
}


def problem(
    status: int, detail: str, name: str | None = None, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """Return a problem document; without a name its type is `about:blank`."""
    document = Problem(
        type=f"urn:kewen:problem:{name}" if name else "about:blank",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
    )
    return JSONResponse(document.model_dump(), status, dict(headers or {}), MEDIA_TYPE)


def install(application: FastAPI) -> None:
    """Make every error of the application a problem document."""
    application.add_exception_handler(KewenError, _on_kewen_error)
    application.add_exception_handler(RequestValidationError, _on_validation_error)
    application.add_exception_handler(HTTPException, _on_http_exception)
    application.add_exception_handler(Exception, _on_bug)


async def _on_kewen_error(_: Request, error: Exception) -> JSONResponse:
    known = next(kind for kind in type(error).__mro__ if kind in STATUSES)
    status, name = STATUSES[known]
    return problem(status, str(error), name)


async def _on_validation_error(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    return problem(422, " ".join(_sentences(error.errors())), "usage")


async def _on_http_exception(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return problem(error.status_code, f"{error.detail}.", headers=error.headers)


async def _on_bug(_: Request, error: Exception) -> JSONResponse:
    # What a bug says may hold paths or text of others; the log of the server has it.
    return problem(500, "The server made a mistake; its log says which.")


def _sentences(errors: Sequence[Any]) -> list[str]:
    """Return what is wrong, field by field, without what was sent: it may be anything."""
    return [f"{'.'.join(str(part) for part in e['loc'])}: {e['msg']}." for e in errors[:10]]
