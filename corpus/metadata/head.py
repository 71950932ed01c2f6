"""What a notice says of itself, each field with where and by which rule it was read."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from corpus.correction import AS_READ, BY_HAND, Correction
from corpus.metadata import days, issuers, locating, numbering, periods, standing, titles
from corpus.metadata.layout import Found, Layout, T
from corpus.notice import Reading, Status, Years
from corpus.places import Place
from corpus.scripts import simplified
from corpus.sentences import Span

NO_YEARS = "No year was found in the title, the date of issue or the first lines."


class Head(NamedTuple):
    """The names are those of the fields of `Notice`."""

    title: str
    issuer: str | None
    document_number: str | None
    issued_on: date | None
    effective_on: date | None
    status: Status | None
    notice_type: str | None
    plan_years: Years | None
    place: Place | None
    warnings: tuple[str, ...]
    readings: tuple[Reading, ...]


def head_of(layout: Layout, file_name: str, correction: Correction = AS_READ) -> Head:
    """Return the fields of a notice; a text without a title is called by its file.

    :param correction: what a person has set counts for the other fields too: the issuer that a
        corrected title names, the years it says.
    """
    title = titles.title(layout) or Found(file_name, None, "name of the file", 0.3)
    title = _titled(layout, title, correction)
    place, doubt = _located(layout, title, correction)
    issuer = issuers.issuer(layout, title, place.value.name if place else None)
    number = numbering.document_number(layout)
    issued = days.issued_on(layout)
    effective = days.effective_on(layout, issued)
    status, kind = standing.status(layout, title), standing.notice_type(layout, title)
    years = _by_hand(correction.plan_years)
    years = years or periods.plan_years(layout, title, _value(kind), issued)
    doubts = (doubt, None if years or issued else NO_YEARS)
    return Head(
        title=title.value,
        issuer=_value(issuer),
        document_number=_value(number),
        issued_on=_value(issued),
        effective_on=_value(effective),
        status=_value(status),
        notice_type=_value(kind),
        plan_years=_value(years),
        place=place.value if place else None,
        warnings=tuple(filter(None, doubts)),
        readings=tuple(
            _readings(
                _said_nowhere(layout, title),
                title=title,
                place=_in_full(place),
                issuer=issuer,
                document_number=number,
                issued_on=issued,
                effective_on=effective,
                status=status,
                notice_type=kind,
                plan_years=years,
            )
        ),
    )


def _titled(layout: Layout, read: Found[str], correction: Correction) -> Found[str]:
    """Return the corrected title where its words stand, else where the one that was read does."""
    if correction.title is None:
        return read
    words = simplified(correction.title)
    at = layout.text.find(words, layout.body[0].start)
    span = Span(at, at + len(words)) if at >= 0 else read.span
    return Found(words, span, BY_HAND, 1.0)


def _located(
    layout: Layout, title: Found[str], correction: Correction
) -> tuple[Found[Place] | None, str | None]:
    given = _by_hand(correction.where)
    if given:
        return given, None
    return locating.locate(layout, title, issuers.issuer(layout, title, None))


def _by_hand(value: T | None) -> Found[T] | None:
    return None if value is None else Found(value, None, BY_HAND, 1.0)


def _in_full(place: Found[Place] | None) -> Found[str] | None:
    """Return the reading of a place under its full name."""
    if place is None:
        return None
    return Found(place.value.full_name, place.span, place.rule, place.confidence)


def _value(found: Found[T] | None) -> T | None:
    return found.value if found else None


def _said_nowhere(layout: Layout, title: Found[str]) -> Span | None:
    """Return where the title stood that was read, if the corrected one does not stand there."""
    if title.rule != BY_HAND or title.span is None:
        return None
    return None if layout.text[slice(*title.span)] == title.value else title.span


def _readings(said_nowhere: Span | None, /, **found: Found[Any] | None) -> Iterator[Reading]:
    for field, read in found.items():
        if read:
            span = read.span
            if said_nowhere and span and said_nowhere.start <= span.start < said_nowhere.end:
                # The years of a corrected title are those of words that the text does not have.
                span = None
            start, end = span or (None, None)
            yield Reading(field, str(read.value), start, end, read.rule, read.confidence)
