"""What a person writes into the fields of a notice, as a correction of it."""

from dataclasses import replace

from corpus.correction import Correction, parse_years
from corpus.notice import Notice

CORRECTED = ("title", "place", "plan_years")


def written(notice: Notice) -> tuple[str, str, str]:
    """Return title, place and years as the fields show them."""
    place = notice.place.full_name if notice.place else ""
    return notice.title, place, str(notice.plan_years or "")


def corrected(
    notice: Notice, correction: Correction, title: str, place: str, years: str
) -> Correction:
    """Return the correction that the fields now say.

    A field that shows what it showed is as it was, one that was emptied is as it was read.

    :raises UsageError: if a field holds what it cannot be.
    """
    was_title, was_place, was_years = written(notice)
    if title.strip() != was_title.strip():
        correction = replace(correction, title=title.strip() or None)
    if place.strip() != was_place:
        correction = replace(correction, place=place.strip() or None)
    if years.strip() != was_years:
        period = parse_years(years) if years.strip() else None
        correction = replace(correction, plan_years=period)
    return correction


def taken_back(correction: Correction, field: str) -> Correction:
    """Return the correction without one field.

    :raises ValueError: if there is no such field.
    """
    match field:
        case "title":
            return replace(correction, title=None)
        case "place":
            return replace(correction, place=None)
        case "plan_years":
            return replace(correction, plan_years=None)
    raise ValueError(f"The field is {field!r}. There are {', '.join(CORRECTED)}.")
