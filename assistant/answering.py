"""From a query to an answer: chooses the kind, gathers the evidence, calls `answers/`.

The kinds of answers are pure functions of evidence; this is where the evidence comes from.
"""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answers.coverage import Ledger, answer_coverage, topics
from assistant.answers.draft import Draft
from assistant.answers.evidence import Evidence, Unit, aspects, units
from assistant.answers.imprint import answer_imprint, field_asked
from assistant.answers.listing import answer_listing, answer_small_talk
from assistant.answers.lookup import (
    EXACT,
    answer_all_figures,
    answer_from_ledger,
    answer_from_mentions,
    answer_from_sentences,
    rank,
)
from assistant.answers.mentions import find_mention
from assistant.answers.refusal import no_such_notice, notice_silent, out_of_scope, weak_evidence
from assistant.answers.tasks import answer_tasks, office_named
from assistant.answers.wording import existing, say, years_named
from assistant.question.analysis import Query
from assistant.question.intent import asks_all_figures, asks_who
from assistant.retrieval.filters import Filters
from assistant.retrieval.library import Document, Library
from assistant.retrieval.retriever import Retriever
from assistant.retrieval.scored import ScoredPassage
from corpus.notice import Target
from corpus.sentences import Span
from embeddings.archive.generation import Generation
from embeddings.archive.records import NoticeSummary

PASSAGES_READ = 10
MOST_SAID = 3
UNKNOWN_SHARE = 0.6
NEARLY_ALL = 0.8
OF_AN_OFFICE = re.compile(r"做|任务|工作|事|职责|\btasks?\b|\bdo\b", re.IGNORECASE)
NEAR = 0.3


@dataclass(frozen=True, slots=True)
class Scope:
    """The notices a question is about."""

    query: Query
    notices: tuple[NoticeSummary, ...]
    notes: tuple[str, ...] = ()


