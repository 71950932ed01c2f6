"""One reply against the gold of its question."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from assistant.answers.answer import Answer
from eval.gold.locating import Gold, Notices
from eval.gold.questions import Question
from eval.measures import (
    RANKING_MEASURES,
    citation_precision,
    citation_recall,
    row_score,
    says,
    supported_share,
    verbatim_share,
)
from eval.running.reply import Reply

# Every measure, in the order of the report, and how it is printed.
MEASURES = {
    "answer_accuracy": "Answer accuracy",
    "citation_precision": "Citation precision",
    "citation_recall": "Citation recall",
    "citation_support": "Citation support",
    "citation_verbatim": "Citations verbatim",
    "row_precision": "Row precision",
    "row_recall": "Row recall",
    "row_f1": "Row F1",
    "row_exact": "Rows all right",
    "false_answer_rate": "False-answer rate",
    "false_refusal_rate": "False-refusal rate",
    "reason_accuracy": "Reason accuracy",
    "follow_up_accuracy": "Follow-up accuracy",
    "ndcg_at_10": "nDCG@10",
    "mrr_at_10": "MRR@10",
    "recall_at_1": "Recall@1",
    "recall_at_5": "Recall@5",
    "recall_at_10": "Recall@10",
    "judged_at_10": "Judged@10",
}


@dataclass(frozen=True, slots=True)
class Score:
    """The measures that apply to a question, each between 0 and 1."""

    question_id: str
    type: str
    values: Mapping[str, float]


def score(
    question: Question,
    gold: Gold,
    reply: Reply | None,
    notices: Notices,
    ranking: Mapping[str, float] = MappingProxyType({}),
) -> Score:
    """Score a reply; a question without one, or whose asking failed, scores 0 wherever it can.

    :param ranking: the ranking measures of the question, each 0 where they are not given.
    """
    answer = reply.answer if reply else None
    right = float(answer is not None and is_right(question, answer))
    values = {"answer_accuracy": right}
    if question.history:
        values["follow_up_accuracy"] = right
    if question.unanswerable:
        values |= _refusal(question, answer)
    else:
        values["false_refusal_rate"] = float(answer is None or answer.status == "not_found")
        values |= _rows(question, answer, notices)
    if question.quotes:
        values |= {name: ranking.get(name, 0.0) for name in RANKING_MEASURES}
    values |= _citations(question, gold, answer, notices)
    return Score(question.id, question.type, values)


def is_right(question: Question, answer: Answer) -> bool:
    """Return whether the answer says all it must and nothing it must not, or refuses if it must."""
    text = shown(answer)
    if any(says(text, wrong) for wrong in question.excludes):
        return False
    if question.unanswerable:
        return answer.status == "not_found"
    return answer.status == "answered" and all(says(text, part) for part in question.contains)


def shown(answer: Answer) -> str:
    """Return what a reader sees of the claims: the text, and the rows line by line."""
    lines = [answer.text]
    for row in answer.rows:
        cells = (row.place, row.year, row.value, row.unit, row.deadline, *row.responsible)
        lines.append(" | ".join(str(cell) for cell in cells if cell is not None))
    return "\n".join(lines)


def _refusal(question: Question, answer: Answer | None) -> dict[str, float]:
    refused = answer is not None and answer.status == "not_found"
    reason = answer.reason if answer and refused else None
    return {
        "false_answer_rate": float(answer is not None and not refused),
        "reason_accuracy": float(reason in question.unanswerable),
    }


def _rows(question: Question, answer: Answer | None, notices: Notices) -> dict[str, float]:
    if not question.rows:
        return {}
    if answer is None:
        return dict.fromkeys(("row_precision", "row_recall", "row_f1", "row_exact"), 0.0)
    found = row_score(question.rows, answer, notices)
    measured = {"row_precision": found.precision, "row_recall": found.recall, "row_f1": found.f1}
    return measured | {"row_exact": float(found.precision == found.recall == 1)}


def _citations(
    question: Question, gold: Gold, answer: Answer | None, notices: Notices
) -> dict[str, float]:
    citations = answer.citations if answer else ()
    values = {}
    if citations:
        values["citation_verbatim"] = verbatim_share(citations, notices)
    share = supported_share(answer, notices) if answer else None
    if share is not None:
        values["citation_support"] = share
    if question.quotes:
        values["citation_recall"] = citation_recall(citations, gold, notices)
    # A refusal makes no claim, so its citations are not judged; that it refused is.
    if question.quotes and answer and answer.status == "answered":
        values["citation_precision"] = citation_precision(citations, question, gold, notices)
    return values
