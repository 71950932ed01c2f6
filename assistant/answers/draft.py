"""What an answer is made from before times and question are known."""

from dataclasses import dataclass, field

from assistant.answers.answer import AnswerKind, Citation, Coverage, Reason, Row, Status


@dataclass(frozen=True, slots=True)
class Draft:
    """The part of an `Answer` that depends on the evidence."""

    kind: AnswerKind
    text: str
    status: Status = "answered"
    reason: Reason | None = None
    rows: tuple[Row, ...] = ()
    coverage: Coverage | None = None
    citations: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = field(default=())
    retrieve_ms: float = 0.0
