"""Two runs side by side on the questions they share, and whether they differ by chance."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.errors import UsageError
from eval.judging.scoring import Score

MEASURE = "answer_accuracy"
SAMPLES = 10_000
# Up to so many differing questions every assignment of signs is tried, which is exact.
EXACT = 14


@dataclass(frozen=True, slots=True)
class Comparison:
    """Answer accuracy of a run and of an earlier one, on the questions that both hold.

    `p_value` is two-sided: how often swapping the two runs' results at random, question by
    question, gives a difference at least as large.
    """

    questions: int
    before: float
    after: float
    p_value: float
    better: tuple[str, ...]
    worse: tuple[str, ...]


def read_run(path: Path) -> dict[str, float]:
    """Return question id to answer accuracy, of a report folder or its ``answers.jsonl``.

    :raises UsageError: if there is no such run, or a line of it cannot be used.
    """
    file = path / "answers.jsonl" if path.is_dir() else path
    try:
        entries = [
            json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line
        ]
        return {str(entry["id"]): float(entry["scores"][MEASURE]) for entry in entries}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"No run can be read from {path} ({type(error).__name__}: {error}). "
            "Give a folder that `kewen eval --report` wrote."
        ) from error


def compare(scores: Sequence[Score], before: Mapping[str, float]) -> Comparison:
    """Compare scores with an earlier run.

    :raises UsageError: if the two share no question.
    """
    shared = [score for score in scores if score.question_id in before]
    if not shared:
        raise UsageError("The two runs share no question. Compare runs of the same question set.")
    then = np.array([before[score.question_id] for score in shared])
    now = np.array([score.values[MEASURE] for score in shared])
    names = np.array([score.question_id for score in shared])
    return Comparison(
        questions=len(shared),
        before=float(then.mean()),
        after=float(now.mean()),
        p_value=randomisation_test(now - then),
        better=tuple(names[now > then].tolist()),
        worse=tuple(names[now < then].tolist()),
    )


def randomisation_test(differences: np.ndarray, seed: int = 20160506) -> float:
    """Return the two-sided p-value of paired differences (Fisher's randomisation test).

    Exact for few differences; else of seeded samples, plus one so that it is never 0.
    """
    moved = differences[differences != 0]
    if not len(moved):
        return 1.0
    observed = abs(moved.sum()) - 1e-9
    if len(moved) <= EXACT:
        bits = np.arange(2 ** len(moved))[:, None] >> np.arange(len(moved)) & 1
        return float((np.abs((2 * bits - 1) @ moved) >= observed).mean())
    signs = np.random.default_rng(seed).choice((-1, 1), (SAMPLES, len(moved)))
    extreme = int((np.abs(signs @ moved) >= observed).sum())
    return (extreme + 1) / (SAMPLES + 1)
