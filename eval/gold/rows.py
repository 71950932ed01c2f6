"""A row that a right answer has."""

from dataclasses import dataclass

from eval.gold.spans import Span


@dataclass(frozen=True, slots=True)
class GoldRow:
    """What a row must say; a field that is None is not checked.

    Without `finding`, every finding but ``silent`` is right. `quote` is text of the notice that
    the row's citation must cover; with `spans`, at one of these places. An `optional` row may be
    given or left out.
    """

    place: str
    year: int
    finding: str | None = None
    value: str | None = None
    deadline: str | None = None
    responsible: str | None = None
    quote: str | None = None
    optional: bool = False
    spans: tuple[Span, ...] = ()
