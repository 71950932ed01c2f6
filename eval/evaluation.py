"""All that one evaluation found."""

from dataclasses import dataclass

from eval.comparison import Comparison
from eval.gate import Miss
from eval.gold.locating import keep_verbatim, locate
from eval.gold.questions import Fault, Question, QuestionSet
from eval.judging.scoring import Score, score
from eval.judging.summary import Summary, summarise
from eval.running.runner import Reply, Respondent, notices_of, run_questions


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Questions, replies and scores in the same order, with what follows from them."""

    questions: tuple[Question, ...]
    replies: tuple[Reply, ...]
    scores: tuple[Score, ...]
    summary: Summary
    faults: tuple[Fault, ...]
    comparison: Comparison | None = None
    misses: tuple[Miss, ...] | None = None


def evaluate(respondent: Respondent, question_set: QuestionSet) -> Evaluation:
    """Ask, score and summarise; questions whose gold the index does not hold become faults."""
    about = (name for question in question_set.questions for name in question.notices)
    kept = keep_verbatim(question_set, notices_of(respondent, about))
    replies = run_questions(respondent, kept.questions)
    notices = notices_of(respondent, _mentioned(kept, replies))
    scores = [
        score(question, locate(question, notices), reply, notices)
        for question, reply in zip(kept.questions, replies, strict=True)
    ]
    return Evaluation(
        kept.questions, tuple(replies), tuple(scores), summarise(scores, replies), kept.faults
    )


def _mentioned(questions: QuestionSet, replies: list[Reply]) -> list[str]:
    asked = [name for question in questions.questions for name in question.notices]
    answers = [reply.answer for reply in replies if reply.answer]
    return asked + [citation.notice_id for answer in answers for citation in answer.citations]
