"""Questions that will be answered; None where one would not be."""

from collections import Counter
from collections.abc import Sequence

from assistant.answers.answer import Language
from assistant.retrieval.register import whose
from assistant.suggesting.checking import lists, names_task, tells
from assistant.suggesting.phrasing import phrasing_for
from assistant.suggesting.told import Told, called, names_of
from corpus.notice import Task, Years
from corpus.places import Place
from embeddings.archive.records import NoticeSummary
from embeddings.archive.tables import Tables

# A period that is longer is not asked for as one.
LONGEST = 5
# A task that is longer is no name of itself.
LONGEST_TASK = 24


class Asking:
    """Writes questions in one language and keeps those that the ledger answers."""

    def __init__(self, tables: Tables, language: Language) -> None:
        self._tables = tables
        self._say = phrasing_for(language)
        self._names = names_of(tables)

    def figure(self, told: Told) -> str | None:
        """Ask for a figure."""
        question = self._say.figure(told)
        return question if tells(told, question, self._tables) else None

    def coverage(self, told: Sequence[Told]) -> str | None:
        """Ask which places set targets for an indicator; None if fewer than two do."""
        goals = [one for one in told if one.figure.kind == "target"]
        goals, years = _of_one_time(_of_one_level(goals))
        if years is None or len({one.name for one in goals}) < 2:
            return None
        question = self._say.coverage(goals, years)
        return question if all(tells(one, question, self._tables) for one in goals[:2]) else None

    def comparison(self, one: Told, other: Told) -> str | None:
        """Ask how the targets of two places compare."""
        goals = one.figure.kind == other.figure.kind == "target"
        if not goals or one.name == other.name or one.indicator != other.indicator:
            return None
        one, other = sorted((one, other), key=lambda told: told.year)
        question = self._say.comparison(one, other)
        return question if all(tells(t, question, self._tables) for t in (one, other)) else None

    def in_charge(self, task: Task, notice: NoticeSummary) -> str | None:
        """Ask who does a task; None if it is too long to be named, or nobody is said to do it."""
        place, name = self._place(notice)
        short = len(task.text) <= LONGEST_TASK and not set("，,；;") & set(task.text)
        if place is None or not (short and task.responsible):
            return None
        question = self._say.in_charge(place, name, task)
        return question if names_task(question, notice, task) else None

    def of_office(self, office: str, task: Task, notice: NoticeSummary) -> str | None:
        """Ask for the tasks of an office that is responsible for one."""
        place, name = self._place(notice)
        question = self._say.of_office(place, name, office) if place else ""
        return question if place and names_task(question, notice, task, office) else None

    def until(self, task: Task, notice: NoticeSummary) -> str | None:
        """Ask what is to be done by the end of the month that a task is due in."""
        place, name = self._place(notice)
        if place is None or task.due_on is None:
            return None
        question = self._say.until(place, name, task.due_on.year, task.due_on.month)
        return question if names_task(question, notice, task) else None

    def all_figures(self, notice: NoticeSummary) -> str | None:
        """Ask for all targets of a notice."""
        place, name = self._place(notice)
        if place is None or notice.plan_years is None or not notice.targets:
            return None
        question = self._say.all_figures(place, name, notice.plan_years.first)
        return question if lists(question, notice) else None

    def _place(self, notice: NoticeSummary) -> tuple[Place | None, str]:
        place = whose(notice)
        return place, called(place, self._names) if place else ""


def _of_one_level(told: Sequence[Told]) -> list[Told]:
    """Return the figures of the places that are alike, if there are two; else all."""
    levels = Counter({one.name: one.level for one in told}.values())
    most, places = levels.most_common(1)[0] if levels else ("", 0)
    return [one for one in told if places < 2 or one.level == most]


def _of_one_time(told: Sequence[Told]) -> tuple[list[Told], Years | None]:
    """Return the figures of the year of the first, if another place has one too; else of all years.

    Where these are too many for one question, those of the commonest year.
    """
    if not told:
        return [], None
    places = Counter({(one.name, one.year): one.year for one in told}.values())
    years, year = sorted(places), told[0].year
    if places[year] < 2 and years[-1] - years[0] < LONGEST:
        return list(told), Years(years[0], years[-1])
    most = year if places[year] > 1 else places.most_common(1)[0][0]
    return [one for one in told if one.year == most], Years(most, most)
