"""The rows of an answer as the cells of a table; columns that would be empty are left out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answers.answer import Answer, Citation, Row
from assistant.faces.rendering.labels import Labels, labels_for

ALWAYS = ("place", "year", "finding")


@dataclass(frozen=True, slots=True)
class Table:
    """Names of the columns that are shown, their headings, and per row the text of each."""

    names: tuple[str, ...]
    headings: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


def table_of(answer: Answer) -> Table | None:
    """Return the rows in the language of the answer, None if there are none."""
    if not answer.rows:
        return None
    labels = labels_for(answer.language)
    columns = _columns(answer, labels)
    filled = {name: [cell(row) for row in answer.rows] for name, cell in columns.items()}
    names = tuple(name for name in columns if name in ALWAYS or any(filled[name]))
    return Table(
        names=names,
        headings=tuple(labels.columns[name] for name in names),
        cells=tuple(zip(*(filled[name] for name in names), strict=True)),
    )


def _columns(answer: Answer, labels: Labels) -> Mapping[str, Callable[[Row], str]]:
    tasks = answer.kind == "tasks"
    quotes = _quotes(answer.citations)
    return {
        "place": lambda row: row.place or "",
        "year": lambda row: str(row.year or ""),
        "finding": labels.finding,
        "indicator": lambda row: row.indicator or "",
        "figure": labels.figure,
        "action": lambda row: row.action or "",
        "target_year": lambda row: _unless_same(row.target_year, row.year),
        "task": lambda row: quotes.get(row.citation or 0, "") if tasks else "",
        "responsible": lambda row: "、".join(row.responsible),
        "deadline": lambda row: row.deadline or "",
        "citation": lambda row: f"[{row.citation}]" if row.citation else "",
    }


def _unless_same(target_year: int | None, year: int | None) -> str:
    return str(target_year) if target_year and target_year != year else ""


def _quotes(citations: Sequence[Citation]) -> dict[int, str]:
    return {citation.marker: " ".join(citation.quote.split()) for citation in citations}
