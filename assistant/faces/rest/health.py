"""Whether the process is up, and whether it can answer."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from assistant.faces.rest.models import Held

router = APIRouter(tags=["health"])


class Up(BaseModel):
    """The process is up."""

    status: Literal["ok"] = "ok"


class Ready(BaseModel):
    """The index was verified and is loaded; `warnings` says what is wrong with it nevertheless."""

    status: Literal["ready"] = "ready"
    generation: int
    notices: int
    passages: int
    targets: int
    tasks: int
    warnings: tuple[str, ...]


@router.get("/healthz")
def healthz() -> Up:
    """Say that the process is up."""
    return Up()


@router.get("/readyz")
def readyz(assistant: Held) -> Ready:
    """Say which generation of the index is served, and how much it holds."""
    notices = assistant.notices()
    return Ready(
        generation=assistant.generation.number,
        notices=len(notices),
        passages=sum(notice.passages for notice in notices),
        targets=sum(notice.targets for notice in notices),
        tasks=sum(notice.tasks for notice in notices),
        warnings=assistant.generation.warnings,
    )
