"""A question set through an assistant: what came back, and how long it took."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from typing import Protocol

from tqdm import tqdm

from assistant.answers.answer import Answer
from assistant.retrieval.filters import Filters
from assistant.retrieval.scored import ScoredPassage
from corpus.errors import NoticeNotFound
from corpus.notice import Notice
from embeddings.archive.records import NoticeSummary
from eval.gold.questions import Question
from eval.running.journal import NOTHING, Journal
from eval.running.reply import Reply

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

    def notices(self) -> Sequence[NoticeSummary]:
        """Return all notices without their texts."""


def run_questions(
    respondent: Respondent,
    questions: Sequence[Question],
    *,
    workers: int = 1,
    journal: Journal = NOTHING,
) -> list[Reply]:
    """Ask every question, with a progress bar on stderr; the replies are in the order asked.

    :param workers: how many threads ask at a time; the answers do not depend on it, the times do.
    """

    def reply(question: Question) -> Reply:
        known = journal.known(question)
        found = known or _reply(respondent, question)
        if known is None:
            journal.keep(question, found)
        return found

    with ThreadPoolExecutor(workers) as pool, _bar(len(questions)) as bar:
        replies = []
        try:
            for found in pool.map(reply, questions):
                replies.append(found)
                bar.update()
        except BaseException:
            # Questions that wait are not asked any more.
            pool.shutdown(cancel_futures=True)
            raise
    return replies


def _bar(total: int) -> tqdm:
    return tqdm(total=total, desc="Questions", unit="question", file=sys.stderr, leave=False)


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
