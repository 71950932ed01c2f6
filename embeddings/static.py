"""An encoder that averages token vectors: no torch, a tenth of a second from cold."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load
from tokenizers import Tokenizer

from corpus.errors import UsageError
from embeddings.encoder import Vectors
from embeddings.pieces import Pieces

TOKENIZER, WEIGHTS, DESCRIPTION = "tokenizer.json", "model.safetensors", "encoder.json"
_TENSOR = "embedding.weight"
_BATCH = 256
# They are kept in 16 bits.
MOST_PIECES = 65_536


def is_static_model(folder: Path) -> bool:
    """Return whether a folder holds a ``StaticEmbedding`` of sentence-transformers."""
    if not all((folder / name).is_file() for name in (TOKENIZER, WEIGHTS)):
        return False
    modules = folder / "modules.json"
    return not modules.is_file() or "StaticEmbedding" in modules.read_text(encoding="utf-8")


class StaticEncoder:
    """Reads what sentence-transformers saves for a ``StaticEmbedding`` and encodes with it.

    A text becomes the mean of its token vectors, scaled to unit length. Instances hold nothing
    that changes, so threads may share one.
    """

    def __init__(self, folder: Path) -> None:
        """Load the model of a folder.

        The name stands in the optional ``encoder.json``; without it the folder's name is taken.

        :raises UsageError: if a file is missing or cannot be read as what it should be.
        """
        weights = _read(folder / WEIGHTS)
        tokenizer = _read(folder / TOKENIZER)
        self._vectors = _parse_vectors(weights, folder)
        self._tokenizer = _parse_tokenizer(tokenizer, folder)
        _check_sizes(self._tokenizer.get_vocab_size(), len(self._vectors), folder)
        self.name = _read_name(folder)
        self.fingerprint = hashlib.sha256(weights + tokenizer).hexdigest()
        self.vocabulary, self.dimension = self._vectors.shape
        self.directions = _scaled(self._vectors)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages into unit-length rows; a text without known tokens gives zeros.

        :returns: shape ``(n, dimension)``, float32; an empty list gives ``(0, dimension)``.
        """
        return self.encode_pieces(self.cut(texts))

    def encode_pieces(self, texts: Sequence[Pieces]) -> Vectors:
        """Encode texts that are cut: what `encode_passages` makes of them.

        :returns: shape ``(n, dimension)``, float32.
        """
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, pieces in zip(rows, texts, strict=True):
            if len(pieces):
                row[:] = self._vectors[pieces].mean(axis=0)
        return _scaled(rows)

    def cut(self, texts: Sequence[str]) -> list[Pieces]:
        """Return the numbers of the pieces of each text, a row of `directions` each."""
        return [np.array(ids, dtype=np.uint16) for ids in self._token_ids(texts)]

    def encode_query(self, text: str) -> Vectors:
        """Encode one question as a passage is encoded.

        :returns: shape ``(dimension,)``, float32, unit length or all zero.
        """
        row: Vectors = self.encode_passages([text])[0]
        return row

    def _token_ids(self, texts: Sequence[str]) -> Iterator[list[int]]:
        """Yield the token ids of each text, reading a few hundred texts at a time."""
        for start in range(0, len(texts), _BATCH):
            batch = list(texts[start : start + _BATCH])
            for encoding in self._tokenizer.encode_batch_fast(batch, add_special_tokens=False):
                yield encoding.ids


def _scaled(rows: Vectors) -> Vectors:
    """Return rows scaled to unit length; rows of zeros stay."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    lengths[lengths == 0] = 1
    scaled: Vectors = rows / lengths
    return scaled


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"A static model needs the file {path}, which cannot be read ({error.strerror})."
        raise UsageError(
            f"{message} Name a folder that holds {TOKENIZER} and {WEIGHTS}."
        ) from error


def _parse_vectors(weights: bytes, folder: Path) -> Vectors:
    try:
        vectors = load(weights)[_TENSOR]
    except (SafetensorError, KeyError) as error:
        message = f"{folder / WEIGHTS} holds no tensor {_TENSOR} ({error})."
        raise UsageError(f"{message} Name a folder saved from a StaticEmbedding.") from error
    return vectors.astype(np.float32)


def _parse_tokenizer(definition: bytes, folder: Path) -> Tokenizer:
    try:
        tokenizer = Tokenizer.from_buffer(definition)
    except ValueError as error:
        message = f"{folder / TOKENIZER} is not a tokenizer definition ({error})."
        raise UsageError(f"{message} Name a folder saved from a StaticEmbedding.") from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _check_sizes(pieces: int, vectors: int, folder: Path) -> None:
    if vectors > MOST_PIECES:
        message = f"The model in {folder} has {vectors:,} vectors; {MOST_PIECES:,} are the limit."
        raise UsageError(f"{message} Name another model, or `kewen-static-2`.")
    if pieces > vectors:
        message = f"The tokenizer in {folder} has {pieces} pieces for {vectors} vectors."
        raise UsageError(f"{message} Take both files from the same model.")


def _read_name(folder: Path) -> str:
    path = folder / DESCRIPTION
    if not path.is_file():
        return folder.resolve().name
    return str(json.loads(path.read_bytes())["name"])
