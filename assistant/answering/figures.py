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
        for target in tables.targets(ids, _names(tables, term)):
            ledger.setdefault((target.notice_id, term.name), []).append(target)
    return ledger


def _names(tables: Tables, term: Term) -> Sequence[str]:
    if term.kind == "topic":
        return tables.indicators_holding(term.written)
    return [term.name] if term.kind == "indicator" else [term.name, *term.written]
