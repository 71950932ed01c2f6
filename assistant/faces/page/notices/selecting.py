"""Which notices the list shows: those that hold the words looked for, a page of them at a time."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.retrieval.filters import Filters
from assistant.retrieval.register import whose
from corpus.correction import parse_years
from corpus.notice import Years
from corpus.places import Place, above
from corpus.scripts import simplified
from embeddings.archive.records import NoticeSummary

PAGE_SIZE = 100
MOST_CHARACTERS = 200
# 普科委〔2016〕9号 is found by [2016]9号 too.
BRACKETS = re.compile(r"[〔〕\[\]［］【】()（）\s]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person looks for: words, a place and years as written, and the page from 1."""

    words: str = ""
    place: str = ""
    years: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Selection:
    """One page of the notices found, the newest first; `pages` is at least 1."""

    notices: tuple[NoticeSummary, ...]
    found: int
    total: int
    page: int
    pages: int


def select(notices: Sequence[NoticeSummary], wanted: Wanted) -> Selection:
    """Return the page that is wanted of the notices that have the words, the place and the years.

    :raises UsageError: if the years cannot be read.
    """
    first, last = parse_years(wanted.years) if wanted.years.strip() else (None, None)
    places = (wanted.place.strip(),) if wanted.place.strip() else ()
    parts = [_plain(part) for part in wanted.words[:MOST_CHARACTERS].split()]
    found = [
        notice
        for notice in Filters(places, first, last).select(notices)
        if not parts or _holds(notice, parts)
    ]
    found.sort(key=lambda notice: notice.issued_on or date.min, reverse=True)
    pages = max(1, -(-len(found) // PAGE_SIZE))
    page = min(max(wanted.page, 1), pages)
    shown = found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    return Selection(tuple(shown), len(found), len(notices), page, pages)


def places_in(notices: Sequence[NoticeSummary]) -> list[str]:
    """Return the full names of the places of the notices and of those above them, as codes go."""
    own = {place for place in map(whose, notices) if place is not None}
    places: set[Place] = own.union(*map(above, own))
    ordered = sorted(places, key=lambda place: (place.code, place.name))
    return list(dict.fromkeys(place.full_name for place in ordered))


def years_in(notices: Sequence[NoticeSummary]) -> list[int]:
    """Return the years that the notices plan for, look back on or were issued in, the last first."""
    periods: list[Years | None] = []
    for notice in notices:
        issued = Years.of(notice.issued_on) if notice.issued_on else None
        periods += [notice.plan_years, notice.review_years, issued]
    known = {period for period in periods if period}
    return sorted({year for p in known for year in range(p.first, p.last + 1)}, reverse=True)


def _holds(notice: NoticeSummary, parts: Sequence[str]) -> bool:
    place = notice.place.full_name if notice.place else ""
    named = (notice.title, place, notice.document_number or "", notice.issuer or "")
    words = _plain("\n".join(named))
    return all(part in words for part in parts)


def _plain(text: str) -> str:
    return simplified(BRACKETS.sub("", unicodedata.normalize("NFKC", text)).casefold())
