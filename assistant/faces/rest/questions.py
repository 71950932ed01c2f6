"""Search and ask."""

import time

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response, StreamingResponse

from assistant.answers.answer import Answer
from assistant.faces.rest.models import AskIn, Held, SearchIn, SearchOut
from assistant.faces.rest.streaming import events

router = APIRouter(tags=["questions"])


@router.post("/search", response_model=SearchOut)
def search(request: SearchIn, assistant: Held) -> Response:
    """Return passages nearest to the query, best first."""
    started = time.perf_counter()
    found = assistant.search(request.query, request.top_k, request.filters.filters())
    total = round((time.perf_counter() - started) * 1000, 2)
    passages = [passage.to_dict() for passage in found]
    return JSONResponse({"passages": passages, "timings_ms": {"total": total}})


@router.post("/ask", response_model=Answer)
def ask(request: AskIn, assistant: Held) -> Response:
    """Return a cited answer; with `stream`, server-sent events `token`, `citation`, `row`, `answer`."""
    history = [turn.model_dump() for turn in request.history]
    meant = request.understood.understood() if request.understood else None
    answer = assistant.ask(request.question, history, request.filters.filters(), understood=meant)
    if not request.stream:
        return JSONResponse(answer.to_dict())
    return StreamingResponse(
        events(answer), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
    )
