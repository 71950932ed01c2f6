"""Tasks below the month or the year in which they are due, and how many there are in each."""

from collections.abc import Iterable, Iterator, Sequence

from assistant.exploring.calendar import Calendar
from assistant.exploring.figures import Year
from assistant.faces.page.explore import parts
from assistant.faces.page.explore.lists import Speakers
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


def agenda(shown: Calendar, who: Speakers, words: Words) -> Html:
    """Return the tasks below the month that they are due in."""
    return element("div", *_groups(shown, who, words), class_="explore-agenda")


def due_by_year(due: Iterable[tuple[Year, Sequence[Task]]], who: Speakers, words: Words) -> Html:
    """Return tasks below the year that they are due in; empty if there are none."""
    groups = [
        _group(words.year.format(year=year) if year else words.unknown_year, tasks, who, words)
        for year, tasks in due
    ]
    return element("div", *groups, class_="explore-agenda") if groups else Html()


def _groups(shown: Calendar, who: Speakers, words: Words) -> Iterator[Html]:
    for one in shown.months:
        year, month = words.year.format(year=one.year), words.month.format(month=one.month)
        yield _group(f"{year} {month}", one.tasks, who, words)
    for group in shown.undated:
        name = f"{words.undated}{words.colon}{group.deadline or words.no_deadline}"
        yield _group(name, group.tasks, who, words)


def _group(name: str, tasks: Sequence[Task], who: Speakers, words: Words) -> Html:
    """Return tasks below what they share."""
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
    count = element("small", words.task_count.format(tasks=len(tasks)))
    heading = element("p", name, " ", count, class_="explore-when", role="heading", aria_level=3)
    return element("div", heading, element("ul", *items))


def _facts(task: Task, who: Speakers, words: Words) -> tuple[object, ...]:
    place = parts.speaker_name(who[task.notice_id], words)
    return parts.deadline(task), parts.offices(task, words), place


def _count(number: int) -> Html:
    return element("td", number or "", class_="due" if number else None)
