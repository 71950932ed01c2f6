"""The small parts of which the views are made: a figure, a place, a table, a sentence."""

from collections.abc import Iterable, Mapping, Sequence

from assistant.answers.answer import Row
from assistant.answers.wording import glossed
from assistant.exploring.figures import Measure, Stated
from assistant.exploring.speakers import Speaker
from assistant.faces.page.explore.wording import View, Words
from assistant.faces.rendering import Html, element, joined, safe
from assistant.faces.rendering.labels import labels_for
from assistant.faces.rendering.links import open_link
from corpus.notice import Target, Task
from corpus.places import in_pinyin

MOST_OF_QUOTE = 240
DASH = "—"
OF_CELLS = ("matrix", "timeline")
OF_FIGURES = (*OF_CELLS, "figures")


def figure(target: Target, words: Words, times: int = 1) -> Html:
    """Return a figure as the link to its source, coloured by its kind."""
    value = labels_for(words.language).figure(_row(target))
    scope = element("small", target.scope) if target.scope else ""
    again = element("small", f"×{times}") if times > 1 else ""
    return element(
        "a",
        joined([part for part in (value, scope, again) if part], " "),
        class_=f"figure {target.kind}",
        href=open_link(target.notice_id, target.start, target.end),
        title=shortened(target.quote),
    )


def figures(found: Iterable[Stated], words: Words) -> Html:
    """Return the figures of a cell, one below the other."""
    return joined(figure(one.target, words, one.times) for one in found)


def task_link(task: Task) -> Html:
    """Return a task as the link to its source."""
    href = open_link(task.notice_id, task.start, task.end)
    return element("a", task.text, class_="task", href=href, title=shortened(task.quote))


def offices(task: Task, words: Words) -> Html:
    """Return who is responsible, and who supports them."""
    supporting = words.between.join(task.supporting)
    named = [
        safe(words.between.join(task.responsible)),
        element("small", words.supporting + supporting) if supporting else Html(),
    ]
    return joined(filter(None, named), " ")


def deadline(task: Task) -> str:
    """Return the day on which a task is due, else what is written instead."""
    return task.due_on.isoformat() if task.due_on else task.deadline or ""


def action(target: Target, words: Words) -> str:
    """Return what happens to the indicator: 新增, in English added (新增)."""
    return labels_for(words.language).action(_row(target))


def measure_name(measure: Measure, words: Words) -> str:
    """Return a measure in words: 新增（家）."""
    row = Row("", None, None, "target", action=measure.action)
    named = labels_for(words.language).action(row)
    return words.measure.format(action=named, unit=measure.unit) if measure.unit else named


def indicator_name(indicator: str, words: Words) -> str:
    """Return an indicator, in English with its English name where it has one."""
    return glossed(indicator) if words.language == "en" else indicator


def speaker_name(speaker: Speaker, words: Words) -> str:
    """Return the name of a place, in English with its pinyin before it."""
    if words.language == "zh" or speaker.place is None:
        return speaker.name
    return f"{in_pinyin(speaker.place)} {speaker.name}".strip()


def table(headings: Sequence[str], rows: Iterable[Html], kind: str) -> Html:
    """Return a table in a box of its own that scrolls; its columns can be sorted by."""
    head = element(
        "tr", *(element("th", name, scope="col", class_="sortable") for name in headings)
    )
    whole = element(
        "table", element("thead", head), element("tbody", *rows), class_=f"sortable ledger {kind}"
    )
    return box(whole)


def box(content: Html) -> Html:
    """Return what is wide or long in a box that scrolls."""
    return element("div", content, class_="explore-scroll", tabindex="0")


def line(cells: Mapping[str, object]) -> Html:
    """Return a row of a table of its cells by their classes."""
    named = (element("td", content, class_=name) for name, content in cells.items())
    return element("tr", *named)


def facts(parts: Iterable[object]) -> Html:
    """Return a line of short facts; those that are empty are left out."""
    shown = (element("span", part) for part in parts if part)
    return element("p", *shown, class_="explore-facts")


def legend(view: View, words: Words) -> Html:
    """Return what a view shows, before it what its colours mean and what an empty cell does."""
    colours = (
        element("span", words.target, class_="figure target"),
        element("span", words.achieved, class_="figure achieved"),
    )
    return element(
        "p",
        *(colours if view in OF_FIGURES else ()),
        element("span", f"{DASH} {words.nothing}") if view in OF_CELLS else "",
        element("span", words.about[view]),
        class_="explore-legend",
    )


def shortened(text: str) -> str:
    """Return a text on one line, not longer than what fits beside a pointer."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_OF_QUOTE else line[: MOST_OF_QUOTE - 1] + "…"


def year(value: int | None, words: Words) -> Html:
    """Return the heading of a column of a year."""
    return safe(value if value is not None else words.unknown_year)


def _row(target: Target) -> Row:
    """Return a figure as the row of an answer, of which the words of figures are made."""
    return Row(
        notice_id=target.notice_id,
        place=target.place,
        year=target.year,
        finding=target.kind,
        action=target.action,
        comparator=target.comparator,
        comparator_text=target.comparator_text,
        value=target.value,
    )
