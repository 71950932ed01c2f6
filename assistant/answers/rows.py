"""From figures and mentions to the rows of an answer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.answers.answer import Row
from assistant.answers.citations import Citations
from assistant.retrieval.library import Document
from corpus.notice import Target
from corpus.sentences import Span

ORDER = {"target": 0, "achieved": 1, "mention": 2, "silent": 3}


@dataclass(frozen=True, slots=True)
class Found:
    """What one notice says: a row that is not cited yet, and where it stands."""

    row: Row
    document: Document
    span: Span | None = None


def figure_found(target: Target, document: Document) -> Found:
    """Return the row of a figure."""
    row = Row(
        notice_id=target.notice_id,
        place=document.notice.place_name,
        year=target.year,
        finding=target.kind,
        indicator=target.indicator,
        action=target.action,
        comparator=target.comparator,
        comparator_text=target.comparator_text,
        value=target.value,
        number=target.number,
        unit=target.unit,
        target_year=target.target_year,
        scope=target.scope,
    )
    return Found(row, document, Span(target.start, target.end))


def mention_found(document: Document, indicator: str, span: Span) -> Found:
    """Return the row of a notice that speaks of the topic without a figure."""
    notice = document.notice
    row = Row(notice.notice_id, notice.place_name, year_of(document), "mention", indicator)
    return Found(row, document, span)


def other_year_found(target: Target, document: Document) -> Found:
    """Return the row of a notice whose figure is for a year that was not asked about."""
    span = Span(target.start, target.end)
    found = mention_found(document, target.indicator, span)
    return replace(found, row=replace(found.row, target_year=target.target_year))


def silent(document: Document, indicator: str) -> Found:
    """Return the row of a notice that does not speak of the topic."""
    notice = document.notice
    row = Row(notice.notice_id, notice.place_name, year_of(document), "silent", indicator)
    return Found(row, document)


def cited(found: Iterable[Found], citations: Citations) -> tuple[Row, ...]:
    """Return the rows by finding, place, year and action, their citations numbered in that order."""
    return tuple(
        replace(one.row, citation=citations.cite(one.document, *one.span)) if one.span else one.row
        for one in sorted(found, key=_place_in_table)
    )


def _place_in_table(found: Found) -> tuple[int, str, int, str]:
    row = found.row
    return ORDER[row.finding], row.place or "", row.year or 0, row.action or ""


def year_of(document: Document) -> int | None:
    """Return the first year a notice plans for."""
    years = document.notice.plan_years
    return years.first if years else None


def distinct(targets: Iterable[Target]) -> list[Target]:
    """Return the figures without those that a notice states twice."""
    seen: dict[tuple[object, ...], Target] = {}
    for target in targets:
        key = (
            target.notice_id, target.indicator, target.kind, target.action, target.number,
            target.unit, target.target_year, target.scope,
        )  # fmt: skip
        seen.setdefault(key, target)
    return list(seen.values())
