"""The ledger: every quantified statement of a notice as a `Target`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.cleaning import Line
from corpus.figures.clauses import Figure, figures
from corpus.figures.owners import is_of_another
from corpus.figures.quantities import comparator_before
from corpus.figures.roles import tense
from corpus.figures.words import AFTER_NAME
from corpus.markers import after_marker
from corpus.notice import Section, Target, Years
from corpus.outline import own_lines
from corpus.places import Place
from corpus.sentences import Span, statements
from corpus.thesaurus import canonical

COORDINATED = re.compile(r"[、和及或与]|以及")
# How far before the end of a figure a word of time may stand.
WORDS_OF_TIME = 300
BRACKETED = re.compile(r"[（(][^（）()]{0,40}[）)]")


@dataclass(frozen=True, slots=True)
class Origin:
    """The notice a figure is read from; `division` is its place, which its figures are of."""

    notice_id: str
    place: str | None
    plan_years: Years | None
    division: Place | None = None


def targets(
    origin: Origin, text: str, body: Sequence[Line], sections: Sequence[Section]
) -> list[Target]:
    """Return the figures of a notice in text order; each quotes the statement it stands in.

    What the notice says of another place or of the levels above its own is left out.
    """
    found = []
    for section in sections:
        for span in _own_statements(text, body, section):
            statement = text[span.start : span.end]
            begun = text[section.start : span.start]
            begun = begun[max(begun.rfind(mark) for mark in "。！？\n") + 1 :][-WORDS_OF_TIME:]
            for figure in figures(statement):
                if not is_of_another(begun + statement[: figure.at], origin.division):
                    found.append(_target(origin, section, span, statement, figure))
    return found


def _own_statements(text: str, body: Sequence[Line], section: Section) -> Iterator[Span]:
    """Yield the statements of a section, without the list marker before the first of a line."""
    for start, end in own_lines(section, body):
        yield from statements(text, after_marker(text, start, end), end)


def _target(origin: Origin, section: Section, span: Span, statement: str, figure: Figure) -> Target:
    quantity = figure.quantity
    kind, year = tense(
        statement[max(0, figure.end - WORDS_OF_TIME) : figure.end], section, origin.plan_years
    )
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
        target_year=year,
        start=span.start,
        end=span.end,
        quote=statement,
    )


def indicator(phrase: str) -> str:
    """Return the canonical name of what a noun phrase counts; the phrase itself if it has none."""
    parts = [part for part in COORDINATED.split(phrase) if part]
    written = [BRACKETED.sub("", part) for part in (phrase, *parts)]
    found = (canonical(part) or canonical(AFTER_NAME.sub("", part)) for part in written)
    return next((name for name in found if name), phrase)
