"""What is wanted of the ledgers."""

from collections.abc import Callable
from dataclasses import dataclass

from assistant.retrieval.filters import Filters
from corpus.notice import Kind

# Which fields make one filter, and which filters a ledger has.
FIELDS = {
    "places": ("places",),
    "years": ("year_from", "year_to"),
    "indicator": ("indicator",),
    "kind": ("kind",),
    "responsible": ("responsible",),
    "due_before": ("due_before",),
}
OF_FIGURES = ("places", "years", "indicator", "kind")
OF_TASKS = ("places", "years", "responsible", "due_before")


@dataclass(frozen=True, slots=True)
class LedgerFilters:
    """What a figure or a task must match; an empty filter matches all.

    `indicator` is a canonical name, `due_before` a day as 2015-06-30.
    """

    places: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    indicator: str | None = None
    kind: Kind | None = None
    responsible: str | None = None
    due_before: str | None = None

    @property
    def notices(self) -> Filters:
        """What a notice must match.

        :raises UsageError: if the years run backwards.
        """
        return Filters(self.places, self.year_from, self.year_to)

    @property
    def used(self) -> tuple[str, ...]:
        """The names of the filters that are not empty."""
        return tuple(name for name, parts in FIELDS.items() if any(map(self._holds, parts)))

    def only(self, *names: str) -> "LedgerFilters":
        """Return these filters alone; all others are empty."""
        kept = {field for name in names for field in FIELDS[name]}
        return LedgerFilters(**{field: getattr(self, field) for field in kept})

    def without(self, name: str) -> "LedgerFilters":
        """Return the filters without one of them."""
        return self.only(*(other for other in FIELDS if other != name))

    def _holds(self, field: str) -> bool:
        return getattr(self, field) not in (None, ())


@dataclass(frozen=True, slots=True)
class Emptiness:
    """Why nothing is left: filters that match nothing by themselves, else what is there without each.

    `unmatched` are names of filters; `without` holds names with how many there would be.
    """

    unmatched: tuple[str, ...]
    without: tuple[tuple[str, int], ...]


def why_empty(filters: LedgerFilters, count: Callable[[LedgerFilters], int]) -> Emptiness:
    """Return which filters leave nothing.

    :param count: how much some filters leave.
    """
    used = filters.used
    unmatched = tuple(name for name in used if not count(filters.only(name)))
    left = [(name, count(filters.without(name))) for name in used] if not unmatched else []
    return Emptiness(unmatched, tuple((name, number) for name, number in left if number))
