"""The vectors of the next generation; what has not changed is not encoded again."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.errors import NoticeNotFound
from embeddings.archive.contents import Contents
from embeddings.archive.files.spool import Spool, vectors_key
from embeddings.archive.generation import Generation
from embeddings.archive.holdings import Held
from embeddings.archive.manifest import EncoderIdentity
from embeddings.archive.progress import Progress
from embeddings.archive.searchable import searchable_texts
from embeddings.encoder import Encoder, Vectors

_BATCH = 256


def stored_vectors(contents: Contents, base: Generation) -> Vectors:
    """Return the vectors of notices that all are as in the last generation, one row a passage."""
    starts = _starts(base)
    rows = [_rows(starts[held.notice_id], held.passages) for held in contents.holdings]
    return base.vectors.rows(np.concatenate([np.zeros(0, np.int64), *rows]))


def vectors_of(
    contents: Contents,
    base: Generation | None,
    encoder: Encoder,
    spool: Spool,
    progress: Progress,
) -> Vectors:
    """Return one row a passage, in order.

    :param base: whose vectors are taken for passages that read the same there; it must have been
        built with the same encoder. None encodes everything.
    """
    starts = _starts(base) if base else {}
    total = sum(held.passages for held in contents.holdings)
    vectors = np.zeros((total, encoder.dimension), np.float32)
    to_encode = sum(h.passages for h in contents.holdings if h.fresh or not base)
    encoding = _Encoding(vectors, encoder, spool, progress, to_encode)
    row = 0
    for held in contents.holdings:
        if base and held.fresh is None:
            rows = _rows(starts[held.notice_id], held.passages)
            vectors[row : row + held.passages] = base.vectors.rows(rows)
        else:
            notice = contents.notice(held)
            encoding.add(row, searchable_texts(notice), _known_vectors(held, base, starts))
        row += held.passages
    encoding.finish()
    return vectors


@dataclass(frozen=True, slots=True)
class _Job:
    """The passages of a notice, the first row of them, and the key of their vectors."""

    row: int
    texts: list[str]
    key: bytes


class _Encoding:
    """Fills rows with vectors, a batch at a time; whole notices are kept for a run after this one."""

    def __init__(
        self, vectors: Vectors, encoder: Encoder, spool: Spool, progress: Progress, total: int
    ) -> None:
        self._vectors = vectors
        self._encoder = encoder
        self._identity = repr(EncoderIdentity.of(encoder))
        self._spool = spool
        self._progress = progress
        self._total = total
        self._done = 0
        self._jobs: list[_Job] = []
        self._missing: dict[int, str] = {}
        progress("encode", 0, total)

    def add(self, row: int, texts: list[str], known: dict[str, Vectors]) -> None:
        """Fill the rows of a notice from what is known, or note what is missing."""
        job = _Job(row, texts, vectors_key(self._identity, texts))
        if texts and (kept := self._spool.get(job.key)) is not None:
            found = np.frombuffer(kept, dtype="<f4").reshape(len(texts), -1)
            self._vectors[row : row + len(texts)] = found
            self._count(job)
            return
        for at, text in enumerate(texts, start=row):
            if text in known:
                self._vectors[at] = known[text]
            else:
                self._missing[at] = text
        self._jobs.append(job)
        if len(self._missing) >= _BATCH:
            self.finish()

    def finish(self) -> None:
        """Encode what is missing."""
        rows, texts = list(self._missing), list(self._missing.values())
        for start in range(0, len(rows), _BATCH):
            batch = slice(start, start + _BATCH)
            self._vectors[rows[batch]] = self._encoder.encode_passages(texts[batch])
        for job in self._jobs:
            filled = self._vectors[job.row : job.row + len(job.texts)]
            self._spool.put(job.key, filled.astype("<f4").tobytes())
            self._count(job)
        self._missing.clear()
        self._jobs.clear()

    def _count(self, job: _Job) -> None:
        self._done += len(job.texts)
        self._progress("encode", self._done, self._total)


def _starts(base: Generation) -> dict[str, int]:
    """Return the row of the first passage of each notice: they stand one behind the other."""
    starts, row = {}, 0
    for notice in base.tables.notices():
        starts[notice.notice_id] = row
        row += notice.passages
    return starts


def _rows(start: int, count: int) -> NDArray[np.int64]:
    return np.arange(start, start + count, dtype=np.int64)


def _known_vectors(
    held: Held, base: Generation | None, starts: dict[str, int]
) -> dict[str, Vectors]:
    if base is None:
        return {}
    try:
        texts = searchable_texts(base.tables.notice(held.notice_id))
    except NoticeNotFound:
        return {}
    rows = _rows(starts[held.notice_id], len(texts))
    return dict(zip(texts, base.vectors.rows(rows), strict=True))
