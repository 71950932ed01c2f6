"""What a request may hold; every part of it is bounded."""

from typing import Annotated, Literal

from fastapi import Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant.assistant import Assistant
from assistant.question.understood import Understood
from assistant.retrieval.filters import Filters
from assistant.retrieval.scored import ScoredPassage
from assistant.settings import MAX_HISTORY, MAX_QUESTION, MAX_TOP_K

MAX_NAME = 100
MAX_NAMES = 50
# An answer that lists every notice of a large archive may be long when it comes back as history.
MAX_TURN = 20_000

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_NAME)]
Year = Annotated[int, Field(ge=1900, le=2200)]
Question = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_QUESTION)
]


class Strict(BaseModel):
    """A request in which a misspelt field is an error, not a filter that silently does nothing."""

    model_config = ConfigDict(extra="forbid")


class FiltersIn(Strict):
    """Which notices are in scope."""

    places: list[Name] = Field(default=[], max_length=MAX_NAMES)
    year_from: Year | None = None
    year_to: Year | None = None
    issuer: Name | None = None

    def filters(self) -> Filters:
        """Return the filters; raises UsageError if the years run backwards."""
        return Filters(tuple(self.places), self.year_from, self.year_to, self.issuer)


class UnderstoodIn(Strict):
    """What to ask of instead of the places, years and indicators that a question names."""

    places: list[Name] = Field(default=[], max_length=MAX_NAMES)
    year_from: Year | None = None
    year_to: Year | None = None
    indicators: list[Name] = Field(default=[], max_length=MAX_NAMES)

    def understood(self) -> Understood:
        """Return what the question is to be understood as."""
        places, indicators = tuple(self.places), tuple(self.indicators)
        return Understood(places, self.year_from, self.year_to, indicators)


class TurnIn(Strict):
    """Something that was said before."""

    role: Literal["user", "assistant"]
    content: str = Field(max_length=MAX_TURN)


class SearchIn(Strict):
    """A search."""

    query: Question
    top_k: int = Field(default=10, ge=1, le=MAX_TOP_K)
    filters: FiltersIn = FiltersIn()


class AskIn(Strict):
    """A question."""

    question: Question
    history: list[TurnIn] = Field(default=[], max_length=MAX_HISTORY)
    filters: FiltersIn = FiltersIn()
    understood: UnderstoodIn | None = None
    stream: bool = False


class SearchOut(BaseModel):
    """Passages, best first."""

    passages: list[ScoredPassage]
    timings_ms: dict[str, float]


def _scope(
    place: Annotated[list[Name] | None, Query(max_length=MAX_NAMES)] = None,
    year_from: Year | None = None,
    year_to: Year | None = None,
    issuer: Name | None = None,
) -> Filters:
    return Filters(tuple(place or ()), year_from, year_to, issuer)


def _assistant(request: Request) -> Assistant:
    held: Assistant = request.app.state.assistant
    return held


Scope = Annotated[Filters, Depends(_scope)]
Held = Annotated[Assistant, Depends(_assistant)]
