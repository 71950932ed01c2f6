"""Chooses the kind of answer."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.figures import figures
from assistant.answering.indicators import with_indicators
from assistant.answering.inquiry import Inquiry
from assistant.answering.looking_up import Lookup
from assistant.answering.scope import scope_of
from assistant.answering.superseded import superseded_notes
from assistant.answers.coverage import answer_coverage
from assistant.answers.draft import Draft
from assistant.answers.evidence import Unit, units
from assistant.answers.imprint import answer_imprint, field_asked
from assistant.answers.listing import answer_listing, answer_small_talk
from assistant.answers.lookup import answer_all_figures
from assistant.answers.refusal import no_such_notice, out_of_scope
from assistant.answers.tasks import answer_tasks, office_named
from assistant.question.analysis import Query
from assistant.question.intent import ERRAND, asks_all_figures, asks_who
from assistant.retrieval.filters import Filters
from assistant.retrieval.library import Library
from assistant.retrieval.retriever import Retriever
from embeddings.archive.generation import Generation
from embeddings.archive.records import NoticeSummary

OF_AN_OFFICE = re.compile(
    r"做(?:什么|哪|几)|(?:哪些|什么|几项|几件)(?:工作|事|任务)|任务|职责|负责|干(?:什么|哪)|\btasks?\b|\bdo\b",
    re.IGNORECASE,
)
# Words that ask for tasks and say nothing about which.
OF_TASKS = frozenset("完成 工作 任务 负责 牵头 配合 单位 责任 responsible task tasks".split())  # noqa: SIM905


class Answerer:
    """Answers over one generation of the index."""

    def __init__(self, generation: Generation, library: Library, retriever: Retriever) -> None:
        self._tables = generation.tables
        self._library = library
        self._retriever = retriever
        self._lookup = Lookup(self._tables, retriever)

    def answer(self, query: Query, *, carried_years: bool = False) -> Draft:
        """Return the answer to a query, or why there is none.

        :param carried_years: the years are those of an earlier question.
        """
        everything = self._tables.notices()
        if query.kind == "small_talk":
            return answer_small_talk(query, everything)
        if ERRAND.match(query.question):
            return out_of_scope(query, everything)
        scope = scope_of(self._tables, query, everything, carried_years=carried_years)
        if not scope.notices:
            return replace(self._nothing_in_scope(query, everything), notes=scope.notes)
        documents = tuple(self._library.document(notice) for notice in scope.notices)
        ids = [notice.notice_id for notice in scope.notices]
        known = with_indicators(scope.query, self._tables, ids)
        draft = self._in_scope(Inquiry(known, documents, tuple(everything)))
        newer = superseded_notes(query.language, draft, everything)
        return replace(draft, notes=(*scope.notes, *draft.notes, *newer))

    def _nothing_in_scope(self, query: Query, everything: Sequence[NoticeSummary]) -> Draft:
        foreign = query.has_topic and self._lookup.is_foreign(query)
        if foreign and not query.filters.years:
            return out_of_scope(query, everything)
        return no_such_notice(query, everything)

    def _in_scope(self, inquiry: Inquiry) -> Draft:
        query = inquiry.query
        return (
            self._about_notices(inquiry)
            or self._tasks(inquiry)
            or self._coverage(inquiry)
            or self._lookup.answer(replace(inquiry, query=replace(query, kind="lookup")))
        )

    def _about_notices(self, inquiry: Inquiry) -> Draft | None:
        """Answer what asks for notices, for all their figures, or for a fact of their imprint."""
        query, documents = inquiry.query, inquiry.documents
        if not query.has_topic and asks_all_figures(query.question):
            targets = self._tables.targets(inquiry.ids)
            if found := answer_all_figures(query, documents, targets):
                return found
        if field_asked(query.question):
            return answer_imprint(query, documents)
        if query.has_topic and query.kind != "listing":
            return None
        narrowed = query.filters != Filters() or query.document_number is not None
        if narrowed or query.kind in ("listing", "coverage"):
            return answer_listing(query, documents)
        return out_of_scope(query, inquiry.everything)

    def _tasks(self, inquiry: Inquiry) -> Draft | None:
        query, tasks = inquiry.query, self._tables.tasks(inquiry.ids)
        of_office = query.kind == "lookup" and OF_AN_OFFICE.search(query.question)
        named = of_office and office_named(query.question, tasks)
        if query.kind == "tasks" or asks_who(query.question) or named:
            return answer_tasks(
                query, inquiry.documents, tasks, lambda rest: self._left(query, rest)
            )
        return None

    def _left(self, query: Query, rest: str) -> list[Unit]:
        """Return the units of evidence that still stand in what is left of the question."""
        rest = rest.lower()
        return [
            unit
            for unit in units(query, self._retriever.weight)
            # An English question names a term in none of its Chinese forms.
            if not OF_TASKS.intersection(unit.forms)
            and (any(form in rest for form in unit.forms) or not _written(unit, query))
        ]

    def _coverage(self, inquiry: Inquiry) -> Draft | None:
        query = inquiry.query
        if query.kind not in ("coverage", "comparison"):
            return None
        if not query.terms and self._lookup.is_foreign(query):
            return None
        ledger = figures(self._tables, query, inquiry.notices)
        draft = answer_coverage(query, inquiry.documents, ledger)
        # That no notice has the everyday words of a question does not make the notices silent.
        in_other_words = bool(query.meant) and not query.terms
        return None if draft.status == "not_found" and in_other_words else draft


def _written(unit: Unit, query: Query) -> bool:
    return any(form in query.question.lower() for form in unit.forms)
