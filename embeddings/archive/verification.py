"""The deep check of an opened index, for `kewen doctor`."""

import numpy as np

from embeddings.archive.generation import Generation
from embeddings.archive.searchable import searchable
from embeddings.encoder import Encoder, Vectors

# Another machine sums in another order; a wrong model differs in the first digit.
TOLERANCE = 1e-3


def problems(generation: Generation, encoder: Encoder | None = None) -> tuple[str, ...]:
    """Return in sentences what does not fit together; nothing if all is well.

    Counts must agree between the legs and the manifest, the canary vectors must be where they
    were, and the encoder, if given, must give them again.
    """
    found = [*generation.warnings, *_counts(generation)]
    if found:
        return tuple(found)
    return (*_canaries(generation), *(_model(generation, encoder) if encoder else ()))


def _counts(generation: Generation) -> list[str]:
    counts, tables = generation.manifest.counts, generation.tables
    legs = {
        "notices": (counts.notices, len(tables.notices())),
        "passages": (counts.passages, len(tables.passage_rows())),
        "targets": (counts.targets, len(tables.targets())),
        "tasks": (counts.tasks, len(tables.tasks())),
        "vectors": (counts.passages, generation.vectors.size),
        "keyword rows": (counts.passages, generation.keywords.size),
        "rows of pieces": (counts.passages, generation.pieces.size),
    }
    return [
        f"The manifest promises {promised} {what}, the index holds {held}."
        for what, (promised, held) in legs.items()
        if promised != held
    ]


def _canaries(generation: Generation) -> list[str]:
    rows, expected = _expected(generation)
    wrong = rows[np.any(generation.vectors.rows(rows) != expected, axis=1)]
    return [f"The vector of row {row} is not the one that was indexed." for row in wrong]


def _model(generation: Generation, encoder: Encoder) -> list[str]:
    generation.require(encoder)
    rows, expected = _expected(generation)
    texts = []
    for passage in generation.tables.passages(rows):
        title = generation.tables.summary(passage.notice_id).title
        texts.append(searchable(title, passage).text)
    apart = np.abs(encoder.encode_passages(texts) - expected).max(axis=1, initial=0)
    return [
        f"The encoder gives another vector for row {row} than it did when it was indexed."
        for row in rows[apart > TOLERANCE]
    ]


def _expected(generation: Generation) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], Vectors]:
    canaries = generation.manifest.canaries
    vectors = np.array([canary.vector for canary in canaries], dtype=np.float32)
    shape = (len(canaries), generation.manifest.encoder.dimension)
    return np.array([canary.row for canary in canaries], dtype=np.int64), vectors.reshape(shape)
