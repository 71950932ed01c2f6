"""From figures and mentions to the rows of an answer."""

from collections.abc import Iterable, Sequence

from assistant.answers.answer import Row
from assistant.answers.citations import Citations
from assistant.retrieval.library import Document
from corpus.notice import Target
from corpus.sentences import Span

ORDER = {"target": 0, "achieved": 1, "mention": 2, "silent": 3}


def figure_row(target: Target, document: Document, citations: Citations) -> Row:
    """Return the row of a figure, cited."""
    return Row(
        notice_id=target.notice_id,
        place=target.place,
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
        citation=citations.cite(document, target.start, target.end),
    )


def mention_row(document: Document, indicator: str, span: Span, citations: Citations) -> Row:
    """Return the row of a notice that speaks of the topic without a figure, cited."""
    return Row(
        notice_id=document.notice.notice_id,
        place=document.notice.place_name,
        year=year_of(document),
        finding="mention",
        indicator=indicator,
        citation=citations.cite(document, *span),
    )


def silent_row(document: Document, indicator: str) -> Row:
    """Return the row of a notice that does not speak of the topic."""
    notice = document.notice
    return Row(notice.notice_id, notice.place_name, year_of(document), "silent", indicator)


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
            target.unit, target.target_year,
        )  # fmt: skip
        seen.setdefault(key, target)
    return list(seen.values())


def ordered(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows by finding, then place, year and action."""
    return tuple(
        sorted(rows, key=lambda r: (ORDER[r.finding], r.place or "", r.year or 0, r.action or ""))
    )
