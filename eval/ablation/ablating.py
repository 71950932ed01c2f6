"""Each variant over its own index of the same notices, asked the same questions."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from assistant.assistant import Assistant
from assistant.settings import Settings
from corpus.reading import SUFFIXES
from embeddings.archive.ingestion import ingest
from embeddings.loading import load_encoder
from eval.ablation.variants import WHOLE, Variant
from eval.comparison import randomisation_test
from eval.evaluation import Evaluation, evaluate
from eval.gold.questions import QuestionSet
from eval.measures import Figure

MEASURES = (
    "answer_accuracy",
    "citation_recall",
    "row_f1",
    "false_answer_rate",
    "false_refusal_rate",
    "ndcg_at_10",
    "recall_at_5",
)


@dataclass(frozen=True, slots=True)
class Worth:
    """A measure without a part: what it is, what it is more or less than the whole, and by chance how often."""

    figure: Figure
    difference: float
    p_value: float


@dataclass(frozen=True, slots=True)
class Ablated:
    """A variant: its measures, how many passages it searches, and which questions turned."""

    name: str
    meaning: str
    passages: int
    worth: dict[str, Worth]
    lost: tuple[str, ...]
    gained: tuple[str, ...]


Load = Callable[[Assistant], QuestionSet]


def ablate(
    load: Load, settings: Settings, notices: Sequence[Path], variants: Sequence[Variant]
) -> list[Ablated]:
    """Return the whole and each variant, in this order.

    :param load: gives the questions, from an assistant over the notices.
    :param notices: files or folders, read again for each variant into a folder of its own.
    """
    whole, passages = _evaluated(load, settings, notices, WHOLE)
    found = [_ablated(WHOLE, passages, whole, whole)]
    for variant in variants:
        done, passages = _evaluated(load, settings, notices, variant)
        found.append(_ablated(variant, passages, done, whole))
    return found


def _evaluated(
    load: Load, settings: Settings, notices: Sequence[Path], variant: Variant
) -> tuple[Evaluation, int]:
    sys.stderr.write(f"{variant.name}: {variant.meaning}\n")
    with TemporaryDirectory() as folder, variant.knowing():
        own = replace(settings, data=Path(folder), search=variant.legs)
        # One process reads: others would not know what this one is to do without.
        ingest(
            own.index_folder,
            list(notices),
            load_encoder(own.encoder),
            variant.understand,
            suffixes=SUFFIXES,
            settings={"variant": variant.name},
        )
        with Assistant.open(own) as assistant:
            done = evaluate(assistant, load(assistant))
            return done, assistant.generation.manifest.counts.passages


def _ablated(variant: Variant, passages: int, done: Evaluation, whole: Evaluation) -> Ablated:
    then = {score.question_id: score.values for score in whole.scores}
    now = {score.question_id: score.values for score in done.scores}
    turned = {
        name: now[name]["answer_accuracy"] - values["answer_accuracy"]
        for name, values in then.items()
        if name in now
    }
    worth = {}
    for measure, figure in done.summary.overall.items():
        if measure in MEASURES:
            pairs = [
                (then[name][measure], values[measure])
                for name, values in now.items()
                if measure in values and measure in then.get(name, {})
            ]
            moved = np.array([after - before for before, after in pairs])
            worth[measure] = Worth(figure, float(moved.mean()), randomisation_test(moved))
    return Ablated(
        variant.name,
        variant.meaning,
        passages,
        worth,
        lost=tuple(name for name, by in turned.items() if by < 0),
        gained=tuple(name for name, by in turned.items() if by > 0),
    )
