"""What the controls of the page hold, as filters; a browser may send anything."""

from dataclasses import dataclass

from assistant.exploring.figures import Measure
from assistant.exploring.filters import LedgerFilters
from assistant.exploring.indicators import canonical
from assistant.faces.page.explore.wording import VIEWS, View
from corpus.errors import UsageError
from corpus.notice import Kind

MOST_CHARACTERS = 100
MOST_PLACES = 50
YEARS = range(1900, 2201)
KINDS: dict[str, Kind] = {"target": "target", "achieved": "achieved"}
BETWEEN = "\t"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which view is wanted of which part of the ledgers; `page` counts from 0.

    `view` is None as long as none was chosen.
    """

    view: View | None
    filters: LedgerFilters
    measure: Measure | None = None
    place: str | None = None
    page: int = 0


def asked(
    page: object,
    view: object,
    places: object,
    year_from: object,
    year_to: object,
    indicator: object,
    kind: object,
    measure: object,
    place: object,
    responsible: object,
    due_before: object,
) -> Asked:
    """Return what the values of the controls ask for.

    :raises UsageError: if a year is none.
    """
    name = _text(indicator)
    filters = LedgerFilters(
        places=_texts(places),
        year_from=_year(year_from),
        year_to=_year(year_to),
        indicator=canonical(name) if name else None,
        kind=KINDS.get(str(kind)),
        responsible=_text(responsible),
        due_before=_text(due_before),
    )
    number = page if isinstance(page, int) else 0
    return Asked(view_of(view), filters, _measure(measure), _text(place), max(number, 0))


def view_of(value: object) -> View | None:
    """Return the view of a choice; None if it is none."""
    return next((known for known in VIEWS if known == value), None)


def written(measure: Measure) -> str:
    """Return a measure as the value of a choice."""
    return BETWEEN.join(measure)


def _measure(value: object) -> Measure | None:
    parts = value.split(BETWEEN) if isinstance(value, str) else []
    return Measure(*parts) if len(parts) == 2 else None


def _text(value: object) -> str | None:
    return str(value).strip()[:MOST_CHARACTERS] or None if isinstance(value, (str, int)) else None


def _texts(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, (list, tuple)) else [value]
    return tuple(text for one in values[:MOST_PLACES] if (text := _text(one)))


def _year(value: object) -> int | None:
    text = _text(value)
    if text is None:
        return None
    if not text.isdecimal() or len(text) > 4 or int(text) not in YEARS:
        raise UsageError(f"The year is {text[:40]!r}. Give it as 2016.")
    return int(text)
