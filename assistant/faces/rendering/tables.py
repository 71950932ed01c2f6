"""The rows of an answer as the cells of a table, without columns that would say nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant.answers.answer import Answer, Row
from assistant.faces.rendering.labels import Labels, labels_for

# What all rows share is said once, above the table.
SHARED = ("place", "year", "indicator")


@dataclass(frozen=True, slots=True)
class Table:
    """Names of the columns that are shown, their headings, and per row the text of each."""

    caption: str
    names: tuple[str, ...]
    headings: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


def table_of(answer: Answer) -> Table | None:
    """Return the rows in the language of the answer; None if the text alone says it all."""
    if not answer.rows or (answer.kind == "lookup" and len(answer.rows) < 2):
        return None
    labels = labels_for(answer.language)
    columns = _task_columns(labels) if answer.kind == "tasks" else _columns(labels)
    filled = {name: [cell(row) for row in answer.rows] for name, cell in columns.items()}
    shared = tuple(name for name in SHARED if name in filled and _is_shared(filled[name]))
    names = tuple(name for name in columns if name not in shared and any(filled[name]))
    return Table(
        caption=" · ".join(filled[name][0] for name in shared),
        names=names,
        headings=tuple(labels.columns[name] for name in names),
        cells=tuple(zip(*(filled[name] for name in names), strict=True)),
    )


def _columns(labels: Labels) -> Mapping[str, Callable[[Row], str]]:
    return {
        "place": lambda row: row.place or "",
        "year": lambda row: str(row.year or ""),
        "finding": labels.finding,
        "indicator": lambda row: row.indicator or "",
        "figure": labels.figure,
        "action": labels.action,
        "scope": lambda row: row.scope,
        "target_year": _target_year,
        "responsible": lambda row: labels.between.join(row.responsible),
        "deadline": lambda row: row.deadline or "",
        "citation": lambda row: f"[{row.citation}]" if row.citation else "",
    }


def _task_columns(labels: Labels) -> Mapping[str, Callable[[Row], str]]:
    columns = _columns(labels)
    return {
        "place": columns["place"],
        "year": columns["year"],
        "task": columns["indicator"],
        "responsible": columns["responsible"],
        "deadline": columns["deadline"],
        "citation": columns["citation"],
    }


def _target_year(row: Row) -> str:
    return str(row.target_year) if row.target_year and row.target_year != row.year else ""


def _is_shared(values: list[str]) -> bool:
    return len(values) > 1 and bool(values[0]) and len(set(values)) == 1
