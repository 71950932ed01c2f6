"""A part of a question set, always the same one."""

from collections.abc import Sequence
from hashlib import sha256

from corpus.errors import UsageError
from eval.gold.questions import Question


def sampled(questions: Sequence[Question], size: int | None) -> tuple[Question, ...]:
    """Return so many questions in file order; all of them for None or a size that is as large.

    The ids decide, not the order of the file, and a smaller sample is a part of a larger one.

    :raises UsageError: if the size is less than 1.
    """
    if size is None:
        return tuple(questions)
    if size < 1:
        raise UsageError(f"The sample is {size} questions. Give a whole number from 1 on.")
    chosen = {question.id for question in sorted(questions, key=_lot)[:size]}
    return tuple(question for question in questions if question.id in chosen)


def _lot(question: Question) -> str:
    return sha256(question.id.encode("utf-8")).hexdigest()
