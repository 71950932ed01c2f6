"""Fit the confidence of answers on question sets: `python -m eval.confidence`.

The development sets are asked, and a logistic model is fitted to which answers were right; its
weights are written to `assistant/answers/confidence.json`. The penalty pulls every weight towards
that of all answers together, so that a way that was met twice is not called certain. It is chosen
by leave-one-out likelihood. Test sets are never asked. With `--everyday` so are the questions in
everyday words about reports that are answered; right is what cites the passage asked about.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answers.confidence import WEIGHTS, features
from assistant.assistant import Assistant
from eval.evaluation import evaluate
from eval.gold.questions import read_questions
from eval.paraphrase.asked import replies

QUESTIONS = (Path(__file__).with_name("questions") / "five-notices.dev.jsonl",)
PENALTIES = (0.1, 0.3, 1.0, 3.0)
STEPS = 50
DIGITS = 3

Seen = tuple[Mapping[str, float], bool]


def seen(assistant: Assistant, path: Path) -> list[Seen]:
    """Return the features of every answer to a question set, and whether it was right."""
    done = evaluate(assistant, read_questions(path))
    return [
        (features(reply.answer), score.values["answer_accuracy"] == 1)
        for reply, score in zip(done.replies, done.scores, strict=True)
        if reply.answer
    ]


def fit(answers: Sequence[Seen]) -> dict[str, float]:
    """Return the weights of the features, with the penalty that foretells left-out answers best."""
    names = sorted({name for found, _ in answers for name in found})
    rows = np.array([[found.get(name, 0.0) for name in names] for found, _ in answers])
    right = np.array([was for _, was in answers], dtype=np.float64)
    free = np.array([name == "" for name in names])
    penalty = max(PENALTIES, key=lambda p: _foretold(rows, right, p, free))
    weights = _weights(rows, right, penalty, free)
    return {name: round(float(value), DIGITS) for name, value in zip(names, weights, strict=True)}


def _weights(
    rows: NDArray[np.float64],
    right: NDArray[np.float64],
    penalty: float,
    free: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """Return the weights of penalised logistic regression, by Newton's method."""
    ridge = np.where(free, 1e-6, penalty)
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (right - chance) - ridge * weights
        hessian = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        weights = weights + step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def _foretold(
    rows: NDArray[np.float64],
    right: NDArray[np.float64],
    penalty: float,
    free: NDArray[np.bool_],
) -> float:
    """Return the mean log-likelihood of each answer by the model of all the others."""
    total = 0.0
    for left_out in range(len(right)):
        kept = np.arange(len(right)) != left_out
        weights = _weights(rows[kept], right[kept], penalty, free)
        chance = 1 / (1 + np.exp(-rows[left_out] @ weights))
        total += float(np.log(chance if right[left_out] else 1 - chance))
    return total / len(right)


def main() -> int:
    """Ask, fit and write the weights."""
    arguments = _arguments()
    answers: list[Seen] = []
    for data, path in [(arguments.data, path) for path in QUESTIONS] + arguments.more:
        with Assistant.open(data) as assistant:
            answers += seen(assistant, Path(path))
    if arguments.everyday:
        asked = replies(arguments.everyday, "dev")
        # All of them have an answer, so they tell nothing of how often a refusal is right.
        answers += [(features(a), right) for _, a, right in asked if a.status == "answered"]
    weights = fit(answers)
    held = {"questions": len(answers), "right": sum(was for _, was in answers), "weights": weights}
    target = Path(str(files("assistant.answers") / WEIGHTS))
    target.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(answers)} answers, {len(weights)} weights, written to {target.name}\n")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Fit the confidence of answers.")
    parser.add_argument("--data", type=Path, default=Path("kewen-data"), help="the data folder")
    parser.add_argument(
        "--more",
        nargs=2,
        action="append",
        default=[],
        metavar=("DATA", "QUESTIONS"),
        help="another data folder and a development set over its notices",
    )
    parser.add_argument(
        "--everyday", type=Path, help="folder of the public data: everyday questions as well"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
