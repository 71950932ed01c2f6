"""Training of a static model with sentence-transformers: in-batch negatives, nested sizes."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from datasets import Dataset, DatasetDict
from numpy.typing import NDArray
from sentence_transformers import (
    SentenceTransformer,
    SentenceTransformerTrainer,
    SentenceTransformerTrainingArguments,
)
from sentence_transformers.sampler import DefaultBatchSampler
from sentence_transformers.sentence_transformer.losses import (
    MatryoshkaLoss,
    MultipleNegativesRankingLoss,
)
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer
from torch import nn
from torch.nn.utils.parametrize import register_parametrization
from torch.utils.data import SequentialSampler

from embeddings.training.log import TrainingLog
from embeddings.training.pairs import Pair, PairKind
from embeddings.training.parts import Composed
from embeddings.training.sources import TrainingData
from embeddings.training.vocabulary import UNKNOWN

#: How many batches of each kind a model learns from.
BATCHES: Mapping[PairKind, int] = {
    "sentence": 247, "heading": 124, "article": 62, "question": 124, "keywords": 186,
    "asked": 155, "gloss": 43, "term": 43, "english": 124, "everyday": 93,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a model is trained; a kind that has few pairs is gone through more often."""

    dimension: int = 256
    nested_dimensions: tuple[int, ...] = (256, 128, 64)
    #: How much the loss at each of these sizes counts: the whole vector is what is used.
    nested_weights: tuple[float, ...] = (1.0, 0.2, 0.2)
    pieces: int = 24_000
    batches: Mapping[PairKind, int] = field(default_factory=lambda: BATCHES)
    batch_size: int = 2048
    learning_rate: float = 0.05
    scale: float = 20.0
    warmup: float = 0.1
    measure_every: int = 100
    threads: int = 2
    seed: int = 7


def train(
    data: TrainingData, tokenizer: Tokenizer, recipe: Recipe, output: Path
) -> NDArray[np.float32]:
    """Train token vectors; the same data, recipe and machine give the same result.

    Checkpoints are kept in `output / "checkpoints"` and gone on from when there are any.

    :returns: shape ``(pieces, dimension)``, float32; the row of the unknown piece is zero.
    """
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    module = StaticEmbedding(tokenizer, embedding_dim=recipe.dimension)
    nn.init.zeros_(module.embedding.weight)
    composed = Composed(tokenizer.get_vocab(), recipe.dimension, UNKNOWN)
    register_parametrization(module.embedding, "weight", composed)
    model = SentenceTransformer(modules=[module], device="cpu")
    checkpoints = output / "checkpoints"
    trainer = SentenceTransformerTrainer(
        model=model,
        args=_arguments(recipe, str(checkpoints)),
        train_dataset=_datasets(data.learn, recipe),
        loss=_loss(model, recipe),
        callbacks=[TrainingLog(output / "training-log.jsonl", data.develop, recipe.measure_every)],
    )
    trainer.train(resume_from_checkpoint=any(checkpoints.glob("checkpoint-*")))
    weights: NDArray[np.float32] = module.embedding.weight.detach().numpy().copy()
    weights[0] = 0
    return weights


def _loss(model: SentenceTransformer, recipe: Recipe) -> MatryoshkaLoss:
    inner = MultipleNegativesRankingLoss(model, scale=recipe.scale)
    return MatryoshkaLoss(
        model,
        inner,
        matryoshka_dims=list(recipe.nested_dimensions),
        matryoshka_weights=list(recipe.nested_weights),
    )


def _arguments(recipe: Recipe, checkpoints: str) -> SentenceTransformerTrainingArguments:
    return SentenceTransformerTrainingArguments(
        output_dir=checkpoints,
        num_train_epochs=1,
        per_device_train_batch_size=recipe.batch_size,
        learning_rate=recipe.learning_rate,
        warmup_steps=recipe.warmup,
        batch_sampler=_in_order,
        weight_decay=0.0,
        seed=recipe.seed,
        logging_steps=20,
        save_steps=recipe.measure_every,
        save_total_limit=1,
        report_to="none",
        use_cpu=True,
        disable_tqdm=True,
    )


def _in_order(dataset: Dataset, **settings: Any) -> DefaultBatchSampler:  # noqa: ANN401 - as called
    """Return the batches as the rows stand: no pair is twice in one of them."""
    return DefaultBatchSampler(SequentialSampler(dataset), **settings)


def _datasets(pairs: Sequence[Pair], recipe: Recipe) -> DatasetDict:
    """Return one data set for each kind of pair: a batch then holds one kind only."""
    by_kind: dict[PairKind, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_kind[pair.kind].append(pair)
    chooser = random.Random(recipe.seed)
    return DatasetDict(
        {
            kind: _dataset(_rounds(by_kind[kind], recipe.batches[kind], recipe.batch_size, chooser))
            for kind in sorted(by_kind)
        }
    )


def _rounds(pairs: list[Pair], batches: int, size: int, chooser: random.Random) -> Iterator[Pair]:
    """Yield as many batches, going through all pairs in an order of chance as often as it takes.

    A kind of fewer pairs than a batch holds gives smaller batches.
    """
    size = min(size, len(pairs))
    rest: list[Pair] = []
    for _ in range(batches):
        if len(rest) < size:
            rest = chooser.sample(pairs, len(pairs))
        yield from rest[-size:]
        del rest[-size:]


def _dataset(pairs: Iterable[Pair]) -> Dataset:
    kept = list(pairs)
    return Dataset.from_dict(
        {"query": [pair.query for pair in kept], "passage": [pair.passage for pair in kept]}
    )
