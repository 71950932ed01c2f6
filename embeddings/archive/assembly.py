"""The encodings of the next generation; what has not changed is not encoded again."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.errors import NoticeNotFound
from embeddings.archive.contents import Contents
from embeddings.archive.encodings import Encodings
from embeddings.archive.files.spool import Spool, vectors_key
from embeddings.archive.generation import Generation
from embeddings.archive.holdings import Held
from embeddings.archive.manifest import EncoderIdentity
from embeddings.archive.progress import Progress
from embeddings.archive.searchable import Searchable, searchable_passages
from embeddings.encoder import Encoder

_BATCH = 256

Known = dict[Searchable, Encodings]


def stored_encodings(contents: Contents, base: Generation) -> Encodings:
    """Return those of notices that all are as in the last generation, one row a passage."""
    starts = _starts(base)
    rows = [_rows(starts[held.notice_id], held.passages) for held in contents.holdings]
    return Encodings.stored(base, np.concatenate([np.zeros(0, np.int64), *rows]))


def encodings_of(
    contents: Contents,
    base: Generation | None,
    encoder: Encoder,
    spool: Spool,
    progress: Progress,
) -> Encodings:
    """Return one row a passage, in order.

    :param base: whose rows are taken for passages that read the same there; it must have been
        built with the same encoder. None encodes everything.
    """
    starts = _starts(base) if base else {}
    encodings = Encodings.empty(sum(held.passages for held in contents.holdings), encoder)
    to_encode = sum(h.passages for h in contents.holdings if h.fresh or not base)
    encoding = _Encoding(encodings, encoder, spool, progress, to_encode)
    row = 0
    for held in contents.holdings:
        if base and held.fresh is None:
            rows = _rows(starts[held.notice_id], held.passages)
            encodings.put(row, Encodings.stored(base, rows))
        else:
            notice = contents.notice(held)
            encoding.add(row, searchable_passages(notice), _known(held, base, starts))
        row += held.passages
    encoding.finish()
    return encodings


@dataclass(frozen=True, slots=True)
class _Job:
    """The passages of a notice, the first row of them, and the key of their encodings."""

    row: int
    passages: int
    key: bytes


class _Encoding:
    """Fills rows, a batch at a time; whole notices are kept for a run after this one."""

    def __init__(
        self, encodings: Encodings, encoder: Encoder, spool: Spool, progress: Progress, total: int
    ) -> None:
        self._encodings = encodings
        self._encoder = encoder
        self._identity = repr(EncoderIdentity.of(encoder))
        self._spool = spool
        self._progress = progress
        self._total = total
        self._done = 0
        self._jobs: list[_Job] = []
        self._missing: dict[int, Searchable] = {}
        progress("encode", 0, total)

    def add(self, row: int, passages: list[Searchable], known: Known) -> None:
        """Fill the rows of a notice from what is known, or note what is missing."""
        key = vectors_key(self._identity, [passage.text for passage in passages])
        job = _Job(row, len(passages), key)
        if passages and (kept := self._spool.get(job.key)) is not None:
            self._encodings.put(row, Encodings.from_bytes(kept))
            self._count(job)
            return
        for at, passage in enumerate(passages, start=row):
            if passage in known:
                self._encodings.put(at, known[passage])
            else:
                self._missing[at] = passage
        self._jobs.append(job)
        if len(self._missing) >= _BATCH:
            self.finish()

    def finish(self) -> None:
        """Encode what is missing."""
        rows, passages = list(self._missing), list(self._missing.values())
        for start in range(0, len(rows), _BATCH):
            batch = slice(start, start + _BATCH)
            found = Encodings.of(self._encoder, passages[batch])
            for number, row in enumerate(rows[batch]):
                self._encodings.put(row, found.part(number, number + 1))
        for job in self._jobs:
            filled = self._encodings.part(job.row, job.row + job.passages)
            self._spool.put(job.key, filled.to_bytes())
            self._count(job)
        self._missing.clear()
        self._jobs.clear()

    def _count(self, job: _Job) -> None:
        self._done += job.passages
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


def _known(held: Held, base: Generation | None, starts: dict[str, int]) -> Known:
    if base is None:
        return {}
    try:
        passages = searchable_passages(base.tables.notice(held.notice_id))
    except NoticeNotFound:
        return {}
    stored = Encodings.stored(base, _rows(starts[held.notice_id], len(passages)))
    return {passage: stored.part(n, n + 1) for n, passage in enumerate(passages)}