class Answerer:
    """Answers over one generation of the index."""

    def __init__(self, generation: Generation, library: Library, retriever: Retriever) -> None:
        self._tables = generation.tables
        self._library = library
        self._retriever = retriever

    def answer(self, query: Query, *, carried_years: bool = False) -> Draft:
        """Return the answer to a query, or why there is none.

        :param carried_years: the years are those of an earlier question; if they leave no notice
            of the place, they are dropped, and the answer says so.
        """
        everything = self._tables.notices()
        if query.kind == "small_talk":
            return answer_small_talk(query, everything)
        scope = self._scope(query, everything, carried_years)
        if not scope.notices:
            return self._nothing_in_scope(query, everything)
        draft = self._in_scope(scope, everything)
        return replace(draft, notes=(*scope.notes, *draft.notes))

    def _scope(
        self, query: Query, everything: Sequence[NoticeSummary], carried_years: bool
    ) -> Scope:
        notices = self._with_reviews(query, in_scope(query, everything), everything)
        # Years that were carried over, or that a premise names, may be dropped; years asked for not.
        loose = (carried_years or query.checks) and query.filters.places and query.filters.years
        if notices or not loose:
            return Scope(query, tuple(notices))
        relaxed = replace(query, filters=Filters(query.filters.places, issuer=query.filters.issuer))
        notices = in_scope(relaxed, everything)
        asked = years_named(query.filters)
        note = say(
            query.language,
            f"所问地区没有 {asked} 年的通知，以下为该地区的其他年份：{existing('zh', notices)}。",
            f"There is no notice of {asked} for that place; this is from {existing('en', notices)}.",
        )
        return Scope(relaxed if notices else query, tuple(notices), (note,) if notices else ())

    def _with_reviews(
        self,
        query: Query,
        notices: Sequence[NoticeSummary],
        everything: Sequence[NoticeSummary],
    ) -> list[NoticeSummary]:
        """Return the notices with those of other years that tell what the years asked achieved.

        What was achieved in 2016 stands in the plan for 2017. A question for targets is not
        answered with it.
        """
        years = query.filters.years
        if years is None or query.figure_kind == "target" or not query.terms:
            return list(notices)
        undated = replace(query, filters=replace(query.filters, year_from=None, year_to=None))
        others = [n for n in in_scope(undated, everything) if n not in notices]
        ledger = self._ledger(query, others)
        telling = {
            notice_id
            for (notice_id, _), targets in ledger.items()
            for target in targets
            if target.target_year and years.first <= target.target_year <= years.last
        }
        return [*notices, *(n for n in others if n.notice_id in telling)]

    def _nothing_in_scope(self, query: Query, everything: Sequence[NoticeSummary]) -> Draft:
        if not query.terms and not query.filters.years and self._is_foreign(query):
            return out_of_scope(query, everything)
        return no_such_notice(query, everything)

    def _in_scope(self, scope: Scope, everything: Sequence[NoticeSummary]) -> Draft:
        query, documents = scope.query, [self._library.document(n) for n in scope.notices]
        if not query.has_topic and asks_all_figures(query.question):
            ids = [notice.notice_id for notice in scope.notices]
            if found := answer_all_figures(query, documents, self._tables.targets(ids)):
                return found
        narrowed = query.filters != Filters() or bool(query.document_number)
        if query.kind == "listing" or not (query.has_topic or field_asked(query.question)):
            asks = query.kind in ("listing", "coverage") or narrowed
            return answer_listing(query, documents) if asks else out_of_scope(query, everything)
        if field_asked(query.question) and (found := answer_imprint(query, documents)):
            return found
        if (
            query.kind == "tasks"
            or asks_who(query.question)
            or self._names_office(query, documents)
        ) and (found := self._tasks(query, documents)):
            return found
        if query.kind in ("coverage", "comparison") and (
            query.terms or not self._is_foreign(query)
        ):
            return answer_coverage(query, documents, self._ledger(query, scope.notices))
        return self._lookup(replace(query, kind="lookup"), documents, everything)

    def _tasks(self, query: Query, documents: Sequence[Document]) -> Draft | None:
        ids = [document.notice.notice_id for document in documents]
        return answer_tasks(
            query, documents, self._tables.tasks(ids), lambda rest: self._left(query, rest)
        )

    def _names_office(self, query: Query, documents: Sequence[Document]) -> bool:
        """Return whether a question asks what an office of the tasks is to do."""
        if query.kind != "lookup" or not OF_AN_OFFICE.search(query.question):
            return False
        ids = [document.notice.notice_id for document in documents]
        return office_named(query.question, self._tables.tasks(ids)) is not None

    def _left(self, query: Query, rest: str) -> list[Unit]:
        """Return the units of evidence that still stand in what is left of the question."""
        wanted = units(query, self._retriever.weight)
        ours = {
            "完成",
            "工作",
            "任务",
            "负责",
            "牵头",
            "配合",
            "单位",
            "责任",
            "responsible",
            "tasks",
            "task",
        }
        return [
            unit for unit in wanted
            if not ours.intersection(unit.forms) and any(form in rest.lower() for form in unit.forms)
        ]  # fmt: skip

    def _ledger(self, query: Query, notices: Sequence[NoticeSummary]) -> Ledger:
        """Return the figures by notice and term: those of an indicator, or all that a topic holds."""
        ids = [notice.notice_id for notice in notices]
        ledger: dict[tuple[str, str], list[Target]] = {}
        for term in topics(query):
            exact = term.name if term.kind == "indicator" else None
            for target in self._tables.targets(ids, indicator=exact):
                if exact or any(form in target.indicator for form in term.written):
                    ledger.setdefault((target.notice_id, term.name), []).append(target)
        return ledger

    def _lookup(
        self, query: Query, documents: Sequence[Document], everything: Sequence[NoticeSummary]
    ) -> Draft:
        notices = [document.notice for document in documents]
        asked = aspects(query, self._retriever.weight)
        asks_figure = bool(topics(query)) and (
            query.wanted == "number" or query.figure_kind == "target" or query.checks
        )
        if asks_figure and (
            found := answer_from_ledger(query, documents, self._ledger(query, notices), asked)
        ):
            return found
        strict = query.wanted == "number" and any(t.kind == "indicator" for t in query.terms)
        passages, spent = self._retrieved(query, documents)
        ranked = self._ranked(query, documents, passages)
        found = self._from_sentences(query, ranked, asked, len(documents), strict=strict)
        found = found or self._from_mention(query, documents, asked)
        found = found or self._refuse(query, documents, everything, ranked)
        return replace(found, retrieve_ms=spent)

    def _from_mention(
        self, query: Query, documents: Sequence[Document], asked: Sequence[Unit]
    ) -> Draft | None:
        """Return what the notices say of a term, where no particular fact of it is asked for."""
        if query.wanted in EXACT or not query.terms or query.actions:
            return None
        return answer_from_mentions(query, documents, asked)

    def _retrieved(
        self, query: Query, documents: Sequence[Document]
    ) -> tuple[list[ScoredPassage], float]:
        started = time.perf_counter()
        notices = [document.notice for document in documents]
        passages = self._retriever.search(query, notices, query.filters, PASSAGES_READ)
        return passages, round((time.perf_counter() - started) * 1000, 2)

    def _ranked(
        self, query: Query, documents: Sequence[Document], passages: Sequence[ScoredPassage]
    ) -> list[Evidence]:
        wanted = units(query, self._retriever.weight)
        return rank(
            query, wanted, passages, documents, lambda texts: self._retriever.likeness(query, texts)
        )

    def _from_sentences(
        self,
        query: Query,
        ranked: Sequence[Evidence],
        asked: Sequence[Unit],
        documents: int,
        *,
        strict: bool,
    ) -> Draft | None:
        if strict:
            names = [form for term in topics(query) for form in term.written]
            ranked = [
                e
                for e in ranked
                if any(name in e.text for name in names) and e.overlap >= NEARLY_ALL
            ]
        return answer_from_sentences(query, ranked, asked, documents)

    def _refuse(
        self,
        query: Query,
        documents: Sequence[Document],
        everything: Sequence[NoticeSummary],
        ranked: Sequence[Evidence],
    ) -> Draft:
        filters = query.filters
        named = bool(filters.places and filters.years)
        if not query.terms and not named and self._is_foreign(query):
            return out_of_scope(query, everything)
        if query.language == "en" and not (query.terms or query.meant or query.subject):
            # No word of the question has a Chinese counterpart, so silence was not established.
            return weak_evidence(query, everything)
        if not (query.terms or filters.places or filters.years or filters.issuer):
            return weak_evidence(query, everything)
        topic = "、".join(term.name for term in query.terms) or query.subject or query.question
        said = self._said(query, documents)
        near = [(e.document, e.span) for e in ranked[:2] if e.strength >= NEAR]
        return notice_silent(query, topic, documents, said, [] if said else near)

    def _said(self, query: Query, documents: Sequence[Document]) -> list[tuple[Document, Span]]:
        """Return what the notices do say of the terms asked about: other figures, else mentions."""
        ledger = self._ledger(query, [document.notice for document in documents])
        found: dict[tuple[str, Span], Document] = {}
        for document in documents:
            for term in topics(query):
                figures = ledger.get((document.notice.notice_id, term.name), ())
                spans = [Span(target.start, target.end) for target in figures]
                spans = spans or list(filter(None, [find_mention(document, term)]))
                found.update({(document.notice.notice_id, span): document for span in spans})
        return [(document, span) for (_, span), document in found.items()][:MOST_SAID]

    def _is_foreign(self, query: Query) -> bool:
        """Return whether most of what is asked about occurs in no notice and is no policy term."""
        wanted = units(query, self._retriever.weight)
        if query.terms or query.meant or not wanted:
            return not wanted
        total = sum(unit.weight for unit in wanted)
        unknown = sum(unit.weight for unit in wanted if not self._retriever.knows(unit.forms[0]))
        return unknown > UNKNOWN_SHARE * total


