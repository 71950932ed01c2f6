"""Training of a static model with sentence-transformers: in-batch negatives, nested sizes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from datasets import Dataset, DatasetDict
from numpy.typing import NDArray
from sentence_transformers import (
    SentenceTransformer,
    SentenceTransformerTrainer,
    SentenceTransformerTrainingArguments,
)
from sentence_transformers.sentence_transformer.losses import (
    MatryoshkaLoss,
    MultipleNegativesRankingLoss,
)
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer

from embeddings.training.log import TrainingLog
from embeddings.training.pairs import Pair
from embeddings.training.sources import TrainingData


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a model is trained; `question_copies` makes up for there being few real questions."""

    dimension: int = 256
    nested_dimensions: tuple[int, ...] = (256, 128, 64)
    pieces: int = 24_000
    epochs: float = 2.0
    batch_size: int = 2048
    learning_rate: float = 0.1
    warmup: float = 0.1
    question_copies: int = 3
    measure_every: int = 100
    threads: int = 2
    seed: int = 7


def train(
    data: TrainingData, tokenizer: Tokenizer, recipe: Recipe, log: Path
) -> NDArray[np.float32]:
    """Train token vectors; the same data, recipe and machine give the same result.

    :returns: shape ``(pieces, dimension)``, float32; the row of the unknown piece is zero.
    """
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    module = StaticEmbedding(tokenizer, embedding_dim=recipe.dimension)
    model = SentenceTransformer(modules=[module], device="cpu")
    with TemporaryDirectory() as scratch:
        trainer = SentenceTransformerTrainer(
            model=model,
            args=_arguments(recipe, scratch),
            train_dataset=_datasets(data.learn, recipe),
            loss=_loss(model, recipe),
            callbacks=[TrainingLog(log, data.develop, recipe.measure_every)],
        )
        trainer.train()
    weights: NDArray[np.float32] = module.embedding.weight.detach().numpy().copy()
    weights[0] = 0
    return weights


def _loss(model: SentenceTransformer, recipe: Recipe) -> MatryoshkaLoss:
    inner = MultipleNegativesRankingLoss(model)
    return MatryoshkaLoss(model, inner, matryoshka_dims=list(recipe.nested_dimensions))


def _arguments(recipe: Recipe, scratch: str) -> SentenceTransformerTrainingArguments:
    return SentenceTransformerTrainingArguments(
        output_dir=scratch,
        num_train_epochs=recipe.epochs,
        per_device_train_batch_size=recipe.batch_size,
        learning_rate=recipe.learning_rate,
        warmup_steps=recipe.warmup,
        seed=recipe.seed,
        logging_steps=20,
        save_strategy="no",
        report_to="none",
        use_cpu=True,
        disable_tqdm=True,
    )


def _datasets(pairs: Sequence[Pair], recipe: Recipe) -> DatasetDict:
    """Return one data set for each kind of pair: a batch then holds one kind only."""
    by_kind: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_kind[pair.kind].append(pair)
    by_kind["question"] *= recipe.question_copies
    return DatasetDict({kind: _dataset(of_kind) for kind, of_kind in by_kind.items() if of_kind})


def _dataset(pairs: Sequence[Pair]) -> Dataset:
    return Dataset.from_dict(
        {"query": [pair.query for pair in pairs], "passage": [pair.passage for pair in pairs]}
    )
