"""What an answer is made from before times and question are known."""

from dataclasses import dataclass, field

from assistant.answers.answer import AnswerKind, Basis, Citation, Coverage, Reason, Row, Status


@dataclass(frozen=True, slots=True)
class Draft:
    """The part of an `Answer` that depends on the evidence.

    `basis` names what a lookup was answered from; `strength` is how much of the question the best
    sentence holds, with its likeness to it, from 0 to about 1.5. Both are for the confidence.
    """

    kind: AnswerKind
    text: str
    status: Status = "answered"
    reason: Reason | None = None
    rows: tuple[Row, ...] = ()
    coverage: Coverage | None = None
    citations: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = field(default=())
    retrieve_ms: float = 0.0
    basis: Basis | None = None
    strength: float = 0.0
