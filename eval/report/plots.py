"""Plots as SVG: shares with intervals, times, confidence against correctness, ranks.

Drawn here, because every plotting library brings a script or megabytes, and the page is to load
nothing. Colours are those of the style sheet; every plot has a text of what it shows.
"""

from collections.abc import Sequence
from math import floor, log10

from assistant.faces.rendering.escaping import Html, element
from eval.judging.calibration import Calibration
from eval.measures import Figure

ROW, BAR, LEFT, WIDTH = 24, 14, 130, 300
PLOT, EDGE = 220, 34
LAST_RANK = 10


def _svg(width: float, height: float, label: str, *children: Html) -> Html:
    return element(
        "svg",
        element("title", label),
        *children,
        viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        role="img",
    )


def _text(x: float, y: float, text: object, anchor: str = "start") -> Html:
    return element("text", text, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor)


def _rect(x: float, y: float, width: float, height: float, class_: str) -> Html:
    size = {"x": f"{x:.1f}", "y": f"{y:.1f}", "width": f"{width:.1f}", "height": f"{height:.1f}"}
    return element("rect", class_=class_, **size)


def _line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Html:
    ends = {"x1": f"{x1:.1f}", "y1": f"{y1:.1f}", "x2": f"{x2:.1f}", "y2": f"{y2:.1f}"}
    return element("line", class_=class_, **ends)


def bar(figure: Figure, width: float = 200) -> Html:
    """Return a share from 0 to 1 as a bar with its interval."""
    low, mean, high = (width * value for value in (figure.low, figure.mean, figure.high))
    return _svg(
        width + 4,
        BAR,
        f"{figure.mean:.3f} [{figure.low:.3f}, {figure.high:.3f}]",
        _rect(0, 0, width, BAR, "track"),
        _rect(0, 0, mean, BAR, "mean"),
        _line(low, BAR / 2, high, BAR / 2, "interval"),
    )


def shares(named: Sequence[tuple[str, Figure]], label: str) -> Html:
    """Return shares below each other, each with its name, interval and number of questions."""
    rows = []
    for number, (name, figure) in enumerate(named):
        y = number * ROW + 4
        rows += [
            _text(LEFT - 8, y + BAR - 3, name, "end"),
            _rect(LEFT, y, WIDTH, BAR, "track"),
            _rect(LEFT, y, WIDTH * figure.mean, BAR, "mean"),
            _line(
                LEFT + WIDTH * figure.low,
                y + BAR / 2,
                LEFT + WIDTH * figure.high,
                y + BAR / 2,
                "interval",
            ),
            _text(LEFT + WIDTH + 8, y + BAR - 3, f"{figure.mean:.2f}  n={figure.questions}"),
        ]
    return _svg(LEFT + WIDTH + 90, len(named) * ROW + 6, label, *rows)


def times(milliseconds: Sequence[float], p50: float, p99: float, label: str) -> Html:
    """Return how many answers took how long, on a logarithmic axis, a bar a quarter of a decade."""
    steps = [floor(4 * log10(max(value, 0.1))) for value in milliseconds]
    first, last = min(steps), max(steps) + 1
    most = max(steps.count(step) for step in set(steps))
    width = WIDTH + LEFT

    def at(value: float) -> float:
        place = (4 * log10(max(value, 0.1)) - first) / (last - first)
        return EDGE + (width - EDGE) * min(1.0, max(0.0, place))

    bars = []
    for step in sorted(set(steps)):
        height = (PLOT - 2 * EDGE) * steps.count(step) / most
        left, right = at(10 ** (step / 4)), at(10 ** ((step + 1) / 4))
        bars.append(_rect(left + 1, PLOT - EDGE - height, right - left - 2, height, "mean"))
        bars.append(
            _text((left + right) / 2, PLOT - EDGE - height - 4, steps.count(step), "middle")
        )
    ticks = [
        _text(at(10**power), PLOT - EDGE + 16, f"{10**power:g}", "middle")
        for power in range(-1, 7)
        if first <= 4 * power <= last
    ]
    marks = [
        part
        for name, value in (("p50", p50), ("p99", p99))
        for part in (
            _line(at(value), 16, at(value), PLOT - EDGE, "mark"),
            _text(at(value), 12, name, "middle"),
        )
    ]
    axis = _line(EDGE, PLOT - EDGE, width, PLOT - EDGE, "axis")
    return _svg(width + 10, PLOT, label, *bars, axis, *ticks, *marks)


def reliability(found: Calibration, label: str) -> Html:
    """Return the share right by confidence; the larger a point, the more questions it stands for."""
    size = PLOT - 2 * EDGE

    def x(value: float) -> float:
        return EDGE + size * value

    def y(value: float) -> float:
        return PLOT - EDGE - size * value

    points = [
        element(
            "circle",
            element("title", f"{b.confidence:.2f} → {b.accuracy:.2f}, n={b.questions}"),
            class_="point",
            cx=f"{x(b.confidence):.1f}",
            cy=f"{y(b.accuracy):.1f}",
            r=f"{3 + 9 * (b.questions / found.questions) ** 0.5:.1f}",
        )
        for b in found.bins
    ]
    grid = [_rect(EDGE, EDGE, size, size, "track"), _line(x(0), y(0), x(1), y(1), "interval")]
    ticks = [
        part
        for value in (0, 0.5, 1)
        for part in (
            _text(x(value), PLOT - EDGE + 16, f"{value:g}", "middle"),
            _text(EDGE - 6, y(value) + 4, f"{value:g}", "end"),
        )
    ]
    return _svg(PLOT, PLOT, label, *grid, *points, *ticks)


def ranks(found: Sequence[int | None], label: str, missing: str) -> Html:
    """Return how often the first relevant passage stood at which rank, or was not found."""
    counts = [found.count(rank) for rank in range(1, LAST_RANK + 1)] + [found.count(None)]
    names = [str(rank) for rank in range(1, LAST_RANK + 1)] + [missing]
    most, step = max(*counts, 1), 34
    parts = []
    for number, (name, count) in enumerate(zip(names, counts, strict=True)):
        height = (PLOT - 2 * EDGE) * count / most
        left = number * step + 8
        kind = "bad" if number == LAST_RANK else "mean"
        parts.append(_rect(left, PLOT - EDGE - height, step - 8, height, kind))
        parts.append(_text(left + 13, PLOT - EDGE - height - 4, count, "middle"))
        parts.append(_text(left + 13, PLOT - EDGE + 16, name, "middle"))
    axis = _line(4, PLOT - EDGE, step * len(counts) + 8, PLOT - EDGE, "axis")
    return _svg(step * len(counts) + 40, PLOT, label, *parts, axis)
