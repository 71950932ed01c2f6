"""Which notices a question is about, and which of them the archive holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.retrieval.register import register
from corpus.errors import UsageError
from corpus.notice import Years
from embeddings.archive.records import NoticeSummary


@dataclass(frozen=True)
class Filters:
    """What a notice must match; an empty filter matches all, one nothing matches leaves nothing.

    `places` are full or short names (普陀区, 普陀, 舟山普陀区); a province or city holds the places in it, a
    district the former ones that became part of it (静安区: 闸北区).
    """

    places: Sequence[str] = ()
    year_from: int | None = None
    year_to: int | None = None
    issuer: str | None = None

    def __post_init__(self) -> None:
        places = (self.places,) if isinstance(self.places, str) else tuple(self.places)
        object.__setattr__(self, "places", places)
        first, last = self.year_from, self.year_to
        if first is not None and last is not None and first > last:
            raise UsageError(
                f"The years run backwards: from {first} to {last}. Give the earlier year first."
            )

    @property
    def years(self) -> Years | None:
        """The period; open ends reach far."""
        if self.year_from is None and self.year_to is None:
            return None
        return Years(self.year_from or 1900, self.year_to or 2200)

    def select(self, notices: Sequence[NoticeSummary]) -> list[NoticeSummary]:
        """Return the notices in scope, in the order given."""
        years = self.years
        of_places = register(notices).within(self.places) if self.places else notices
        return [notice for notice in of_places if self._fits(notice, years)]

    def planning(self, notices: Sequence[NoticeSummary]) -> list[NoticeSummary]:
        """Return those in scope that plan for the years, not only look back on them."""
        years = self.years
        return [n for n in self.select(notices) if years is None or _plans(n, years)]

    def matches(self, notice: NoticeSummary) -> bool:
        """Return whether the notice is in scope: a plan for the years, or a review of them.

        A measure or law without years is in every year from that of its issue on; without a date
        of issue it is in every year.
        """
        return bool(self.select([notice]))

    def _fits(self, notice: NoticeSummary, years: Years | None) -> bool:
        if self.issuer and self.issuer not in (notice.issuer or ""):
            return False
        return years is None or _plans(notice, years) or _reviews(notice, years)


def _plans(notice: NoticeSummary, years: Years) -> bool:
    """Return whether it plans for the years; a measure without a period holds once it is issued."""
    if notice.plan_years is not None:
        return notice.plan_years.overlaps(years)
    return notice.issued_on is None or notice.issued_on.year <= years.last


def _reviews(notice: NoticeSummary, years: Years) -> bool:
    return notice.review_years is not None and notice.review_years.overlaps(years)
