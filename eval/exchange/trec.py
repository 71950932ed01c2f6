"""Judgements and rankings as TREC writes them: `qrels` and `run` files.

A line of qrels is ``question 0 passage grade``, one of a run ``question Q0 passage rank score tag``.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from corpus.errors import UsageError

Qrels = dict[str, dict[str, int]]
Run = dict[str, dict[str, float]]

TAG = "kewen"


def read_qrels(path: Path) -> Qrels:
    """Return question to passage to grade.

    :raises UsageError: if the file cannot be read or a line is none of qrels.
    """
    found: Qrels = {}
    for number, fields in _lines(path):
        if len(fields) != 4 or not _is_whole(fields[3]):
            raise _unusable(path, number, fields, "question 0 passage grade")
        question, _, passage, grade = fields
        found.setdefault(question, {})[passage] = int(grade)
    return found


def read_run(path: Path) -> Run:
    """Return question to passage to score; one that is repeated counts once, with its best score.

    :raises UsageError: if the file cannot be read or a line is none of a run.
    """
    found: Run = {}
    for number, fields in _lines(path):
        if len(fields) != 6 or not _is_number(fields[4]):
            raise _unusable(path, number, fields, "question Q0 passage rank score tag")
        question, _, passage, _, score, _ = fields
        best = found.setdefault(question, {})
        best[passage] = max(float(score), best.get(passage, float("-inf")))
    return found


def qrels_lines(qrels: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Yield the lines of a qrels file."""
    for question, grades in qrels.items():
        for passage, grade in grades.items():
            yield f"{name_of(question)} 0 {name_of(passage)} {grade}\n"


def run_lines(run: Mapping[str, Mapping[str, float]], tag: str = TAG) -> Iterator[str]:
    """Yield the lines of a run file, best score first."""
    for question, scores in run.items():
        ranking = sorted(scores, key=lambda passage: -scores[passage])
        for rank, passage in enumerate(ranking, start=1):
            yield f"{name_of(question)} Q0 {name_of(passage)} {rank} {scores[passage]} {tag}\n"


def name_of(text: str) -> str:
    """Return an id without white space, which separates the fields."""
    return "_".join(text.split()) or "_"


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read ({error}). Give a UTF-8 text file.") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line.split()


def _unusable(path: Path, number: int, fields: Sequence[str], expected: str) -> UsageError:
    return UsageError(f"Line {number} of {path} is {' '.join(fields)!r}. Expected: {expected}.")


def _is_whole(text: str) -> bool:
    return text.removeprefix("-").isdecimal()


def _is_number(text: str) -> bool:
    try:
        return float(text) == float(text)
    except ValueError:
        return False
