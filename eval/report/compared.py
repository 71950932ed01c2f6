"""A run beside an earlier one: what the measures did, and the questions that turned."""

from collections.abc import Iterable, Iterator, Mapping

from assistant.faces.rendering.escaping import Html, element, joined
from eval.comparison import Change, Comparison
from eval.judging.scoring import MEASURES
from eval.report.cards import Case, answer, sources
from eval.report.labels import measure_name
from eval.report.wording import both

# Anchors of the earlier answers must differ from those of the answers of this run.
EARLIER = 1_000_000


def comparison(found: Comparison, cases: Mapping[str, Case]) -> Iterator[Html]:
    """Yield the measures before and after, then the questions that turned, both answers of each."""
    counts = {name: len(getattr(found, name)) for name in ("better", "worse", "moved")}
    yield element("p", both("against_line", count=found.questions, **counts))
    if found.regolded:
        yield element("p", both("regolded", count=len(found.regolded)))
    yield element("div", _measures(found.changes), class_="wide")
    yield element("p", both("p_meaning"), class_="soft")
    for name, ids, is_open in (
        ("turned_wrong", found.worse, True),
        ("turned_right", found.better, True),
        ("moved", found.moved, False),
    ):
        if ids:
            yield _turned(name, ids, found, cases, is_open=is_open)


def _measures(changes: Iterable[Change]) -> Html:
    names = ("measure", "before", "after", "difference", "p_value", "number")
    head = element("tr", *(element("th", both(name), scope="col") for name in names))
    rows = (
        element(
            "tr",
            element("th", measure_name(change.measure), scope="row"),
            *(element("td", f"{value:.3f}") for value in (change.before, change.after)),
            element("td", f"{change.difference:+.3f}"),
            element("td", f"{change.p_value:.3f}"),
            element("td", change.questions),
        )
        for change in changes
        if change.measure in MEASURES
    )
    return element("table", element("thead", head), element("tbody", *rows))


def _turned(
    name: str,
    ids: Iterable[str],
    found: Comparison,
    cases: Mapping[str, Case],
    *,
    is_open: bool,
) -> Html:
    pairs = [_pair(cases[each], found) for each in ids]
    heading = element("summary", both(name), f" ({len(pairs)})")
    folded = element("details", heading, *pairs, open="" if is_open else None)
    return joined([folded])


def _pair(case: Case, found: Comparison) -> Html:
    earlier = found.earlier[case.question.id].reply
    before = element(
        "div",
        element("h3", both("before")),
        answer(earlier, EARLIER + case.number),
        sources(earlier.answer if earlier else None),
    )
    after = element(
        "div",
        element("h3", both("after")),
        answer(case.reply, case.number),
        sources(case.reply.answer),
    )
    title = element("a", case.question.question, href=f"#{case.anchor}")
    shown = element("div", before, after, class_="two")
    return element("div", element("p", element("b", title)), shown, class_="pair")
