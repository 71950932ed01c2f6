"""The notices of the next generation and their vectors; what has not changed is not encoded."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from corpus.errors import NoticeNotFound
from corpus.notice import Notice
from embeddings.archive.generation import Generation
from embeddings.archive.holdings import Held, Holdings
from embeddings.archive.searchable import searchable_texts
from embeddings.encoder import Encoder, Vectors

# Called with the stage ("read", "encode" or "write"), how much of it is done, and how much it is.
Progress = Callable[[str, int, int], None]

_BATCH = 256


def whole_notices(holdings: Holdings, base: Generation | None) -> list[Notice]:
    """Return the notices held, those not read again from the last generation."""
    return [held.fresh or _stored(held, base) for held in holdings]


def vectors_of(
    notices: Sequence[Notice], base: Generation | None, encoder: Encoder, progress: Progress
) -> Vectors:
    """Return one row a passage, in order.

    :param base: whose vectors are taken for passages that read the same there; it must have been
        built with the same encoder. None encodes everything.
    """
    vectors = np.zeros((sum(len(n.passages) for n in notices), encoder.dimension), np.float32)
    missing: dict[int, str] = {}
    row = 0
    for notice in notices:
        known = _known_vectors(notice.notice_id, base) if base else {}
        for text in searchable_texts(notice):
            if text in known:
                vectors[row] = known[text]
            else:
                missing[row] = text
            row += 1
    _encode(vectors, missing, encoder, progress)
    return vectors


def _stored(held: Held, base: Generation | None) -> Notice:
    if base is None:
        raise ValueError(f"Nothing is stored of {held.notice_id!r}.")
    notice = base.tables.notice(held.notice_id)
    return notice if notice.source == held.source else replace(notice, source=held.source)


def _known_vectors(notice_id: str, base: Generation) -> dict[str, Vectors]:
    try:
        texts = searchable_texts(base.tables.notice(notice_id))
    except NoticeNotFound:
        return {}
    rows = base.tables.passage_rows([notice_id])
    return dict(zip(texts, base.vectors.rows(rows), strict=True))


def _encode(
    vectors: Vectors, missing: dict[int, str], encoder: Encoder, progress: Progress
) -> None:
    rows, texts = list(missing), list(missing.values())
    for start in range(0, len(rows), _BATCH):
        progress("encode", start, len(rows))
        batch = slice(start, start + _BATCH)
        vectors[rows[batch]] = encoder.encode_passages(texts[batch])
    progress("encode", len(rows), len(rows))
