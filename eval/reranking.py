"""Fit the order of candidates on written questions: `python -m eval.reranking --data DATA`.

The everyday questions of the development part of `eval/paraphrase` are searched among the passages they
were written for, and queries made of rare words among passages of regions and laws; the
encoder was trained on none of them. The development questions over the shipped notices, in the words
of notices, are searched among their passages. A softmax regression then finds the weights with which
the right candidate comes first; they are written to `assistant/retrieval/weights.json`. Before that,
each half of the everyday questions is ranked with weights fitted to all others, to print what they are
worth on questions they were not fitted to. No question of a test part is read.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant import Assistant
from assistant.retrieval.reranking import WEIGHTS, Features
from corpus.errors import UsageError
from embeddings.archive.searchable import Searchable
from embeddings.encoder import PieceEncoder
from embeddings.loading import load_encoder
from embeddings.training.sources import read_training_data
from eval.gold.questions import read_questions
from eval.paraphrase.collection import collection
from eval.retrieval.cases import Case, Question, cases, cases_of
from eval.retrieval.searching import Searcher

MADE = 500
STEPS, RATE, PENALTY = 3000, 2.0, 1e-3
SEED = 7
TOP = (1, 5, 10)


def fit(known: Sequence[Case | None]) -> NDArray[np.float64]:
    """Return the weights, none below zero, that make the right candidates likeliest."""
    given = [case for case in known if case]
    table = np.concatenate([case.features for case in given])
    right = np.stack([case.features[case.right] for case in given]).mean(axis=0)
    sizes = [len(case.features) for case in given]
    starts, of_case = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(given)), sizes)
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        score = table @ weights
        share = np.exp(score - np.maximum.reduceat(score, starts)[of_case])
        share = (share / np.add.reduceat(share, starts)[of_case])[:, None]
        expected = (table * share).sum(axis=0) / len(given)
        slope = expected - right + 2 * PENALTY * weights
        weights = np.maximum(weights - RATE * slope, 0)
    return weights


def recall(known: Sequence[Case | None], weights: NDArray[np.float64]) -> list[float]:
    """Return the share of questions whose right text is among the first 1, 5 and 10."""
    ranks = np.array([np.inf if case is None else _rank(case, weights) for case in known])
    return [float(np.mean(ranks < k)) for k in TOP]


def _rank(case: Case, weights: NDArray[np.float64]) -> int:
    score = case.features @ weights
    right = score[case.right]
    return int((score > right).sum() + (score[: case.right] == right).sum())


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
    pairs = [p for p in read_training_data(data, SEED).develop if p.kind == "keywords"]
    pool = list(dict.fromkeys(pair.passage for pair in pairs))
    at = {passage: number for number, passage in enumerate(pool)}
    searcher = Searcher([Searchable("", text) for text in pool], encoder)
    return cases(searcher, [Question(pair.query, at[pair.passage]) for pair in pairs[:MADE]])


def official() -> list[Case]:
    """Return the cases of the development questions over the shipped notices."""
    path = Path(str(files("eval") / "questions" / "five-notices.dev.jsonl"))
    asked = [q for q in read_questions(path).questions if q.quotes and not q.history]
    with tempfile.TemporaryDirectory() as folder, Assistant.open(folder) as assistant:
        return list(cases_of(assistant, asked))


def main() -> int:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(description="Fit the order of candidates.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    arguments = parser.parse_args()
    encoder = load_encoder()
    if not isinstance(encoder, PieceEncoder):
        raise UsageError("The shipped encoder knows no pieces.")
    others = [*official(), *made(arguments.data, encoder)]
    written = everyday(arguments.data, encoder)
    halves = written[::2], written[1::2]
    words = np.eye(len(Features._fields))[0]
    apart = [fit([*fitted, *others]) for fitted in reversed(halves)]
    for name, of_half in (("keywords alone", [words, words]), ("all features", apart)):
        shares = np.mean(
            [recall(half, weights) for half, weights in zip(halves, of_half, strict=True)], axis=0
        )
        told = " ".join(f"@{k} {share:.3f}" for k, share in zip(TOP, shares, strict=True))
        sys.stdout.write(f"{len(written)} questions, each half left out, {name}: recall {told}\n")
    weights = fit([*written, *others])
    named = dict(zip(Features._fields, (round(float(w), 3) for w in weights), strict=True))
    path = Path(str(files("assistant.retrieval") / WEIGHTS))
    path.write_text(json.dumps(named, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(f"{named}, written to {path.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
