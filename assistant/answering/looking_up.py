"""Lookups: the ledger first, then sentences, then mentions; a refusal where none answers."""

import time
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.figures import figures
from assistant.answering.inquiry import Inquiry
from assistant.answers.coverage import topics
from assistant.answers.draft import Draft
from assistant.answers.evidence import FACTS, Evidence, Unit, aspects, units
from assistant.answers.lookup import (
    answer_by_meaning,
    answer_counted,
    answer_from_ledger,
    answer_from_mentions,
    answer_from_sentences,
    names,
    rank,
)
from assistant.answers.mentions import find_mention
from assistant.answers.refusal import notice_silent, out_of_scope, weak_evidence
from assistant.question.analysis import Query
from assistant.question.condition import NEW
from assistant.retrieval.library import Document
from assistant.retrieval.retriever import Retriever
from corpus.sentences import Span
from embeddings.archive.tables import Tables

PASSAGES_READ = 10
MOST_SAID = 3
NEARLY_ALL = 0.8
NEAR = 0.3
UNKNOWN_SHARE = 0.6


class Lookup:
    """Answers what is no table: one fact, one passage."""

    def __init__(self, tables: Tables, retriever: Retriever) -> None:
        self._tables = tables
        self._retriever = retriever

    def answer(self, inquiry: Inquiry) -> Draft:
        """Return the answer, or why there is none."""
        query = inquiry.query
        asked = aspects(query, self._retriever.weight)
        if found := self._from_ledger(inquiry, asked) or self._counted(inquiry):
            return found
        started = time.perf_counter()
        ranked = self._ranked(inquiry)
        spent = round((time.perf_counter() - started) * 1000, 2)
        found = answer_from_sentences(query, _naming(query, ranked), asked, len(inquiry.documents))
        found = found or _from_mentions(inquiry, asked)
        found = found or answer_by_meaning(query, ranked, len(inquiry.documents))
        if found is None:
            nearest = max((evidence.strength for evidence in ranked), default=0.0)
            found = replace(self._refusal(inquiry, ranked), strength=nearest)
        return replace(found, retrieve_ms=spent)

    def is_foreign(self, query: Query) -> bool:
        """Return whether most of what is asked about occurs in no notice and is no policy term."""
        wanted = units(query, self._retriever.weight)
        if query.terms or query.meant or not wanted:
            return not wanted
        total = sum(unit.weight for unit in wanted)
        unknown = sum(unit.weight for unit in wanted if not self._retriever.knows(unit.forms[0]))
        return unknown > UNKNOWN_SHARE * total

    def _from_ledger(self, inquiry: Inquiry, asked: Sequence[Unit]) -> Draft | None:
        query = inquiry.query
        for_figure = (
            query.wanted == "number"
            or query.figure_kind == "target"
            or query.checks
            or query.names_only_a_term
        )
        if not (topics(query) and for_figure):
            return None
        ledger = figures(self._tables, query, inquiry.notices)
        return answer_from_ledger(query, inquiry.documents, ledger, asked)

    def _counted(self, inquiry: Inquiry) -> Draft | None:
        query = inquiry.query
        if query.counted is None or any(term.kind == "indicator" for term in query.terms):
            return None
        named = self._tables.indicators_holding(query.counted.forms)
        targets = self._tables.targets(inquiry.ids, named)
        return answer_counted(query, inquiry.documents, targets)

    def _ranked(self, inquiry: Inquiry) -> list[Evidence]:
        query, retriever = inquiry.query, self._retriever
        passages = retriever.search(query, inquiry.notices, query.filters, PASSAGES_READ)
        wanted = units(query, retriever.weight)
        return rank(
            query,
            wanted,
            passages,
            inquiry.documents,
            lambda texts: retriever.likeness(query, texts),
        )

    def _refusal(self, inquiry: Inquiry, ranked: Sequence[Evidence]) -> Draft:
        query, filters = inquiry.query, inquiry.query.filters
        dated = bool(filters.places and filters.years)
        if not query.terms and not dated and self.is_foreign(query):
            return out_of_scope(query, inquiry.everything)
        # No word of an English question has a Chinese counterpart: silence was not established.
        unbridged = query.language == "en" and not (query.terms or query.meant or query.subject)
        narrowed = query.terms or filters.places or filters.years or filters.issuer
        if unbridged or not narrowed:
            return weak_evidence(query, inquiry.everything)
        named_terms = "、".join(term.name for term in query.terms)
        before = query.action if query.actions == NEW and not query.action.isascii() else ""
        topic = f"{before}{named_terms}" if named_terms else query.subject or query.question
        said = self._said(inquiry)
        near = [(e.document, e.span) for e in ranked[:2] if e.strength >= NEAR]
        return notice_silent(query, topic, inquiry.documents, said, [] if said else near)

    def _said(self, inquiry: Inquiry) -> list[tuple[Document, Span]]:
        """Return what the notices do say of the terms asked about: other figures, else mentions."""
        ledger = figures(self._tables, inquiry.query, inquiry.notices)
        found: dict[tuple[str, Span], Document] = {}
        for document in inquiry.documents:
            for term in topics(inquiry.query):
                targets = ledger.get((document.notice.notice_id, term.name), ())
                spans = [Span(target.start, target.end) for target in targets]
                spans = spans or list(filter(None, [find_mention(document, term)]))
                found.update({(document.notice.notice_id, span): document for span in spans})
        return [(document, span) for (_, span), document in found.items()][:MOST_SAID]


def _naming(query: Query, ranked: Sequence[Evidence]) -> list[Evidence]:
    """Return the sentences that may tell a number: of an indicator, those that name it, nearly whole.

    The ledger had no figure of the indicator, so a number near it is most likely another's.
    """
    if query.wanted != "number" or all(term.kind == "topic" for term in query.terms):
        return list(ranked)
    return [
        evidence
        for evidence in ranked
        if evidence.overlap >= NEARLY_ALL and any(names(t, evidence.text) for t in topics(query))
    ]


def _from_mentions(inquiry: Inquiry, asked: Sequence[Unit]) -> Draft | None:
    """Return what the notices say of a term, where no particular fact of it is asked for."""
    query = inquiry.query
    if query.wanted in FACTS or not query.terms or query.actions:
        return None
    return answer_from_mentions(query, inquiry.documents, asked)
