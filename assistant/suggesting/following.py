"""Questions that follow an answer, made from what the notices hold."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, zip_longest

from assistant.answers.answer import Answer
from assistant.answers.tasks import office_named
from assistant.suggesting.asking import Asking
from assistant.suggesting.checking import meaning, stands_alone
from assistant.suggesting.first import answered_examples
from assistant.suggesting.situation import situation_of
from assistant.suggesting.told import Told
from corpus.notice import Task
from corpus.thesaurus import term
from embeddings.archive.records import NoticeSummary
from embeddings.archive.tables import Tables

MOST = 4
Questions = Iterator[str | None]


def suggestions(tables: Tables, answer: Answer) -> tuple[str, ...]:
    """Return up to four questions that follow an answer, in its language; each will be answered.

    One of each sort comes first, in the order that suits the kind of answer.
    """
    asked = answer.standalone_question
    found: dict[tuple[object, ...], str] = {meaning(asked): ""}
    candidates = chain(_Following(tables, answer).questions(), _first(tables, answer))
    for question in candidates:
        if question != asked and stands_alone(question, asked):
            found.setdefault(meaning(question), question)
        if len(found) > MOST:
            break
    return tuple(filter(None, found.values()))


def _first(tables: Tables, answer: Answer) -> Iterator[str]:
    # They are made only where the others were too few.
    yield from answered_examples(tables, answer.language)


class _Following:
    """Makes questions of what there is to ask after one answer."""

    def __init__(self, tables: Tables, answer: Answer) -> None:
        self._answer = answer
        self._ask = Asking(tables, answer.language)
        self._there = situation_of(tables, answer)
        self._shown = {(row.notice_id, row.indicator, row.finding) for row in answer.rows}

    def questions(self) -> Iterator[str]:
        """Yield the questions, the best of each sort first, then the next best."""
        waiting = [filter(None, sort()) for sort in self._sorts()]
        while waiting:
            for sort in list(waiting):
                if question := next(sort, None):
                    yield question
                else:
                    waiting.remove(sort)

    def _sorts(self) -> Sequence[Callable[[], Questions]]:
        kind = self._answer.kind
        if kind == "small_talk":
            return ()
        if self._answer.status == "not_found":
            return self._again, self._elsewhere, self._others, self._coverage, self._tasks
        if kind == "tasks":
            return self._tasks, self._others, self._coverage
        if kind in ("coverage", "comparison"):
            return self._compared, self._again, self._coverage, self._in_charge, self._others
        return (
            self._in_charge, self._again, self._elsewhere, self._others, self._compared,
            self._coverage, self._tasks,
        )  # fmt: skip

    def _again(self) -> Questions:
        """Yield what the same places achieved or planned of the indicators asked about."""
        home = [told for told in self._there.home if told.indicator in self._there.asked]
        told = [*home, *self._there.near]
        refused = self._answer.status == "not_found"
        yield from self._figures(sorted(told, key=self._is_other) if refused else told)

    def _elsewhere(self) -> Questions:
        """Yield what other places tell of the indicators asked about, goals where these were asked."""
        yield from self._figures(sorted(self._there.far, key=self._is_other))

    def _is_other(self, told: Told) -> bool:
        """Return whether a figure is not of the kind asked for; where none was told, goals were."""
        told_of = {row.finding for row in self._answer.rows}
        return told.figure.kind != ("achieved" if told_of == {"achieved"} else "target")

    def _others(self) -> Questions:
        """Yield other figures of the same notices, goals of the same field first, then all of them."""
        asked = self._there.asked
        fields = {known.field for name in asked if (known := term(name))}
        others = [told for told in self._there.home if told.indicator not in asked]
        yield from self._figures(sorted(others, key=lambda told: _other_field(told, fields)))
        if self._answer.kind != "listing":
            yield from (self._ask.all_figures(notice) for notice in self._there.notices)

    def _figures(self, told: Sequence[Told]) -> Questions:
        yield from (self._ask.figure(one) for one in told if one.key not in self._shown)

    def _compared(self) -> Questions:
        """Yield comparisons of the place of the answer with others, in figures that are alike."""
        home = [told for told in self._there.home if told.indicator in self._there.asked]
        for one in home:
            for other in (*home, *self._there.far):
                if _are_alike(one, other):
                    yield self._ask.comparison(one, other)

    def _coverage(self) -> Questions:
        """Yield which places set targets for what was asked about, then for what else they do."""
        there = self._there
        told = [*there.home, *there.far, *there.shared]
        for name in dict.fromkeys([*there.asked, *(one.indicator for one in there.shared)]):
            yield self._ask.coverage([one for one in told if one.indicator == name])

    def _in_charge(self) -> Questions:
        """Yield who does the tasks that are about the indicators asked about."""
        forms = [form for name in self._there.asked for form in _forms(name)]
        for task in self._there.tasks:
            if any(form in task.text for form in forms):
                yield self._about(task)

    def _tasks(self) -> Questions:
        """Yield the tasks of each office, what is due by when, and who does what."""
        tasks = self._there.tasks
        offices = Counter(office for task in tasks for office in task.responsible)
        named = office_named(self._answer.standalone_question, tasks)
        first = {office: next(t for t in tasks if office in t.responsible) for office in offices}
        months = {task.due_on: task for task in tasks if task.due_on}
        of_offices = (
            self._ask.of_office(office, first[office], self._notice(first[office]))
            for office, _ in offices.most_common()
            if office != named
        )
        until = (self._ask.until(task, self._notice(task)) for task in months.values())
        who = (self._about(task) for task in tasks)
        for found in zip_longest(of_offices, until, who):
            yield from found

    def _about(self, task: Task) -> str | None:
        return self._ask.in_charge(task, self._notice(task))

    def _notice(self, task: Task) -> NoticeSummary:
        return next(n for n in self._there.notices if n.notice_id == task.notice_id)


def _forms(name: str) -> tuple[str, ...]:
    known = term(name)
    return known.written if known else (name,)


def _other_field(told: Told, fields: set[str]) -> tuple[bool, bool]:
    known = term(told.indicator)
    return told.figure.kind == "achieved", not known or known.field not in fields


def _are_alike(one: Told, other: Told) -> bool:
    """Return whether two figures can be compared: asked for, done and counted in the same way."""
    same = (one.form, one.indicator) == (other.form, other.indicator)
    return same and one.figure.unit == other.figure.unit
