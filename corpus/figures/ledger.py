"""The ledger: every quantified statement of a notice as a `Target`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.cleaning import Line
from corpus.figures.clauses import Figure, figures
from corpus.figures.quantities import comparator_before
from corpus.notice import Kind, Section, Target, Years
from corpus.sentences import Span, statements
from corpus.thesaurus import canonical

ACHIEVED = re.compile(
    r"截至|截止|去年|上年(?!度?(?:提高|增长|增加))|已(?:有|达|累计|完成|建成|认定|培育|经)|过去"
)
TOWARDS_YEAR = re.compile(r"(?:到|至|力争)?((?:19|20)\d{2})年底?")
COORDINATED = re.compile(r"[、和及或与]|以及")


@dataclass(frozen=True, slots=True)
class Origin:
    """The notice a figure is read from."""

    notice_id: str
    place: str | None
    plan_years: Years | None


def targets(
    origin: Origin, text: str, body: Sequence[Line], sections: Sequence[Section]
) -> list[Target]:
    """Return the figures of a notice in text order; each quotes the statement it stands in."""
    found = []
    for section in sections:
        for span in _own_statements(text, body, section):
            statement = text[span.start : span.end]
            for figure in figures(statement):
                found.append(_target(origin, section, span, statement, figure))
    return found


def _own_statements(text: str, body: Sequence[Line], section: Section) -> Iterator[Span]:
    for line in body:
        start, end = max(line.start, section.start), min(line.end, section.end)
        if line.kind == "body" and start < end:
            yield from statements(text, start, end)


def _target(origin: Origin, section: Section, span: Span, statement: str, figure: Figure) -> Target:
    quantity = figure.quantity
    stated = _stated_year(statement[: figure.end], origin.plan_years)
    kind = _kind(section, statement, stated, origin.plan_years)
    comparator = quantity.comparator or comparator_before(figure.comparator_text)[0] or "="
    return Target(
        notice_id=origin.notice_id,
        place=origin.place,
        year=origin.plan_years.first if origin.plan_years else None,
        indicator=indicator(figure.phrase),
        indicator_text=figure.phrase,
        kind=kind,
        action=figure.action,
        comparator=comparator,
        comparator_text=figure.comparator_text,
        value=quantity.value,
        number=quantity.number,
        unit=quantity.unit,
        target_year=stated or (section.years.last if section.years else None),
        start=span.start,
        end=span.end,
        quote=statement,
    )


def indicator(phrase: str) -> str:
    """Return the canonical name of what a noun phrase counts; the phrase itself if it has none."""
    parts = [part for part in COORDINATED.split(phrase) if part]
    found = (canonical(re.sub(r"[（(][^（）()]*[）)]", "", part)) for part in (phrase, *parts))
    return next((name for name in found if name), phrase)


def _stated_year(before: str, plan_years: Years | None) -> int | None:
    """Return the year that a statement says its figure is for: 到2020年, 2018年."""
    years = [int(year) for year in TOWARDS_YEAR.findall(before)]
    return years[-1] if years else None


def _kind(section: Section, statement: str, stated: int | None, plan_years: Years | None) -> Kind:
    if stated and plan_years and stated != plan_years.first:
        return "achieved" if stated < plan_years.first else "target"
    if section.role == "review" or ACHIEVED.search(statement):
        return "achieved"
    return "target"
