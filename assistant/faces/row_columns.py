"""The rows of an answer as the columns of a spreadsheet, and what else is to be said of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.answers.answer import Answer, Citation, Language, Row
from assistant.faces.rendering.conditions import conditions
from assistant.faces.rendering.labels import Labels, labels_for
from assistant.faces.rendering.plots import SIGNS
from assistant.faces.rendering.references import formatted_reference

Cell = str | int | float | None
Reading = Callable[[Row, Citation | None], Cell]


@dataclass(frozen=True, slots=True)
class Words:
    """Headings that a table on the page does not have, and those of the sheet about the answer."""

    columns: Mapping[str, str]
    rows: str
    about: str
    question: str
    asked_as: str
    examined: str
    exported: str
    note: str


WORDS: Mapping[Language, Words] = {
    "zh": Words(
        columns={
            "comparator": "比较",
            "number": "数字",
            "upper": "数字（范围上限）",
            "unit": "单位",
            "quote": "原文",
            "reference": "出处",
            "notice_id": "通知编号",
            "start": "起始字符",
            "end": "结束字符",
        },
        rows="数据",
        about="说明",
        question="问题",
        asked_as="理解为",
        examined="查阅",
        exported="导出日期",
        note="注意",
    ),
    "en": Words(
        columns={
            "comparator": "Comparator",
            "number": "Number",
            "upper": "Number (upper end)",
            "unit": "Unit",
            "quote": "Quote",
            "reference": "Reference",
            "notice_id": "Notice",
            "start": "From character",
            "end": "To character",
        },
        rows="Rows",
        about="About",
        question="Question",
        asked_as="Understood as",
        examined="Examined",
        exported="Exported on",
        note="Note",
    ),
}
OF_TASKS = ("place", "year", "task", "responsible", "deadline")
OF_FIGURES = (
    "place", "year", "finding", "indicator", "action", "scope", "figure", "comparator", "number",
    "upper", "unit", "target_year", "responsible", "deadline",
)  # fmt: skip
OF_SOURCES = ("quote", "reference", "notice_id", "start", "end")


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns that say anything, their headings, and the cells row by row."""

    names: tuple[str, ...]
    headings: tuple[str, ...]
    lines: tuple[tuple[Cell, ...], ...]


def columns_of(answer: Answer) -> Columns:
    """Return a line per row of the answer in its language; silent notices have theirs too."""
    labels = labels_for(answer.language)
    headings = {**labels.columns, **WORDS[answer.language].columns}
    readings = _readings(labels)
    cited = {citation.marker: citation for citation in answer.citations}
    pairs = [(row, cited.get(row.citation or 0)) for row in answer.rows]
    wanted = (*(OF_TASKS if answer.kind == "tasks" else OF_FIGURES), *OF_SOURCES)
    filled = {name: [readings[name](*pair) for pair in pairs] for name in wanted}
    names = tuple(n for n in wanted if not pairs or any(c not in (None, "") for c in filled[n]))
    return Columns(
        names=names,
        headings=tuple(headings[name] for name in names),
        lines=tuple(zip(*(filled[name] for name in names), strict=True)),
    )


def about(answer: Answer, day: date) -> list[tuple[str, str]]:
    """Return name and value of what is to be known of the rows.

    :param day: when they were exported.
    """
    words, labels = WORDS[answer.language], labels_for(answer.language)
    said = [(words.question, answer.question)]
    if answer.standalone_question != answer.question:
        said.append((words.asked_as, answer.standalone_question))
    said += conditions(answer.filters, answer.language)
    if answer.coverage:
        said.append((words.examined, labels.examined(answer.coverage)))
    said.append((words.exported, day.isoformat()))
    return said + [(words.note, note) for note in answer.notes]


def _readings(labels: Labels) -> Mapping[str, Reading]:
    return {
        "place": lambda row, _: row.place,
        "year": lambda row, _: row.year,
        "finding": lambda row, _: labels.finding(row),
        "indicator": lambda row, _: row.indicator,
        "task": lambda row, _: row.indicator,
        "action": lambda row, _: labels.action(row),
        "scope": lambda row, _: row.scope,
        "figure": lambda row, _: labels.figure(row),
        "comparator": lambda row, _: COMPARED.get(row.comparator or ""),
        "number": lambda row, _: _number(row, 0),
        "upper": lambda row, _: _number(row, 1),
        "unit": lambda row, _: row.unit,
        "target_year": lambda row, _: row.target_year,
        "responsible": lambda row, _: labels.between.join(row.responsible),
        "deadline": lambda row, _: row.deadline,
        "quote": lambda _, cited: cited and cited.quote,
        "reference": lambda _, cited: cited and formatted_reference(cited, labels.language),
        "notice_id": lambda row, _: row.notice_id,
        "start": lambda _, cited: cited and cited.start,
        "end": lambda _, cited: cited and cited.end,
    }


# A cell that begins with = would be a formula.
COMPARED = {**SIGNS, "=": "＝"}


def _number(row: Row, end: int) -> Cell:
    """Return the figure, or of a range its lower end; as `end` 1 the upper one of a range."""
    ends = row.number if isinstance(row.number, tuple) else (row.number, None)
    number = ends[end]
    return int(number) if number is not None and number == int(number) else number
