"""The model folder as it is shipped: half-precision weights, tokenizer, name and card."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer

from embeddings.static import DESCRIPTION
from embeddings.training.measure import Recall
from embeddings.training.template import TEMPLATE


@dataclass(frozen=True, slots=True)
class Facts:
    """What the card tells besides its fixed text."""

    name: str
    pieces: int
    dimension: int
    learnt_pairs: int
    minutes: float
    model: Sequence[Recall]
    bm25: Sequence[Recall]


def save_model(folder: Path, tokenizer: Tokenizer, weights: NDArray[np.float32]) -> None:
    """Write what sentence-transformers reads as a ``StaticEmbedding``, with float16 weights."""
    half = weights.astype(np.float16)
    module = StaticEmbedding(tokenizer, embedding_weights=half)
    SentenceTransformer(modules=[module], device="cpu").save_pretrained(
        str(folder), create_model_card=False
    )
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)


def save_card(folder: Path, facts: Facts) -> None:
    """Write the name of the model, which its index will bear, and its card ``README.md``."""
    description = json.dumps({"name": facts.name}, indent=2) + "\n"
    (folder / DESCRIPTION).write_text(description, encoding="utf-8")
    (folder / "README.md").write_text(render_card(facts), encoding="utf-8")


def render_card(facts: Facts) -> str:
    """Return the card as Markdown."""
    return TEMPLATE.format(
        name=facts.name,
        pieces=f"{facts.pieces:,}",
        dimension=facts.dimension,
        pairs=f"{facts.learnt_pairs:,}",
        minutes=f"{facts.minutes:.0f}",
        scores="\n".join(_score_rows(facts)),
    )


def _score_rows(facts: Facts) -> list[str]:
    rows = zip(facts.model, facts.bm25, strict=True)
    return [
        f"| {ours.kind} | {ours.queries:,} | {ours.passages:,} | {ours.at_1:.3f} | {bm25.at_1:.3f} "
        f"| {ours.at_5:.3f} | {bm25.at_5:.3f} |"
        for ours, bm25 in rows
    ]
