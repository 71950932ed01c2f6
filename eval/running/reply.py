"""What came back for one question, and as JSON and back again."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from assistant.answers.answer import Answer
from corpus.plain import to_plain


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back for one question; no answer where asking failed, with the error."""

    question_id: str
    answer: Answer | None
    ranking: tuple[str, ...]
    latency_ms: float
    error: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the reply as JSON values."""
        plain: dict[str, Any] = to_plain(self)
        return plain


def reply_of(entry: Mapping[str, Any]) -> Reply:
    """Return the reply that `Reply.to_dict` wrote.

    :raises ValueError: if it is none.
    """
    return _replies().validate_python({name: entry.get(name) for name in Reply.__slots__})


def answer_of(entry: Mapping[str, Any]) -> Answer:
    """Return the answer that `Answer.to_dict` wrote.

    :raises ValueError: if it is none.
    """
    return _answers().validate_python(entry)


@lru_cache(maxsize=1)
def _replies() -> TypeAdapter[Reply]:
    return TypeAdapter(Reply)


@lru_cache(maxsize=1)
def _answers() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)
