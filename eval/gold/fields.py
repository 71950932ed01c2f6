"""The fields of a line of a question set: each is checked and typed, or says what is expected."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import Any, get_args

from assistant.answers.answer import Finding, Reason
from eval.gold.rows import GoldRow
from eval.gold.spans import Span

Entry = Mapping[str, Any]
FINDINGS: tuple[str, ...] = get_args(Finding)
REASONS: tuple[str, ...] = get_args(Reason)
ROW_TEXTS = ("finding", "value", "deadline", "responsible", "quote")
ROW_FIELDS = ("place", "year", "optional", "spans", *ROW_TEXTS)


class GoldFault(Exception):
    """A field that cannot be used: its name, and what was expected."""

    def __init__(self, field: str, expected: str) -> None:
        super().__init__(f"{field}: expected {expected}")
        self.field = field
        self.expected = expected


def required_text(entry: Entry, field: str) -> str:
    """Return a text that is there and not blank."""
    value = entry.get(field)
    if not isinstance(value, str) or not value.strip():
        raise GoldFault(field, f"a text, received {value!r}")
    return value


def optional_text(entry: Entry, field: str) -> str | None:
    """Return a text, or None where the field is absent or null."""
    return None if entry.get(field) is None else required_text(entry, field)


def texts(entry: Entry, field: str) -> tuple[str, ...]:
    """Return a list of texts; an absent one is empty."""
    values = entry.get(field, [])
    if not isinstance(values, list) or not all(isinstance(v, str) and v.strip() for v in values):
        raise GoldFault(field, f"a list of texts, received {values!r}")
    return tuple(values)


def reasons(text: str | None) -> tuple[str, ...]:
    """Return the reasons of ``weak_evidence|notice_silent``."""
    found = tuple(text.split("|")) if text else ()
    if any(reason not in REASONS for reason in found):
        raise GoldFault("unanswerable", f"one of {', '.join(REASONS)}, received {text!r}")
    return found


def check_spelling(entry: Entry, known: Collection[str]) -> None:
    """Refuse a field that is nearly one of the known ones; others may hold what they like."""
    for name in entry.keys() - set(known):
        meant = get_close_matches(str(name), known, n=1, cutoff=0.8)
        if meant:
            raise GoldFault(str(name), f"the field {meant[0]!r}, is that what is meant?")


def spans(entry: Entry, field: str) -> tuple[tuple[Span, ...], ...]:
    """Return for each quote the places where it stands, each ``[notice id, start, end]``."""
    values = entry.get(field) or []
    if not isinstance(values, list):
        raise GoldFault(field, f"a list with a list of places for each quote, received {values!r}")
    return tuple(spans_of(value, f"{field}[{number}]") for number, value in enumerate(values))


def spans_of(values: object, field: str) -> tuple[Span, ...]:
    """Return the places ``[notice id, start, end]`` of one quote."""
    if not isinstance(values, list):
        raise GoldFault(field, f"a list of [notice id, start, end], received {values!r}")
    return tuple(_span(value, field) for value in values)


def _span(value: object, field: str) -> Span:
    if not isinstance(value, list) or [type(part) for part in value] != [str, int, int]:
        raise GoldFault(field, f"[notice id, start, end] each, received {value!r}")
    span = Span(*value)
    if not 0 <= span.start < span.end:
        raise GoldFault(field, f"0 ≤ start < end, received {value!r}")
    return span


def turns(entry: Entry, field: str) -> tuple[dict[str, str], ...]:
    """Return the turns of a conversation, each with a role and a content."""
    values = entry.get(field) or []
    if not isinstance(values, list) or not all(_is_turn(value) for value in values):
        raise GoldFault(field, 'a list of {"role": "user" or "assistant", "content": text}')
    return tuple(values)


def _is_turn(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.get("role") in ("user", "assistant")
        and isinstance(value.get("content"), str)
    )


def rows(entry: Entry, field: str) -> tuple[GoldRow, ...]:
    """Return the gold rows; an absent list is empty."""
    values = entry.get(field) or []
    if not isinstance(values, list):
        raise GoldFault(field, f"a list of rows, received {values!r}")
    return tuple(_row(value, f"{field}[{number}]") for number, value in enumerate(values))


def _row(value: object, field: str) -> GoldRow:
    if not isinstance(value, dict):
        raise GoldFault(field, f"an object with place and year, received {value!r}")
    unknown = value.keys() - set(ROW_FIELDS)
    if unknown:
        raise GoldFault(field, f"no field {sorted(unknown)[0]}")
    try:
        place = required_text(value, "place")
        given = {name: optional_text(value, name) for name in ROW_TEXTS}
        places = spans_of(value.get("spans") or [], "spans")
    except GoldFault as fault:
        raise GoldFault(f"{field}.{fault.field}", fault.expected) from fault
    year, optional = value.get("year"), value.get("optional", False)
    if not isinstance(year, int) or isinstance(year, bool) or not isinstance(optional, bool):
        raise GoldFault(field, f"a whole year and true or false, received {year!r}, {optional!r}")
    if given["finding"] is not None and given["finding"] not in FINDINGS:
        raise GoldFault(f"{field}.finding", f"one of {', '.join(FINDINGS)}")
    return GoldRow(place=place, year=year, optional=optional, spans=places, **given)
