"""Question sets with their gold: one JSON object a line.

A line that cannot be used becomes a `Fault`; the other lines still load.
"""

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from corpus.errors import UsageError
from eval.gold.fields import (
    Entry,
    GoldFault,
    check_spelling,
    optional_text,
    reasons,
    required_text,
    rows,
    spans,
    texts,
    turns,
)
from eval.gold.rows import GoldRow
from eval.gold.spans import Span


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what a right answer cites, says and does not say.

    `contains` and `excludes` may name alternatives: ``区长|mayor``; `unanswerable` holds the
    reasons that are right for a refusal, and is empty where an answer is expected. `spans` holds
    for each quote the places that count, or nothing: then every place where it stands does. A set
    whose texts are not committed has spans and no quotes, which are read from the notices.
    """

    line: int
    id: str
    type: str
    question: str
    history: tuple[dict[str, str], ...]
    notices: tuple[str, ...]
    quotes: tuple[str, ...]
    contains: tuple[str, ...]
    excludes: tuple[str, ...]
    rows: tuple[GoldRow, ...]
    unanswerable: tuple[str, ...]
    spans: tuple[tuple[Span, ...], ...] = ()


FIELDS = tuple(field.name for field in fields(Question) if field.name != "line")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a line of a question set is left out."""

    line: int
    field: str
    expected: str

    def __str__(self) -> str:
        return f"Line {self.line}, field {self.field}: expected {self.expected}."


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The questions that loaded, in file order, and the lines that did not."""

    questions: tuple[Question, ...]
    faults: tuple[Fault, ...]


def read_questions(path: Path) -> QuestionSet:
    """Read a question set.

    :raises UsageError: if the file cannot be read as UTF-8 text.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"The questions cannot be read from {path} ({error}). Give a UTF-8 file of JSON lines."
        ) from error
    return parse_questions(lines)


def parse_questions(lines: list[str]) -> QuestionSet:
    """Return the questions of the lines; blank lines are skipped, a repeated id is a fault."""
    questions: dict[str, Question] = {}
    faults = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            question = _question(number, line)
            if question.id in questions:
                raise GoldFault("id", f"an id of its own, {question.id!r} is on an earlier line")
            questions[question.id] = question
        except GoldFault as fault:
            faults.append(Fault(number, fault.field, fault.expected))
    return QuestionSet(tuple(questions.values()), tuple(faults))


def _question(number: int, line: str) -> Question:
    entry = _entry(line)
    return question_of(number, entry)


def question_of(number: int, entry: Entry) -> Question:
    """Return the question that an entry of a set holds.

    :raises GoldFault: if a field cannot be used, or the entry is a draft still to be reviewed.
    """
    check_spelling(entry, FIELDS)
    if entry.get("draft"):
        raise GoldFault("draft", "a reviewed question: correct it and take this field away")
    question = Question(
        line=number,
        id=required_text(entry, "id"),
        type=required_text(entry, "type"),
        question=required_text(entry, "question"),
        history=turns(entry, "history"),
        notices=texts(entry, "notices"),
        quotes=texts(entry, "quotes"),
        contains=texts(entry, "contains"),
        excludes=texts(entry, "excludes"),
        rows=rows(entry, "rows"),
        unanswerable=reasons(optional_text(entry, "unanswerable")),
        spans=spans(entry, "spans"),
    )
    _check_whole(question)
    return question


def _entry(line: str) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise GoldFault("(the line)", f"one JSON object, this is no JSON: {error}") from error
    if not isinstance(entry, dict):
        raise GoldFault("(the line)", f"one JSON object, received {type(entry).__name__}")
    return entry


def _check_whole(question: Question) -> None:
    quoted = question.quotes or question.spans
    gold = quoted or question.contains or question.rows
    if not question.unanswerable and not gold:
        raise GoldFault("contains", "contains, quotes, rows or unanswerable, so that it has a gold")
    if question.unanswerable and (quoted or question.rows):
        raise GoldFault("unanswerable", "no quotes and no rows in a question without an answer")
    if question.quotes and question.spans and len(question.quotes) != len(question.spans):
        raise GoldFault("spans", f"one list of places for each of {len(question.quotes)} quotes")
    if not all(question.spans):
        raise GoldFault("spans", "at least one place for each quote")
    if quoted and not question.notices:
        raise GoldFault("notices", "the notices in which the quotes stand")
