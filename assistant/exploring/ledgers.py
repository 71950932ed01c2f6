"""Figures as filters leave them, read from the archive as far as they are shown."""

from collections.abc import Iterable
from typing import NamedTuple

from assistant.exploring.filters import LedgerFilters
from assistant.exploring.holdings import holdings
from assistant.exploring.speakers import Speaker, speakers
from corpus.notice import Target
from embeddings.archive.tables import Tables

# Counting further takes longer than anybody cares to know.
MOST_COUNTED = 10_000


class Count(NamedTuple):
    """How many there are; there are more where it is not exact."""

    number: int
    is_exact: bool = True


def figures(tables: Tables, filters: LedgerFilters, most: int, after: int) -> list[Target]:
    """Return a page of the figures that match, in the order of their notices and of the text."""
    ids, names, kind = ids_of(tables, filters), names_of(filters), filters.kind
    years = filters.notices.years
    return tables.targets(ids, names, kind, years, most=most, after=after)


def count_figures(tables: Tables, filters: LedgerFilters) -> Count:
    """Return how many figures match, exactly up to `MOST_COUNTED` and where notices alone are chosen."""
    if not {"years", "indicator", "kind"} & set(filters.used):
        return Count(sum(n.targets for n in filters.notices.select(tables.notices())))
    found = tables.count_targets(
        ids_of(tables, filters),
        names_of(filters),
        filters.kind,
        filters.notices.years,
        most=MOST_COUNTED + 1,
    )
    return Count(min(found, MOST_COUNTED), found <= MOST_COUNTED)


def scope(
    tables: Tables, filters: LedgerFilters, targets: Iterable[Target] = ()
) -> dict[str, Speaker]:
    """Return by the id of each notice in scope, and of those of the figures, who speaks in it."""
    notices = tables.notices()
    ids = {target.notice_id for target in targets}
    ids |= {notice.notice_id for notice in filters.notices.select(notices)}
    return speakers(notice for notice in notices if notice.notice_id in ids)


def commonest(tables: Tables, filters: LedgerFilters, most: int) -> list[str]:
    """Return the indicators of which the notices in scope hold most figures."""
    ids = ids_of(tables, filters)
    held = holdings(tables).indicators[:most] if ids is None else tables.commonest(most, ids)
    return [name for name, _ in held]


def ids_of(tables: Tables, filters: LedgerFilters) -> list[str] | None:
    """Return the notices in scope; None for all, which is found faster."""
    if not {"places", "years"} & set(filters.used):
        return None
    return [notice.notice_id for notice in filters.notices.select(tables.notices())]


def names_of(filters: LedgerFilters) -> list[str] | None:
    """Return the indicator as the tables take it; None for all."""
    return [filters.indicator] if filters.indicator else None
