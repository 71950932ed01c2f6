"""Our types as rows of a table, and back."""

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date
from typing import Any

from corpus.notice import Notice, Passage, Section, Target, Task, Years
from corpus.places import Place
from corpus.plain import to_plain

Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class NoticeSummary:
    """A notice without its text and parts, which are counted."""

    notice_id: str
    source: str
    sha256: str
    title: str
    issuer: str | None
    document_number: str | None
    issued_on: date | None
    plan_years: Years | None
    place: Place | None
    warnings: tuple[str, ...]
    passages: int
    targets: int
    tasks: int


def notice_row(notice: Notice) -> Row:
    """Return the columns of `notices` after `row`."""
    return (
        notice.notice_id,
        notice.source,
        notice.sha256,
        notice.title,
        notice.issuer,
        notice.document_number,
        _day_out(notice.issued_on),
        *_years_out(notice.plan_years),
        _json(notice.place) if notice.place else None,
        _json(notice.warnings),
        len(notice.passages),
        len(notice.targets),
        len(notice.tasks),
    )


def summary_of(row: Row) -> NoticeSummary:
    """Read a row of `notices`."""
    _, notice_id, source, sha256, title, issuer, document_number, issued_on, *rest = row
    first, last, place, warnings, *counts = rest
    return NoticeSummary(
        notice_id,
        source,
        sha256,
        title,
        issuer,
        document_number,
        _day_in(issued_on),
        _years_in(first, last),
        Place(**json.loads(place)) if place else None,
        tuple(json.loads(warnings)),
        *counts,
    )


def text_row(notice: Notice) -> Row:
    """Return the columns of `texts`."""
    return notice.notice_id, notice.text, _json(notice.sections)


def sections_of(column: str) -> tuple[Section, ...]:
    """Read the column `sections` of `texts`."""
    return tuple(map(_section_of, json.loads(column)))


def passage_row(p: Passage) -> Row:
    """Return the columns of `passages` after `row`."""
    path = _json(p.section_path)
    return p.passage_id, p.notice_id, path, p.text, p.start, p.end, *_years_out(p.years)


def passage_of(row: Row) -> Passage:
    """Read a row of `passages`."""
    _, passage_id, notice_id, path, text, start, end, first, last = row
    years = _years_in(first, last)
    return Passage(passage_id, notice_id, tuple(json.loads(path)), text, start, end, years)


def target_row(target: Target) -> Row:
    """Return the columns of `targets` after `row`."""
    values = {field.name: getattr(target, field.name) for field in fields(target)}
    return (*(values | {"number": _json(target.number)}).values(),)


def target_of(row: Row) -> Target:
    """Read a row of `targets`."""
    _, *columns = row
    number = json.loads(columns[9])
    columns[9] = tuple(number) if isinstance(number, list) else number
    return Target(*columns)


def task_row(task: Task) -> Row:
    """Return the columns of `tasks` after `row`."""
    notice_id, place, year, text, responsible, supporting, deadline, due_on, *rest = astuple(task)
    units = _json(responsible), _json(supporting)
    return notice_id, place, year, text, *units, deadline, _day_out(due_on), *rest


def task_of(row: Row) -> Task:
    """Read a row of `tasks`."""
    _, notice_id, place, year, text, responsible, supporting, deadline, due_on, *rest = row
    units = tuple(json.loads(responsible)), tuple(json.loads(supporting))
    return Task(notice_id, place, year, text, *units, deadline, _day_in(due_on), *rest)


def _section_of(values: dict[str, Any]) -> Section:
    years = Years(*values["years"]) if values["years"] else None
    return Section(**values | {"path": tuple(values["path"]), "years": years})


def _json(value: Any) -> str:  # noqa: ANN401 - any of our types
    return json.dumps(to_plain(value), ensure_ascii=False)


def _day_out(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day_in(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _years_out(years: Years | None) -> tuple[int | None, int | None]:
    return (years.first, years.last) if years else (None, None)


def _years_in(first: int | None, last: int | None) -> Years | None:
    return None if first is None or last is None else Years(first, last)
