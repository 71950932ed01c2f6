"""An encoder and a reranker around any model of sentence-transformers, imported only when one is made."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.errors import UsageError
from embeddings.encoder import Vectors

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder, SentenceTransformer

_BATCH = 32
_BGE_CHINESE = re.compile(r"bge-(small|base|large)-zh", re.IGNORECASE)
_BGE_PREFIX = "为这个句子生成表示以用于检索相关文章："


def known_query_prefix(model: str) -> str:
    """Return the query prefix that the authors of a model prescribe in its card only, or ""."""
    return _BGE_PREFIX if _BGE_CHINESE.search(Path(model).name) else ""


class SentenceTransformerEncoder:
    """Encodes with a model of sentence-transformers: a local folder, or a name to be fetched.

    Making one costs the import of torch and sentence_transformers, several seconds.
    """

    def __init__(self, model: str, query_prefix: str | None = None) -> None:
        """Load a model.

        Without a `query_prefix` the one known for its name is used, or else the one that the
        model itself declares.

        A folder is read from disk alone. Only a name that is no folder may be fetched.

        :raises UsageError: if the model cannot be loaded.
        """
        self._model = _load(model)
        declared = self._model.prompts.get("query") or ""
        known = known_query_prefix(model) or declared
        self._prefix = known if query_prefix is None else query_prefix
        self.name = Path(model).name
        self.fingerprint = _hash_weights(self._model)
        self.dimension = int(self._model.get_embedding_dimension() or 0)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages into unit-length rows.

        :returns: shape ``(n, dimension)``, float32; an empty list gives ``(0, dimension)``.
        """
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        rows: Any = self._model.encode_document(
            list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(rows, dtype=np.float32)

    def encode_query(self, text: str) -> Vectors:
        """Encode one question after the query prefix.

        :returns: shape ``(dimension,)``, float32, unit length.
        """
        row: Any = self._model.encode(
            self._prefix + text, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(row, dtype=np.float32)


class CrossEncoderReranker:
    """Reads a question and a passage together: a local folder, or a name to be fetched.

    Making one costs the import of torch and sentence_transformers, several seconds; a question some
    tens of milliseconds a passage on a processor.
    """

    def __init__(self, model: str) -> None:
        """Load a model; a folder is read from disk alone.

        :raises UsageError: if it cannot be loaded, or gives more than one score a pair.
        """
        self._model: CrossEncoder = _loaded("reranker", "CrossEncoder", model)
        self.name = Path(model).name
        if self._model.num_labels != 1:
            raise UsageError(
                f"The reranker {model!r} gives {self._model.num_labels} scores for a pair, not one. "
                "Give a cross-encoder for ranking."
            )

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        """Return how well each passage answers the question, higher for better."""
        if not passages:
            return []
        pairs = [(question, passage) for passage in passages]
        found: Any = self._model.predict(pairs, batch_size=_BATCH, show_progress_bar=False)
        return [float(score) for score in found]


def _load(model: str) -> "SentenceTransformer":
    loaded: SentenceTransformer = _loaded("encoder", "SentenceTransformer", model)
    return loaded


def _loaded(setting: str, kind: str, model: str) -> Any:  # noqa: ANN401 - of the kind asked for
    import sentence_transformers

    is_folder = Path(model).is_dir()
    try:
        return getattr(sentence_transformers, kind)(model, local_files_only=is_folder)
    # Each of its layers raises its own kinds, from OSError to KeyError.
    except Exception as error:
        reason = "the folder holds no complete model" if is_folder else "it could not be fetched"
        raise UsageError(
            f"The {setting} {model!r} could not be loaded: {reason} ({_first_line(error)}). "
            f"Give the folder of a sentence-transformers model, or leave the setting empty "
            f"{'for the shipped model' if setting == 'encoder' else 'for none'}."
        ) from error


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def _hash_weights(model: "SentenceTransformer") -> str:
    """Return the SHA-256 over the names, types, shapes and bytes of all weights."""
    import torch

    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        plain = tensor.detach().cpu().contiguous()
        digest.update(f"{name} {plain.dtype} {tuple(plain.shape)}".encode())
        digest.update(plain.flatten().view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()
