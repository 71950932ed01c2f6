"""The figures that a question is about, from the ledger."""

from collections.abc import Sequence

from assistant.answers.coverage import Ledger, topics
from assistant.question.analysis import Query
from corpus.notice import Target
from corpus.thesaurus import Term
from embeddings.archive.records import NoticeSummary
from embeddings.archive.tables import Tables


def figures(tables: Tables, query: Query, notices: Sequence[NoticeSummary]) -> Ledger:
    """Return the figures by notice and term: those of an indicator, or all that a topic holds."""
    ids = [notice.notice_id for notice in notices]
    ledger: dict[tuple[str, str], list[Target]] = {}
    for term in topics(query):
        exact = term.name if term.kind == "indicator" else None
        for target in tables.targets(ids, indicator=exact):
            if _is_of(target, term):
                ledger.setdefault((target.notice_id, term.name), []).append(target)
    return ledger


def _is_of(target: Target, term: Term) -> bool:
    if term.kind == "topic":
        return any(form in target.indicator for form in term.written)
    return target.indicator == term.name or target.indicator in term.written