def in_scope(query: Query, notices: Sequence[NoticeSummary]) -> list[NoticeSummary]:
    """Return the notices that match the filters and are of the level asked to list.

    A place that has notices of its own is meant itself, unless places in it are asked for.
    """
    matching = query.filters.select(notices)
    if query.document_number:
        return [n for n in matching if n.document_number == query.document_number]
    if query.level:
        return [n for n in matching if n.place and _is_of_level(n, query)]
    own = [n for n in matching if n.place and n.place.name in query.filters.places]
    names = {n.place.name for n in own if n.place}
    if own and names >= set(query.filters.places):
        return own
    # 上海市2016年的目标 is not answered with a district's: that must be asked for.
    wide = not query.filters.places or query.kind != "lookup"
    return matching if wide else [n for n in matching if _is_named(n, query)]


def _is_named(notice: NoticeSummary, query: Query) -> bool:
    """Return whether a place of the question is that of the notice, not one that holds it."""
    place = notice.place
    return place is not None and any(
        name in (place.name, place.full_name) or place.name.startswith(name)
        for name in query.filters.places
    )


def _is_of_level(notice: NoticeSummary, query: Query) -> bool:
    place = notice.place
    if place is None:
        return False
    municipal = place.level == "province" and place.name.endswith("市")
    return place.level == query.level or (query.level == "city" and municipal)
