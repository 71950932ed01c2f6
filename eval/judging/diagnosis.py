"""What went wrong with a question: which step lost it, and what is missing or too much.

The steps are those of an answer: its passage is found, a sentence is chosen, the figure is read from
it, or it is refused. A question is put down to the first step that failed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.answers.answer import Answer
from eval.gold.locating import Gold
from eval.gold.questions import Question
from eval.gold.spans import Span
from eval.judging.scoring import Score, shown
from eval.measures import says
from eval.running.reply import Reply

Verdict = Literal["right", "flawed", "wrong"]
Failure = Literal[
    "error",
    "false_answer",
    "not_retrieved",
    "false_refusal",
    "not_chosen",
    "figure_misread",
    "not_said",
    "wrong_claim",
    "wrong_rows",
    "wrong_citations",
    "wrong_reason",
]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Why a question is not right, or not wholly so.

    `flawed` is an answer that says what it must, but with rows or citations at fault, or a refusal
    for another reason. `rank` is that of the first relevant passage, None where none was found;
    `unsaid`, `forbidden` and `uncited` are what the gold wants, forbids and rests on.
    """

    question_id: str
    verdict: Verdict
    failure: Failure | None = None
    rank: int | None = None
    unsaid: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    uncited: tuple[str, ...] = ()


def diagnose(question: Question, gold: Gold, reply: Reply, score: Score) -> Diagnosis:
    """Return what went wrong with a question."""
    right = score.values["answer_accuracy"] == 1
    flaw = _flaw(question, score.values) if right else None
    answer, text = reply.answer, shown(reply.answer) if reply.answer else ""
    uncited = _uncited(question, gold, answer)
    rank = next((n for n, p in enumerate(reply.ranking, 1) if gold.relevant.get(p)), None)
    found = Diagnosis(
        question.id,
        "wrong" if not right else "flawed" if flaw else "right",
        flaw,
        rank,
        () if question.unanswerable else _which(question.contains, text, there=False),
        _which(question.excludes, text, there=True),
        uncited,
    )
    return found if right else replace(found, failure=_lost(question, answer, found))


def _lost(question: Question, answer: Answer | None, found: Diagnosis) -> Failure:
    """Return the first step that failed for an answer that is wrong."""
    if answer is None:
        return "error"
    if question.unanswerable:
        return "false_answer" if answer.status == "answered" else "wrong_claim"
    cites_none = len(found.uncited) == len(question.quotes) > 0
    if question.quotes and found.rank is None and (cites_none or answer.status != "answered"):
        return "not_retrieved"
    if answer.status != "answered":
        return "false_refusal"
    if cites_none:
        return "not_chosen"
    if found.unsaid:
        figures = any(char.isdigit() for wanted in found.unsaid for char in wanted)
        return "figure_misread" if figures and not found.uncited else "not_said"
    return "wrong_claim"


def _flaw(question: Question, values: Mapping[str, float]) -> Failure | None:
    """Return what is at fault in an answer that says what it must."""
    if question.unanswerable:
        return None if values.get("reason_accuracy", 1) == 1 else "wrong_reason"
    if values.get("row_f1", 1) < 1:
        return "wrong_rows"
    cited = ("citation_recall", "citation_precision", "citation_verbatim", "citation_support")
    return "wrong_citations" if any(values.get(name, 1) < 1 for name in cited) else None


def _which(wanted: Iterable[str], text: str, *, there: bool) -> tuple[str, ...]:
    return tuple(part for part in wanted if says(text, part) == there)


def _uncited(question: Question, gold: Gold, answer: Answer | None) -> tuple[str, ...]:
    """Return the gold quotes that no citation meets."""
    spans: Sequence[Span] = [
        Span(citation.notice_id, citation.start, citation.end)
        for citation in (answer.citations if answer else ())
    ]
    return tuple(
        quote
        for quote, places in zip(question.quotes, gold.quotes, strict=True)
        if not any(span.meets(place) for span in spans for place in places)
    )
