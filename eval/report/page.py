"""A run as one HTML page that loads nothing and runs nothing.

Questions and answers are text from outside: all of it goes through `element`, which escapes.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files

from assistant.faces.rendering.escaping import Html, element, joined
from eval.evaluation import Evaluation
from eval.judging.diagnosis import Failure
from eval.judging.scoring import MEASURES
from eval.report import plots
from eval.report.cards import SIGNS, Case, card
from eval.report.compared import comparison
from eval.report.headline import sentences
from eval.report.labels import measure_name, type_name
from eval.report.wording import ABOUT, FAILURES, MEANINGS, TEXTS, TYPES, both

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
CARDS = ("answer_accuracy", "citation_verbatim", "citation_recall", "row_f1", "ndcg_at_10")
# Right answers beyond so many are left to answers.jsonl, so that the page opens at once.
MOST_RIGHT = 500
# Between sentences: English has a space there, Chinese none.
SPACE = element("span", " ", class_="en")
ORDER = {"wrong": 0, "flawed": 1, "right": 2}


def page(done: Evaluation) -> str:
    """Return the page, in Chinese with a switch to English."""
    cases = [
        Case(number, *part)
        for number, part in enumerate(
            zip(
                done.questions,
                done.located,
                done.replies,
                done.scores,
                done.diagnoses,
                strict=True,
            ),
            start=1,
        )
    ]
    style = (files("eval.report") / "style.css").read_text(encoding="utf-8")
    switches = [
        element(
            "input", type="radio", name="language", id=language, class_="switch-input", checked=on
        )
        for language, on in (("zh", ""), ("en", None))
    ]
    tabs = (
        element("label", name, for_=i, class_="tab")
        for i, name in (("zh", "中文"), ("en", "English"))
    )
    head = (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{TEXTS['title'].zh} · {TEXTS['title'].en}</title>"
        f"<style>{style}{_filter_rules(done)}</style></head><body>"
    )
    nav = element("nav", *tabs, class_="switch", aria_label="language")
    main = element("main", *_parts(done, cases))
    return f"{head}{joined([*switches, nav, main])}</body></html>\n"


def _parts(done: Evaluation, cases: Sequence[Case]) -> Iterator[Html]:
    yield element("h1", both("title"))
    yield from _summary(done)
    yield _headed("measures", _measures(done))
    yield _headed("by_type", _accuracy_by_type(done), _types(done))
    yield element("div", *_plots(done, cases), class_="plots")
    yield _headed("wrong", _failures(done, cases))
    if done.comparison:
        by_id = {case.question.id: case for case in cases}
        yield _headed("against", *comparison(done.comparison, by_id))
    yield _headed("questions", *_questions(done, cases))


def _headed(name: str, *parts: Html) -> Html:
    return element("section", element("h2", both(name)), *parts, id=name.replace("_", "-"))


def _summary(done: Evaluation) -> Iterator[Html]:
    yield element("p", joined([s.html() for s in sentences(done)], SPACE), class_="verdict-line")
    if done.misses is not None:
        causes = [str(miss) for miss in done.misses]
        causes += [str(fault) for fault in done.faults]
        passed = both("gate_missed", misses="; ".join(causes)) if causes else both("gate_passed")
        yield element("p", passed, class_=f"gate {'bad' if causes else 'good'}")
    overall = done.summary.overall
    cards = (
        element(
            "div",
            measure_name(name),
            element("b", f"{overall[name].mean:.3f}"),
            element("span", f"{overall[name].low:.3f}–{overall[name].high:.3f}", class_="soft"),
            class_="card",
        )
        for name in CARDS
        if name in overall
    )
    yield element("div", *cards, class_="cards")
    if done.about:
        known = (
            joined([ABOUT[name].html(), f" {value}"])
            for name, value in done.about.items()
            if name in ABOUT
        )
        yield element("p", joined(known, " · "), class_="soft")
    if done.faults:
        yield element("p", both("faults"))
        yield element("ul", *(element("li", str(fault)) for fault in done.faults))


def _table(heads: Sequence[Html], rows: Iterator[Sequence[object]]) -> Html:
    head = element("tr", *(element("th", name, scope="col") for name in heads))
    body = (
        element(
            "tr", element("th", row[0], scope="row"), *(element("td", cell) for cell in row[1:])
        )
        for row in rows
    )
    whole = element("table", element("thead", head), element("tbody", *body))
    return element("div", whole, class_="wide", tabindex="0")


def _measures(done: Evaluation) -> Html:
    names = ("measure", "mean", "interval", "number", "meaning")
    heads = [both(names[0]), Html(), *map(both, names[1:])]
    rows = (
        (
            measure_name(name),
            plots.bar(figure),
            f"{figure.mean:.3f}",
            f"{figure.low:.3f}–{figure.high:.3f}",
            figure.questions,
            element("span", MEANINGS[name].html(), class_="meaning"),
        )
        for name, figure in done.summary.overall.items()
    )
    return joined([_table(heads, iter(rows)), element("p", both("how"), class_="soft")])


def _accuracy_by_type(done: Evaluation) -> Html:
    named = [
        (TYPES.get(name, name), figures["answer_accuracy"])
        for name, figures in done.summary.by_type.items()
    ]
    return plots.shares(named, "accuracy by type")


def _types(done: Evaluation) -> Html:
    shown = [name for name in MEASURES if name in done.summary.overall]
    rows = (
        (
            type_name(name),
            figures["answer_accuracy"].questions,
            *(f"{figures[key].mean:.2f}" if key in figures else "–" for key in shown),
        )
        for name, figures in done.summary.by_type.items()
    )
    return _table([both("type"), both("number"), *map(measure_name, shown)], iter(rows))


def _plots(done: Evaluation, cases: Sequence[Case]) -> Iterator[Html]:
    latency = done.summary.latency_ms
    if latency:
        values = [reply.latency_ms for reply in done.replies]
        p50, p99 = f"{latency.p50:.0f}", f"{latency.p99:.0f}"
        plot = plots.times(values, latency.p50, latency.p99, "latency in milliseconds")
        axis = element("p", both("latency_axis"), class_="soft")
        yield _plot("latency", both("latency_line", p50=p50, p99=p99), plot, axis)
    if done.calibration:
        found = done.calibration
        line = both("calibration_line", error=f"{found.error:.3f}", brier=f"{found.brier:.3f}")
        axes = element("p", both("confidence"), " → ", both("share_right"), " ↑", class_="soft")
        yield _plot("calibration", line, plots.reliability(found, "calibration"), axes)
    places = [case.diagnosis.rank for case in cases if case.question.quotes]
    if places:
        plot = plots.ranks(places, "rank of the first relevant passage", "✗")
        yield _plot(
            "ranks", both("ranks_line"), plot, element("p", "✗ ", both("not_found"), class_="soft")
        )


def _plot(name: str, line: Html, *parts: Html) -> Html:
    return element("section", element("h2", both(name)), element("p", line), *parts, class_="plot")


def _failures(done: Evaluation, cases: Sequence[Case]) -> Html:
    counts: Counter[tuple[str, Failure]] = Counter(
        (d.verdict, d.failure) for d in done.diagnoses if d.failure
    )
    if not counts:
        return element("p", both("none_wrong"))
    found = sorted(counts.items(), key=lambda item: (ORDER[item[0][0]], -item[1]))
    rows = (
        (
            joined([SIGNS[verdict], " ", FAILURES[failure].html()]),
            count,
            joined(_links(failure, cases), " "),
        )
        for (verdict, failure), count in found
    )
    return _table([both("wrong"), both("count"), both("which")], iter(rows))


def _links(failure: Failure, cases: Sequence[Case]) -> list[Html]:
    return [
        element("a", case.question.id, href=f"#{case.anchor}")
        for case in cases
        if case.diagnosis.failure == failure
    ]


def _questions(done: Evaluation, cases: Sequence[Case]) -> Iterator[Html]:
    kinds = list(done.summary.by_type)
    verdicts = [("all", both("all")), *((v, both(f"{v}_verdict")) for v in ORDER)]
    types = [
        ("every", both("all")),
        *((f"type-{n}", type_name(kind)) for n, kind in enumerate(kinds)),
    ]
    inputs, tabs = [], []
    for group, choices in (("verdict", verdicts), ("kind", types)):
        for number, (name, label) in enumerate(choices):
            on = "" if number == 0 else None
            inputs.append(
                element(
                    "input",
                    type="radio",
                    name=group,
                    id=f"show-{name}",
                    class_="switch-input",
                    checked=on,
                )
            )
            tabs.append(element("label", label, for_=f"show-{name}", class_="tab"))
        tabs.append(element("br"))
    shown = sorted(cases, key=lambda case: ORDER[case.diagnosis.verdict])
    kept = [c for n, c in enumerate(shown) if c.diagnosis.verdict != "right" or n < MOST_RIGHT]
    cards = (card(case, f"of-type-{kinds.index(case.question.type)}") for case in kept)
    yield joined(inputs)
    yield element("div", *tabs, class_="filters")
    if len(kept) < len(cases):
        yield element("p", both("folded", count=len(cases) - len(kept)), class_="soft")
    yield element("div", *cards, class_="cards-list")


def _filter_rules(done: Evaluation) -> str:
    """Return the rules by which the two rows of choices show and hide questions."""
    marked = "background: var(--bar); color: var(--page);"
    rules = [
        f"#show-{v}:checked ~ .cards-list .question:not(.is-{v}) {{ display: none; }}"
        for v in SIGNS
    ]
    names = ["all", "every", *SIGNS]
    for number in range(len(done.summary.by_type)):
        names.append(f"type-{number}")
        hidden = f".question:not(.of-type-{number})"
        rules.append(f"#show-type-{number}:checked ~ .cards-list {hidden} {{ display: none; }}")
    rules += [
        f"#show-{name}:checked ~ .filters label[for=show-{name}] {{ {marked} }}" for name in names
    ]
    return "\n".join(rules)
