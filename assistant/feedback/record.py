"""One thing that a person said of an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal, get_args
from uuid import uuid4

from corpus.errors import UsageError

Verdict = Literal["up", "down"]
Category = Literal[
    "wrong_figure",
    "wrong_place",
    "wrong_citation",
    "missing",
    "should_refuse",
    "should_answer",
    "other",
]
VERDICTS: tuple[str, ...] = get_args(Verdict)
CATEGORIES: tuple[Category, ...] = get_args(Category)
MAX_CORRECTION = 2_000


def _id() -> str:
    return uuid4().hex


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Feedback:
    """A verdict on an answer, with the answer as it was given.

    `answer` is `Answer.to_dict()`; `index` identifies the notices it came from. Nothing is ever
    changed: who thinks again says so again, and the last word counts.
    """

    question: str
    verdict: Verdict
    answer: Mapping[str, Any]
    correction: str | None = None
    category: Category | None = None
    history: Sequence[Mapping[str, str]] = ()
    index: str = ""
    id: str = field(default_factory=_id)
    created_at: str = field(default_factory=_now)

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise UsageError(f"The verdict is {self.verdict!r}. Give up or down.")
        if self.category is not None and self.category not in CATEGORIES:
            raise UsageError(
                f"The category is {self.category!r}. Give one of {', '.join(CATEGORIES)}."
            )
        if self.correction is not None and len(self.correction) > MAX_CORRECTION:
            raise UsageError(
                f"The correction has {len(self.correction):,} characters; "
                f"{MAX_CORRECTION:,} are the limit. Give a shorter one."
            )
