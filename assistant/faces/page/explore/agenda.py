"""Tasks below the month or the year in which they are due, and how many there are in each."""

from collections.abc import Iterable, Iterator, Sequence

from assistant.exploring.calendar import Calendar
from assistant.exploring.figures import Year
from assistant.faces.page.explore import parts
from assistant.faces.page.explore.lists import Speakers
from assistant.faces.page.explore.pane import Window
from assistant.faces.page.explore.wording import Words
from assistant.faces.rendering import Html, element
from corpus.notice import Task

MONTHS = range(1, 13)


def months_strip(whole: Calendar, words: Words) -> Html:
    """Return how much is due in each month of each year."""
    due = {(one.year, one.month): len(one.tasks) for one in whole.months}
    lines = (
        element(
            "tr",
            element("th", words.year.format(year=year), scope="row"),
            *(_count(due.get((year, month), 0)) for month in MONTHS),
        )
        for year in whole.years
    )
    head = (element("th", words.month.format(month=month), scope="col") for month in MONTHS)
    head_line = element("tr", element("th", ""), *head)
    whole_table = element(
        "table", element("thead", head_line), element("tbody", *lines), class_="ledger months"
    )
    return parts.box(whole_table) if due else Html()


def agenda(whole: Calendar, part: Window, who: Speakers, words: Words) -> Html:
    """Return the tasks of a page below the month that they are due in, or what is written instead."""
    groups, position = [], 0
    for name, tasks in _groups(whole, words):
        first, last = part.first - 1 - position, part.last - position
        shown = tasks[max(first, 0) : max(last, 0)]
        if shown:
            groups.append(_group(name, shown, len(tasks), who, words))
        position += len(tasks)
    return element("div", *groups, class_="explore-agenda")


def due_by_year(due: Iterable[tuple[Year, Sequence[Task]]], who: Speakers, words: Words) -> Html:
    """Return tasks below the year that they are due in; empty if there are none."""
    groups = []
    for year, tasks in due:
        name = words.year.format(year=year) if year else words.unknown_year
        groups.append(_group(name, tasks, len(tasks), who, words))
    return element("div", *groups, class_="explore-agenda") if groups else Html()


def _groups(whole: Calendar, words: Words) -> Iterator[tuple[str, Sequence[Task]]]:
    for one in whole.months:
        yield words.month_of_year.format(year=one.year, month=one.month), one.tasks
    for group in whole.undated:
        yield f"{words.undated}{words.colon}{group.deadline or words.no_deadline}", group.tasks


def _group(name: str, tasks: Sequence[Task], of: int, who: Speakers, words: Words) -> Html:
    """Return tasks below what they share, and how many share it."""
    items = (
        element(
            "li",
            parts.task_link(task),
            element(
                "p",
                *(element("span", fact) for fact in _facts(task, who, words) if fact),
                class_="explore-facts",
            ),
        )
        for task in tasks
    )
    count = element("small", words.task_count.format(tasks=of))
    heading = element("p", name, " ", count, class_="explore-when", role="heading", aria_level=3)
    return element("div", heading, element("ul", *items))


def _facts(task: Task, who: Speakers, words: Words) -> tuple[object, ...]:
    place = parts.speaker_name(who[task.notice_id], words)
    return parts.deadline(task), parts.offices(task, words), place


def _count(number: int) -> Html:
    return element("td", number or "", class_="due" if number else None)
