"""Tasks by the month in which they are due; those without a day by what is written instead."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus.notice import Task


@dataclass(frozen=True, slots=True)
class Month:
    """What is due in a month, the earliest day first."""

    year: int
    month: int
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Undated:
    """Tasks whose deadline is no day: 长期, or None where nothing is written."""

    deadline: str | None
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Months in order, those without a task left out; then what has no day, where nothing is written last."""

    months: tuple[Month, ...]
    undated: tuple[Undated, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which something is due."""
        return tuple(dict.fromkeys(month.year for month in self.months))

    @property
    def tasks(self) -> list[Task]:
        """All tasks in this order."""
        groups = [*(month.tasks for month in self.months), *(one.tasks for one in self.undated)]
        return [task for tasks in groups for task in tasks]


def calendar(tasks: Iterable[Task]) -> Calendar:
    """Return the tasks by month; those of a day, or of a deadline, in the order given."""
    months: dict[tuple[int, int], list[Task]] = defaultdict(list)
    undated: dict[str | None, list[Task]] = defaultdict(list)
    for task in in_order_of_days(tasks):
        if task.due_on:
            months[task.due_on.year, task.due_on.month].append(task)
        else:
            undated[task.deadline].append(task)
    groups = sorted(undated.items(), key=lambda item: (item[0] is None, -len(item[1])))
    return Calendar(
        tuple(Month(*when, tuple(found)) for when, found in months.items()),
        tuple(Undated(deadline, tuple(found)) for deadline, found in groups),
    )


def in_order_of_days(tasks: Iterable[Task]) -> list[Task]:
    """Return the tasks, the earliest day first, those without one last, otherwise as given."""
    return sorted(tasks, key=lambda task: task.due_on or date.max)
