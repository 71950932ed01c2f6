"""What a question was understood to ask, for a reader to see and to change."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Understood:
    """The places, the years and the indicators that a question was understood to ask about.

    `places` are names as filters take them, `year_from` and `year_to` None where the period is
    open or not asked for, `indicators` names of terms, or of what only the ledger counts.
    """

    places: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    indicators: tuple[str, ...] = ()
