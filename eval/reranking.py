"""Fit the order of candidates on written questions: `python -m eval.reranking --data DATA`.

The everyday questions of the development part of `eval/paraphrase` are searched among the passages they
were written for, and made queries (headings, rare words) among passages of regions and laws; the
encoder was trained on none of them. A softmax regression then finds the weights with which the right
candidate comes first; they are written to `assistant/retrieval/weights.json`. Before that, each half of
the everyday questions is ranked with weights fitted to the other, to print what they are worth on
questions they were not fitted to. No other question of `eval/` is read.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.reranking import WEIGHTS, Features
from corpus.errors import UsageError
from embeddings.archive.searchable import Searchable
from embeddings.encoder import PieceEncoder
from embeddings.loading import load_encoder
from embeddings.training.sources import read_training_data
from eval.paraphrase.collection import collection
from eval.retrieval.searching import Searcher

MADE = {"keywords": 500, "heading": 300}
STEPS, RATE, PENALTY = 3000, 2.0, 1e-3
SEED = 7
TOP = (1, 5, 10)


class Case(NamedTuple):
    """The features of the candidates of a question, shape ``(n, features)``, and the right one."""

    features: NDArray[np.float64]
    right: int


class Question(NamedTuple):
    """What is asked, and the number of the text that answers it."""

    text: str
    right: int


def cases(searcher: Searcher, questions: Sequence[Question]) -> list[Case | None]:
    """Return the candidates of each question; None where the right one is not among them."""
    found: list[Case | None] = []
    for question in questions:
        candidates, features = searcher.candidates(question.text)
        at = np.flatnonzero(candidates.rows == question.right)
        table = np.stack(features, axis=1).astype(np.float64)
        found.append(Case(table, int(at[0])) if len(at) else None)
    return found


def fit(known: Sequence[Case | None]) -> NDArray[np.float64]:
    """Return the weights, none below zero, that make the right candidates likeliest."""
    given = [case for case in known if case]
    weights = np.zeros(len(Features._fields))
    for _ in range(STEPS):
        slope = 2 * PENALTY * weights
        for case in given:
            score = case.features @ weights
            share = np.exp(score - score.max())
            share /= share.sum()
            slope += (share @ case.features - case.features[case.right]) / len(given)
        weights = np.maximum(weights - RATE * slope, 0)
    return weights


def recall(known: Sequence[Case | None], weights: NDArray[np.float64]) -> list[float]:
    """Return the share of questions whose right text is among the first 1, 5 and 10."""
    ranks = [
        np.inf if case is None else (case.features @ weights > (case.features @ weights)[case.right]).sum()
        for case in known
    ]  # fmt: skip
    return [float(np.mean(np.array(ranks) < k)) for k in TOP]


def everyday(data: Path, encoder: PieceEncoder) -> list[Case | None]:
    """Return the cases of the written questions, in an order of chance."""
    found = collection(data, "dev")
    at = {name: number for number, name in enumerate(found.documents)}
    asked = [Question(text, at[next(iter(found.qrels[q]))]) for q, text in found.queries.items()]
    order = np.random.default_rng(SEED).permutation(len(asked)).tolist()
    searcher = Searcher([Searchable(*document) for document in found.documents.values()], encoder)
    return cases(searcher, [asked[number] for number in order])


def made(data: Path, encoder: PieceEncoder) -> list[Case | None]:
    """Return the cases of the queries made of held-out passages."""
    pairs = read_training_data(data, SEED).develop
    pool = list(dict.fromkeys(pair.passage for pair in pairs if pair.kind in MADE))
    at = {passage: number for number, passage in enumerate(pool)}
    questions = []
    for kind, most in MADE.items():
        of_kind = [p for p in pairs if p.kind == kind][:most]
        questions += [Question(pair.query, at[pair.passage]) for pair in of_kind]
    searcher = Searcher([Searchable("", text) for text in pool], encoder)
    return cases(searcher, questions)


def main() -> int:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(description="Fit the order of candidates.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    arguments = parser.parse_args()
    encoder = load_encoder()
    if not isinstance(encoder, PieceEncoder):
        raise UsageError("The shipped encoder knows no pieces.")
    of_pool = made(arguments.data, encoder)
    written = everyday(arguments.data, encoder)
    halves = written[::2], written[1::2]
    words = np.eye(len(Features._fields))[0]
    apart = [fit([*fitted, *of_pool]) for fitted in reversed(halves)]
    for name, of_half in (("keywords alone", [words, words]), ("all features", apart)):
        shares = np.mean(
            [recall(half, weights) for half, weights in zip(halves, of_half, strict=True)], axis=0
        )
        told = " ".join(f"@{k} {share:.3f}" for k, share in zip(TOP, shares, strict=True))
        sys.stdout.write(f"{len(written)} questions, each half left out, {name}: recall {told}\n")
    weights = fit([*written, *of_pool])
    named = dict(zip(Features._fields, (round(float(w), 3) for w in weights), strict=True))
    path = Path(str(files("assistant.retrieval") / WEIGHTS))
    path.write_text(json.dumps(named, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(f"{named}, written to {path.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
