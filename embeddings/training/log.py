"""The record of a training run: losses and development scores, one JSON object per line."""

import json
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from sentence_transformers import SentenceTransformer
from transformers import TrainerCallback, TrainerControl, TrainerState, TrainingArguments

from embeddings.encoder import Vectors
from embeddings.training.measure import Encode, measure, search_with
from embeddings.training.pairs import Pair

_PAIRS_EACH_TIME = 1000


class TrainingLog(TrainerCallback):
    """Writes to a file what the trainer reports, and the recall every so many steps."""

    def __init__(self, path: Path, develop: Sequence[Pair], every: int) -> None:
        """Empty the file; the clock of its lines starts now."""
        self._path, self._develop, self._every = path, develop, every
        self._start = time.monotonic()
        path.write_text("", encoding="utf-8")

    def on_log(
        self,
        args: TrainingArguments,
        state: TrainerState,
        control: TrainerControl,
        logs: dict[str, Any] | None = None,
        **kwargs: Any,  # noqa: ANN401 - the trainer's own interface
    ) -> None:
        """Write the loss and the learning rate."""
        self._write(state.global_step, logs or {})

    def on_step_end(
        self,
        args: TrainingArguments,
        state: TrainerState,
        control: TrainerControl,
        model: SentenceTransformer | None = None,
        **kwargs: Any,  # noqa: ANN401 - the trainer's own interface
    ) -> None:
        """Write the recall for each kind of pair, on the first thousand pairs of it."""
        if model is not None and state.global_step % self._every == 0:
            for recall in measure(self._develop, search_with(encode_with(model)), _PAIRS_EACH_TIME):
                self._write(state.global_step, asdict(recall))

    def _write(self, step: int, values: dict[str, Any]) -> None:
        seconds = round(time.monotonic() - self._start, 1)
        with self._path.open("a", encoding="utf-8") as log:
            log.write(json.dumps({"step": step, "seconds": seconds, **values}) + "\n")


def encode_with(model: SentenceTransformer) -> Encode:
    """Return the function that encodes with a model under training."""

    def encode(texts: Sequence[str]) -> Vectors:
        rows: Any = model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(rows, dtype=np.float32)

    return encode
