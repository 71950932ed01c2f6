"""Jobs that take files in, one after the other, while questions are answered."""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING
from uuid import uuid4

from assistant.keeping.incoming import Incoming
from assistant.keeping.job import Job, first_states, outcomes
from corpus.errors import IndexLocked, KewenError

if TYPE_CHECKING:
    from assistant.keeping.originals import Originals
    from embeddings.archive.ingestion import IngestReport
    from embeddings.archive.progress import Progress

MOST_REMEMBERED = 100
MOST_WAITING = 20
SECONDS_TO_WAIT = 60.0
SECONDS_BETWEEN_TRIES = 1.0
SECONDS_TO_STOP = 5.0
WAITING = "Another process is writing the index; this waits for it."
STOPPED = "The server was stopped before the files were taken in. Send them again."

# Files into the index; and which notice each file of the index is.
Index = Callable[[Sequence[Path], "Progress"], "IngestReport"]
Ids = Callable[[], Mapping[str, str]]


class _Stopped(Exception):
    """The server is stopping."""


@dataclass(frozen=True, slots=True)
class _Order:
    """A job with the files it is about; None for one that was refused."""

    job_id: str
    paths: tuple[Path | None, ...]


class Jobs:
    """The jobs of a process: one thread works on them, the last hundred are remembered.

    :param index: takes files into the index.
    :param ids: which notice each file of the index is.
    :param patience: for how many seconds a job waits for another process that writes the index.
    """

    def __init__(
        self, index: Index, ids: Ids, originals: "Originals", *, patience: float = SECONDS_TO_WAIT
    ) -> None:
        self._index = index
        self._ids = ids
        self._originals = originals
        self._patience = patience
        self._jobs: dict[str, Job] = {}
        self._orders: SimpleQueue[_Order | None] = SimpleQueue()
        self._guard = Lock()
        self._thread: Thread | None = None
        self._stopping = False

    def submit(self, files: Sequence[Incoming]) -> Job:
        """Keep the files and have them taken into the index.

        :raises IndexLocked: if too many jobs are waiting, or the server is stopping.
        :raises KewenError: if the files cannot be kept.
        """
        try:
            self._require_room()
            paths = tuple(self._originals.keep(f) if f.staged else None for f in files)
        except KewenError:
            for file in files:
                file.drop()
            raise
        job = Job(uuid4().hex, "waiting", first_states(files, paths))
        with self._guard:
            self._remember(job)
            self._orders.put(_Order(job.id, paths))
            self._thread = self._thread or self._started()
        return job

    def find(self, job_id: str) -> Job | None:
        """Return a job as it is now; None if there is none, or it is too long ago."""
        return self._jobs.get(job_id)

    def all(self) -> list[Job]:
        """Return the jobs that are remembered, the latest first."""
        with self._guard:
            return list(reversed(self._jobs.values()))

    def close(self) -> None:
        """Stop at the next step of the job that is worked on; those that wait fail."""
        self._stopping = True
        self._orders.put(None)
        if self._thread:
            self._thread.join(SECONDS_TO_STOP)

    def _require_room(self) -> None:
        waiting = sum(job.state == "waiting" for job in self.all())
        if self._stopping:
            raise IndexLocked(STOPPED)
        if waiting >= MOST_WAITING:
            raise IndexLocked(
                f"{waiting} uploads are waiting already. Wait until one is done, then send the "
                "files again."
            )

    def _started(self) -> Thread:
        thread = Thread(target=self._work, name="kewen-jobs", daemon=True)
        thread.start()
        return thread

    def _remember(self, job: Job) -> None:
        self._jobs[job.id] = job
        over = [name for name, one in self._jobs.items() if one.is_over]
        for name in over[: max(0, len(self._jobs) - MOST_REMEMBERED)]:
            del self._jobs[name]

    def _work(self) -> None:
        while order := self._orders.get():
            try:
                self._do(order)
            except _Stopped:
                self._fail(order, STOPPED)
            except KewenError as error:
                self._fail(order, str(error))
            except Exception:
                logging.getLogger("kewen").exception("A job failed.")
                self._fail(order, "The server made a mistake; its log says which.")

    def _do(self, order: _Order) -> None:
        job = self._jobs[order.job_id]
        wanted = [p for p, f in zip(order.paths, job.files, strict=True) if f.state == "waiting"]
        paths = [path for path in wanted if path]
        if paths:
            report = self._indexed(order, paths)
            job = self._jobs[order.job_id]
            states = outcomes(job.files, order.paths, report, self._ids())
            job = replace(job, files=states)
        self._jobs[order.job_id] = replace(job, state="done", stage="", message=None)

    def _indexed(self, order: _Order, paths: Sequence[Path]) -> "IngestReport":
        """Index the files; while another process is writing, wait and try again."""

        def told(stage: str, done: int, total: int) -> None:
            if self._stopping:
                raise _Stopped
            self._jobs[order.job_id] = self._jobs[order.job_id].advanced(stage, done, total)

        until = time.monotonic() + self._patience
        while True:
            try:
                told("", 0, 0)
                return self._index(paths, told)
            except IndexLocked as error:
                if time.monotonic() > until:
                    raise IndexLocked(
                        f"Another process has been writing the index for {self._patience:g} "
                        "seconds. Send the files again when it has finished."
                    ) from error
            job = self._jobs[order.job_id]
            self._jobs[order.job_id] = replace(job, message=WAITING)
            time.sleep(min(SECONDS_BETWEEN_TRIES, self._patience))

    def _fail(self, order: _Order, message: str) -> None:
        job = self._jobs[order.job_id]
        files = tuple(
            replace(file, state="waiting") if file.state == "reading" else file
            for file in job.files
        )
        self._jobs[order.job_id] = replace(job, state="failed", files=files, message=message)
