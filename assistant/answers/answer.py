"""What an answer is made of."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from assistant.question.understood import Understood
from assistant.retrieval.filters import Filters
from corpus.notice import Comparator, Role, Years
from corpus.plain import to_plain

AnswerKind = Literal["lookup", "coverage", "comparison", "tasks", "listing", "small_talk"]
Status = Literal["answered", "not_found"]
Reason = Literal["no_such_notice", "notice_silent", "weak_evidence", "out_of_scope"]
Finding = Literal["target", "achieved", "mention", "silent"]
Basis = Literal["ledger", "sentences", "mentions", "meaning"]
Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim stands: ``notice.text[start:end] == quote``; `marker` counts from 1.

    `role` and `years` are those of its section: a plan for these years or a review of them.
    """

    marker: int
    notice_id: str
    title: str
    place: str | None
    issuer: str | None
    document_number: str | None
    issued_on: date | None
    section_path: tuple[str, ...]
    start: int
    end: int
    quote: str
    role: Role = "plan"
    years: Years | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What one notice says on what was asked; `citation` is a marker, None where it is silent.

    `scope` is the part of the place that a figure is of, empty where it is of the whole.
    """

    notice_id: str
    place: str | None
    year: int | None
    finding: Finding
    indicator: str | None = None
    action: str | None = None
    comparator: Comparator | None = None
    comparator_text: str | None = None
    value: str | None = None
    number: float | tuple[float, float] | None = None
    unit: str | None = None
    target_year: int | None = None
    deadline: str | None = None
    responsible: tuple[str, ...] = ()
    citation: int | None = None
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many notices are in scope, were examined, and gave a row that is not silent."""

    in_scope: int
    examined: int
    with_finding: int


@dataclass(frozen=True, slots=True)
class Claims:
    """What became of the sentences that a language model wrote."""

    checked: int = 0
    supported: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds by stage."""

    analyse: float = 0.0
    retrieve: float = 0.0
    answer: float = 0.0
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with everything it rests on; no evidence is an answer too, with its reason.

    `basis` says what a lookup was answered from, `strength` how much of the question its best
    sentence holds (of a refusal: the nearest one). `confidence` is how likely the answer, or the
    refusal, is right, from 0 to 1; None where nobody has estimated it.
    """

    question: str
    standalone_question: str
    language: Language
    kind: AnswerKind
    status: Status
    text: str
    reason: Reason | None = None
    rows: tuple[Row, ...] = ()
    coverage: Coverage | None = None
    citations: tuple[Citation, ...] = ()
    filters: Filters = field(default_factory=Filters)
    understood: Understood = field(default_factory=Understood)
    generator: str = "extractive"
    claims: Claims = field(default_factory=Claims)
    timings_ms: Timings = field(default_factory=Timings)
    notes: tuple[str, ...] = ()
    basis: Basis | None = None
    strength: float = 0.0
    confidence: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as JSON values, the same on every face."""
        plain: dict[str, Any] = to_plain(self)
        return plain
