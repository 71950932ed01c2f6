"""One figure as a bar of HTML, which grows and shrinks with the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from assistant.faces.rendering.escaping import Html, element

Ends = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure from `low` to `high`, its name, how it is written, and where it stands.

    `sign` is ≥, ≤ or the like where the notice gives a bound; `href` leads to the source.
    """

    name: str
    figure: str
    low: float
    high: float
    sign: str
    marker: int | None
    href: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Axis:
    """From the least to the greatest of some figures, zero always on it."""

    first: float
    last: float

    @classmethod
    def over(cls, figures: Sequence[Ends]) -> Self:
        """Return the axis that holds all figures."""
        ends = [0.0, *(end for figure in figures for end in figure)]
        return cls(min(ends), max(ends))

    def share(self, length: float) -> float:
        """Return how many hundredths of the axis a length takes."""
        whole = self.last - self.first
        return round(100 * length / whole, 2) if whole else 0.0


def bar_html(bar: Bar, axis: Axis) -> Html:
    """Return the bar with name and figure, as a link to its source where it has one."""
    marker = f" [{bar.marker}]" if bar.marker else ""
    parts = (
        element("span", bar.name, class_="bar-name"),
        element("span", *_drawn(bar, axis), class_="bar-track"),
        element("span", bar.figure, marker, class_="bar-figure"),
    )
    if bar.href is None:
        return element("div", *parts, class_="bar")
    return element("a", *parts, class_="cite bar", href=bar.href, title=bar.quote or None)


def _drawn(bar: Bar, axis: Axis) -> list[Html]:
    """Return the bar from zero to its figure, the range after it, and the sign at its end."""
    start, end = min(0.0, bar.low), max(0.0, bar.low if bar.low >= 0 else bar.high)
    before, width = axis.share(start - axis.first), axis.share(end - start)
    drawn = [_span("bar-fill", f"margin-left:{before}%;width:{width}%")]
    if bar.high > bar.low >= 0:
        drawn.append(_span("bar-range", f"width:{axis.share(bar.high - bar.low)}%"))
    if bar.sign:
        drawn.append(element("span", bar.sign, class_="bar-sign"))
    return drawn


def _span(class_: str, style: str) -> Html:
    return element("span", class_=class_, style=style)
