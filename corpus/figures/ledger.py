"""The ledger: every quantified statement of a notice as a `Target`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.cleaning import Line
from corpus.figures.asides import around_and_inside
from corpus.figures.clauses import Figure, figures
from corpus.figures.owners import is_of_another
from corpus.figures.quantities import comparator_before
from corpus.figures.roles import Tense, says_when, tense
from corpus.figures.scopes import scope
from corpus.figures.spoken import Statement, spoken
from corpus.figures.words import AFTER_NAME
from corpus.notice import Section, Target, Years
from corpus.places import Place
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
    return [
        _target(origin, said, figure)
        for said in spoken(text, body, sections, origin.plan_years)
        for figure in figures(said.words)
        if not is_of_another(said.begun + said.words[: figure.at], origin.division)
    ]


def _tense(said: Statement, figure: Figure, plan_years: Years | None) -> Tense:
    """Return the tense of a figure; a bracket that says when it is about is judged on its own."""
    around, inside = around_and_inside(
        said.begun + said.words[: figure.at], said.words[figure.at : figure.end]
    )
    words = inside if inside and says_when(inside) else around[-WORDS_OF_TIME:]
    if said.behind and not says_when(words):
        words = f"{said.behind}{words}"
    return tense(words, said.section, plan_years)


def _target(origin: Origin, said: Statement, figure: Figure) -> Target:
    quantity = figure.quantity
    kind, year = _tense(said, figure, origin.plan_years)
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
        start=said.span.start,
        end=said.span.end,
        quote=said.words,
        scope=scope(figure.phrase, said.begun + said.words[: figure.at]),
    )


def indicator(phrase: str) -> str:
    """Return the canonical name of what a noun phrase counts; the phrase itself if it has none.

    A phrase that counts several known things together (高校、科研院所及行业协会) is none of them.
    """
    parts = [part for part in COORDINATED.split(phrase) if part]
    names = {name for part in parts if (name := _named(part))}
    if len(names) > 1:
        return phrase
    return _named(phrase) or next(iter(names), phrase)


def _named(part: str) -> str | None:
    written = BRACKETED.sub("", part)
    return canonical(written) or canonical(AFTER_NAME.sub("", written))
