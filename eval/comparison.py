"""Two runs side by side on the questions they share, and whether they differ by chance."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from corpus.errors import UsageError
from eval.judging.scoring import MEASURES, Score
from eval.running.reply import Reply, reply_of

ACCURACY = "answer_accuracy"
SAME_SCORE = 1e-5
SAMPLES = 10_000
# Up to so many differing questions every assignment of signs is tried, which is exact.
EXACT = 14


@dataclass(frozen=True, slots=True)
class Earlier:
    """One question of an earlier run: its scores, its reply, and the gold it was judged by."""

    scores: Mapping[str, float]
    reply: Reply | None
    gold: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A measure in both runs, on the questions where both have it.

    `p_value` is two-sided: how often swapping the two runs' results at random, question by
    question, gives a difference at least as large.
    """

    measure: str
    questions: int
    before: float
    after: float
    p_value: float

    @property
    def difference(self) -> float:
        """What the measure rose by; negative where it fell."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """A run and an earlier one, on the questions that both hold and judge by the same gold.

    `better` and `worse` are the questions that turned right and wrong, `moved` those as right as
    before with other rows or citations. `regolded` are left out: their gold has changed since.
    """

    questions: int
    changes: tuple[Change, ...]
    better: tuple[str, ...]
    worse: tuple[str, ...]
    moved: tuple[str, ...]
    regolded: tuple[str, ...]
    earlier: Mapping[str, Earlier]

    def of(self, measure: str) -> Change | None:
        """Return the change of a measure; None if no question has it in both runs."""
        return next((change for change in self.changes if change.measure == measure), None)


def read_run(path: Path) -> dict[str, Earlier]:
    """Return the questions of a report folder or of its ``answers.jsonl``, by id.

    :raises UsageError: if there is no such run, or a line of it cannot be used.
    """
    file = path / "answers.jsonl" if path.is_dir() else path
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
        entries = [json.loads(line) for line in lines if line]
        return {str(entry["id"]): _earlier(entry) for entry in entries}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"No run can be read from {path} ({type(error).__name__}: {error}). "
            "Give a folder that `kewen eval --report` wrote."
        ) from error


def _earlier(entry: Mapping[str, Any]) -> Earlier:
    scores = {str(name): float(value) for name, value in entry["scores"].items()}
    if ACCURACY not in scores:
        raise ValueError(f"question {entry['id']} has no {ACCURACY}")
    kept = "ranking" in entry
    reply = reply_of({**entry, "question_id": entry["id"]}) if kept else None
    return Earlier(scores, reply, entry.get("gold"))


def compare(
    scores: Sequence[Score], before: Mapping[str, Earlier], golds: Mapping[str, str] | None = None
) -> Comparison:
    """Compare scores with an earlier run.

    :param golds: question id to what identifies its gold now; a question whose gold was another
        is left out.
    :raises UsageError: if the two share no question.
    """
    known = [score for score in scores if score.question_id in before]
    if not known:
        raise UsageError("The two runs share no question. Compare runs of the same question set.")
    regolded = {s.question_id for s in known if _regolded(s.question_id, before, golds or {})}
    shared = [score for score in known if score.question_id not in regolded]
    pairs = [(before[score.question_id].scores, score) for score in shared]
    rose = {s.question_id: s.values[ACCURACY] - then[ACCURACY] for then, s in pairs}
    return Comparison(
        questions=len(shared),
        changes=tuple(change for name in MEASURES if (change := _change(name, pairs))),
        better=tuple(name for name, by in rose.items() if by > 0),
        worse=tuple(name for name, by in rose.items() if by < 0),
        moved=tuple(s.question_id for then, s in pairs if _moved(then, s)),
        regolded=tuple(sorted(regolded)),
        earlier={score.question_id: before[score.question_id] for score in shared},
    )


Pair = tuple[Mapping[str, float], Score]


def _regolded(name: str, before: Mapping[str, Earlier], golds: Mapping[str, str]) -> bool:
    then, now = before[name].gold, golds.get(name)
    return then is not None and now is not None and then != now


def _change(measure: str, pairs: Sequence[Pair]) -> Change | None:
    both = [
        (t[measure], s.values[measure]) for t, s in pairs if measure in t and measure in s.values
    ]
    if not both:
        return None
    then, now = np.array(both).T
    p_value = randomisation_test(now - then)
    return Change(measure, len(both), float(then.mean()), float(now.mean()), p_value)


def _moved(then: Mapping[str, float], score: Score) -> bool:
    names = ("row_f1", "citation_precision", "citation_recall", "reason_accuracy")
    same = then[ACCURACY] == score.values[ACCURACY]
    # A baseline keeps six digits.
    return same and any(_otherwise(then.get(name), score.values.get(name)) for name in names)


def _otherwise(then: float | None, now: float | None) -> bool:
    if then is None or now is None:
        return then is not now
    return abs(then - now) > SAME_SCORE


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
