"""Task answers: who does what by when."""

import re
from collections.abc import Callable, Sequence

from assistant.answers.answer import Coverage, Row
from assistant.answers.citations import Citations
from assistant.answers.draft import Draft
from assistant.answers.evidence import Unit, overlap
from assistant.answers.wording import counted, notice_label, quoted, say
from assistant.question.analysis import Query
from assistant.retrieval.library import Document
from corpus.notice import Task
from corpus.tasks import due_on

BEFORE_MONTH = re.compile(r"(\d{1,2})月(?:底|末|\d{1,2}日)?(?:之|以)?前?|(上半年|年内|年底)")
NUMBER = re.compile(r"\d+(?:\.\d+)?(?:[-–~—]\d+)?")
YEAR = re.compile(r"(?:19|20)\d{2}")
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
TOPICAL = 0.5
SUPPORTS = re.compile(r"配合|协助|support", re.IGNORECASE)
LEADS = re.compile(r"负责|牵头|responsib|in charge|\bleads?\b", re.IGNORECASE)


def answer_tasks(
    query: Query,
    documents: Sequence[Document],
    tasks: Sequence[Task],
    wanted: Callable[[str], list[Unit]],
) -> Draft | None:
    """Return the tasks of the office, deadline or topic asked for; None if none fits.

    :param wanted: the units of evidence of what is left of the question without offices and dates.
    """
    # Who does it is asked: an office that is named is part of the matter, not the answer.
    office = None if query.wanted == "who" else office_named(query.question, tasks)
    rest = (
        query.question.replace(office.removeprefix("区").removeprefix("市"), " ")
        if office
        else query.question
    )
    deadline = _deadline(query, tasks)
    chosen = [task for task in tasks if _fits(task, office, deadline, query.question)]
    topic = wanted(BEFORE_MONTH.sub(" ", rest))
    about = [task for task in chosen if overlap(topic, task.text, "") >= TOPICAL] if topic else []
    chosen = _numbered(about, rest) or (chosen if office or deadline else [])
    return _draft(query, documents, chosen) if chosen else None


def _numbered(tasks: list[Task], question: str) -> list[Task]:
    """Return the tasks that hold a number of the question (1-2 incubators), if any does."""
    numbers = NUMBER.findall(YEAR.sub(" ", BEFORE_MONTH.sub(" ", question)))
    return [t for t in tasks if any(n in NUMBER.findall(t.text) for n in numbers)] or tasks


def office_named(question: str, tasks: Sequence[Task]) -> str | None:
    """Return the office of the tasks that a question names, with or without 区 before it."""
    names = {name for task in tasks for name in (*task.responsible, *task.supporting)}
    for name in sorted(names, key=len, reverse=True):
        bare = name.removeprefix("区").removeprefix("市")
        # 市科委 is another office than 区科委.
        if len(bare) >= 2 and re.search(
            rf"{re.escape(name)}|(?<![区市县省]){re.escape(bare)}", question
        ):
            return name
    return None


def _deadline(query: Query, tasks: Sequence[Task]) -> int | None:
    """Return the last month by which the tasks must be done."""
    found = BEFORE_MONTH.search(query.question)
    if found:
        day = due_on(found.group(), None) if not found[1] else None
        month = int(found[1]) if found[1] else 6 if found[2] == "上半年" else 12
        return day.month if day else month
    named = [n for n, month in enumerate(MONTHS, start=1) if month in query.question.lower()]
    return named[0] if named else None


def _fits(task: Task, office: str | None, month: int | None, question: str) -> bool:
    if office and office not in _offices(task, question):
        return False
    return month is None or (task.due_on is not None and task.due_on.month <= month)


def _offices(task: Task, question: str) -> tuple[str, ...]:
    """Return the offices of a task in the part that a question asks about."""
    if SUPPORTS.search(question):
        return task.supporting
    return task.responsible if LEADS.search(question) else task.responsible + task.supporting


def _draft(query: Query, documents: Sequence[Document], tasks: Sequence[Task]) -> Draft:
    by_id = {document.notice.notice_id: document for document in documents}
    citations = Citations()
    rows, lines = [], []
    for task in tasks:
        row = _row(task, by_id[task.notice_id], citations)
        rows.append(row)
        lines.append(_line(query, task, row, by_id[task.notice_id]))
    notices = len({task.notice_id for task in tasks})
    summary = say(
        query.language,
        f"在 {len(documents)} 份通知中找到 {len(tasks)} 项任务：",
        f"{counted(len(tasks), 'task')} in {counted(len(documents), 'notice')} in scope:",
    )
    coverage = Coverage(len(documents), len(documents), notices)
    text = "\n".join([summary, "", *lines])
    return Draft("tasks", text, rows=tuple(rows), coverage=coverage, citations=citations.all())


def _row(task: Task, document: Document, citations: Citations) -> Row:
    return Row(
        notice_id=task.notice_id,
        place=task.place,
        year=task.year,
        finding="target",
        indicator=task.text,
        deadline=task.due_on.isoformat() if task.due_on else task.deadline,
        responsible=task.responsible,
        citation=citations.cite(document, task.start, task.end),
    )


def _line(query: Query, task: Task, row: Row, document: Document) -> str:
    label = notice_label(query.language, document.notice)
    colon = say(query.language, "：", ": ")
    return f"- {label}{colon}{quoted(task.quote)} [{row.citation}]"
