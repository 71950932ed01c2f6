"""An answer as server-sent events."""

import json
import re
from collections.abc import Iterator
from typing import Any

from assistant.answers.answer import Answer

# A marker is never cut in two, so that a reader can show it as soon as it comes.
PIECE = re.compile(r"\[\d+\]|[^\[]{1,40}|\[", re.DOTALL)


def events(answer: Answer) -> Iterator[str]:
    """Yield the text piece by piece, the citations, the rows, and the whole answer last."""
    plain = answer.to_dict()
    for piece in PIECE.findall(answer.text):
        yield _event("token", {"text": piece})
    for citation in plain["citations"]:
        yield _event("citation", citation)
    for row in plain["rows"]:
        yield _event("row", row)
    yield _event("answer", plain)


def _event(name: str, data: Any) -> str:  # noqa: ANN401 - any JSON value
    # JSON has no line breaks of its own, which would end the event.
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
