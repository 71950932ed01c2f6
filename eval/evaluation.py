"""All that one evaluation found, and how it comes about: ask, judge, summarise."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from corpus.plain import to_plain
from eval.comparison import Comparison
from eval.gate import Miss
from eval.gold.locating import Gold, Notices, keep_verbatim, locate
from eval.gold.questions import Fault, Question, QuestionSet
from eval.judging.calibration import Calibration, calibration
from eval.judging.diagnosis import Diagnosis, diagnose
from eval.judging.scoring import Score, score
from eval.judging.summary import Summary, summarise
from eval.measures import ranking_scores
from eval.running.journal import NOTHING, Journal
from eval.running.reply import Reply
from eval.running.runner import Respondent, notices_of, run_questions
from eval.running.sampling import sampled


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Questions with replies, where their gold stands, scores and diagnoses in the same order.

    `golds` identifies the gold of each question, by id. `about` is what was asked of whom, for a
    reader of the report.
    """

    questions: tuple[Question, ...]
    replies: tuple[Reply, ...]
    located: tuple[Gold, ...]
    scores: tuple[Score, ...]
    diagnoses: tuple[Diagnosis, ...]
    summary: Summary
    calibration: Calibration | None
    faults: tuple[Fault, ...]
    golds: Mapping[str, str]
    about: Mapping[str, str | int]
    comparison: Comparison | None = None
    misses: tuple[Miss, ...] | None = None


def evaluate(
    respondent: Respondent,
    question_set: QuestionSet,
    *,
    sample: int | None = None,
    workers: int = 1,
    journal: Journal = NOTHING,
    about: Mapping[str, str | int] | None = None,
) -> Evaluation:
    """Ask, judge and summarise; questions whose gold the index does not hold become faults."""
    named = (name for question in question_set.questions for name in question.notices)
    kept = keep_verbatim(question_set, notices_of(respondent, named))
    questions = sampled(kept.questions, sample)
    replies = run_questions(respondent, questions, workers=workers, journal=journal)
    notices = notices_of(respondent, _mentioned(questions, replies))
    golds = [locate(question, notices) for question in questions]
    scores = judged(questions, golds, replies, notices)
    parts = zip(questions, golds, replies, scores, strict=True)
    return Evaluation(
        questions=questions,
        replies=tuple(replies),
        located=tuple(golds),
        scores=tuple(scores),
        diagnoses=tuple(diagnose(*part) for part in parts),
        summary=summarise(scores, replies),
        calibration=calibration(_sureness(replies, scores)),
        faults=kept.faults,
        golds={question.id: _fingerprint(question) for question in questions},
        about=dict(about or {}),
    )


def judged(
    questions: Sequence[Question],
    golds: Sequence[Gold],
    replies: Sequence[Reply],
    notices: Notices,
) -> list[Score]:
    """Return the scores of the replies, in order."""
    pairs = list(zip(questions, golds, strict=True))
    qrels = {question.id: gold.relevant for question, gold in pairs if question.quotes}
    ranked = ranking_scores(qrels, {reply.question_id: reply.ranking for reply in replies})
    return [
        score(question, gold, reply, notices, ranked.get(question.id, {}))
        for (question, gold), reply in zip(pairs, replies, strict=True)
    ]


def _sureness(replies: Sequence[Reply], scores: Sequence[Score]) -> list[tuple[float, bool]]:
    return [
        (reply.answer.confidence, score.values["answer_accuracy"] == 1)
        for reply, score in zip(replies, scores, strict=True)
        if reply.answer and reply.answer.confidence is not None
    ]


def _fingerprint(question: Question) -> str:
    """Return what identifies a question and its gold, whatever line it stands on."""
    plain = to_plain(question)
    plain.pop("line")
    written = json.dumps(plain, ensure_ascii=False, sort_keys=True)
    return sha256(written.encode("utf-8")).hexdigest()[:16]


def _mentioned(questions: Sequence[Question], replies: Sequence[Reply]) -> list[str]:
    asked = [name for question in questions for name in question.notices]
    answers = [reply.answer for reply in replies if reply.answer]
    return asked + [citation.notice_id for answer in answers for citation in answer.citations]
