"""How likely an answer is right: what answers made the same way came to on development questions.

A logistic model over the way an answer was made, how strong its evidence is and its language. Its
weights are fitted by ``python -m eval.confidence`` on the development question sets, and how well
they hold on the test sets is printed by `kewen eval` (calibration).
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from math import exp

from assistant.answers.answer import Answer

WEIGHTS = "confidence.json"
DIGITS = 3


def features(answer: Answer) -> dict[str, float]:
    """Return what the confidence rests on, by name: 1 for the way it was made, and its strength."""
    way = answer.reason or answer.basis or answer.kind
    found = {"": 1.0, way: 1.0}
    if answer.strength:
        found[f"{way}:strength"] = answer.strength
    if answer.language == "en":
        found["english"] = 1.0
    return found


def confidence(answer: Answer) -> float:
    """Return the estimated probability that the answer, or the refusal, is right."""
    weights = _weights()
    score = sum(weights.get(name, 0.0) * value for name, value in features(answer).items())
    return round(1 / (1 + exp(-score)), DIGITS)


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    text = (files("assistant.answers") / WEIGHTS).read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights
