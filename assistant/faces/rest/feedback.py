"""What a person says of an answer."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from assistant.faces.rest.models import FiltersIn, Held, Question, Strict, TurnIn
from assistant.feedback import Category, Verdict
from assistant.feedback.record import MAX_CORRECTION
from assistant.settings import MAX_HISTORY

router = APIRouter(tags=["feedback"])
EXAMPLE: JsonValue = {
    "question": "普陀区2016年新认定高新技术企业的目标是多少？",
    "verdict": "down",
    "category": "wrong_figure",
    "correction": "力争新认定高新技术企业20家",
}


class FeedbackIn(Strict):
    """A verdict on the answer to a question; the answer is the one given to it here and now."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    question: Question
    history: list[TurnIn] = Field(default=[], max_length=MAX_HISTORY)
    filters: FiltersIn = FiltersIn()
    verdict: Verdict
    category: Category | None = None
    correction: Annotated[str, Field(max_length=MAX_CORRECTION)] | None = None


class FeedbackOut(BaseModel):
    """What was kept."""

    id: str


@router.post("/feedback", status_code=201)
def feedback(request: FeedbackIn, assistant: Held) -> FeedbackOut:
    """Keep a verdict, and a correction if there is one, for the evaluation."""
    kept = assistant.feedback(
        request.question,
        request.verdict,
        correction=request.correction,
        category=request.category,
        history=[turn.model_dump() for turn in request.history],
        filters=request.filters.filters(),
    )
    return FeedbackOut(id=kept)
