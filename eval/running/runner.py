"""A question set through an assistant: what came back, and how long it took."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol

from tqdm import tqdm

from assistant.answers.answer import Answer
from assistant.retrieval.filters import Filters
from assistant.retrieval.scored import ScoredPassage
from corpus.errors import NoticeNotFound
from corpus.notice import Notice
from eval.gold.questions import Question

TOP_K = 10


class Respondent(Protocol):
    """What an evaluation needs of an assistant."""

    def ask(
        self,
        question: str,
        history: Sequence[Mapping[str, str]] = (),
        filters: Filters | None = None,
    ) -> Answer:
        """Return an answer with its citations."""

    def search(
        self, query: str, top_k: int = 10, filters: Filters | None = None
    ) -> list[ScoredPassage]:
        """Return scored passages, best first."""

    def notice(self, notice_id: str) -> Notice:
        """Return a notice, or raise `NoticeNotFound`."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back for one question; no answer where asking failed, with the error."""

    question_id: str
    answer: Answer | None
    ranking: tuple[str, ...]
    latency_ms: float
    error: str | None = None


def run_questions(respondent: Respondent, questions: Sequence[Question]) -> list[Reply]:
    """Ask every question, in order, with a progress bar on stderr."""
    bar = tqdm(questions, desc="Questions", unit="question", file=sys.stderr, leave=False)
    return [_reply(respondent, question) for question in bar]


def _reply(respondent: Respondent, question: Question) -> Reply:
    start = perf_counter()
    try:
        answer = respondent.ask(question.question, history=question.history)
        latency = 1000 * (perf_counter() - start)
        ranking = _ranking(respondent, question, answer)
    # One question that fails is a wrong answer, not the end of the run.
    except Exception as error:
        message = f"{type(error).__name__}: {error}"
        return Reply(question.id, None, (), 1000 * (perf_counter() - start), message)
    return Reply(question.id, answer, ranking, latency)


def _ranking(respondent: Respondent, question: Question, answer: Answer) -> tuple[str, ...]:
    """Search as the answer did: the standalone question with the filters it was understood to have."""
    if not question.quotes:
        return ()
    query = answer.standalone_question or question.question
    found = respondent.search(query, top_k=TOP_K, filters=answer.filters)
    return tuple(passage.passage_id for passage in found)


def notices_of(respondent: Respondent, notice_ids: Iterable[str]) -> dict[str, Notice]:
    """Return the notices of these ids, without those that are not indexed."""
    found = {}
    for notice_id in sorted(set(notice_ids)):
        try:
            found[notice_id] = respondent.notice(notice_id)
        except NoticeNotFound:
            continue
    return found
