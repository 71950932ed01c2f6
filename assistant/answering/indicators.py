"""Indicators that no thesaurus names, recognised by the ledger: 城镇登记失业率, 招商到位资金.

What is counted in the notices is an indicator, whatever it is called; a question about it is answered
from the ledger as one about a known indicator is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.question.analysis import Query
from corpus.thesaurus import Term
from embeddings.archive.tables import Tables

SHORTEST = 3
# How much of what is asked an indicator must say, and of an indicator the question.
MOST = 0.6
# What a question says around the name of an indicator.
AROUND = re.compile(
    r"^(?:全市|全省|全区|全县|当地|计划|实际|力争|争取|预计)+|"
    r"(?:控制|预期|主要|量化|完成|达到|实现|增长|提高|新增)*(?:目标|指标|任务|数量|数字|情况|控制|完成|达到|实现|增长|增加|提高)$"
)


def with_indicators(query: Query, tables: Tables, notice_ids: Sequence[str]) -> Query:
    """Return the query with the indicators of the ledger that it names, if it names no term."""
    if query.terms or not query.subject:
        return query
    names = tables.indicators(notice_ids)
    found = tuple(_named(query.subject, names))
    return replace(query, terms=found) if found else query


def _named(subject: str, names: Sequence[str]) -> Iterator[Term]:
    for piece in subject.split():
        asked = AROUND.sub("", piece)
        if len(asked) < SHORTEST:
            continue
        alike = tuple(name for name in names if _is_alike(asked, name))
        if alike:
            yield Term(asked, alike, (), "named", ())


def _is_alike(asked: str, name: str) -> bool:
    """Return whether one is written in the other, in this order, and is most of it."""
    short, long = sorted((asked, name), key=len)
    return len(short) >= max(SHORTEST, MOST * len(long)) and _runs_through(short, long)


def _runs_through(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)
