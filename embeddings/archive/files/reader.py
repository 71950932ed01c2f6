"""Reads files ahead of when they are asked for, many at a time where there are many."""

from corpus.errors import UnreadableFile
from embeddings.archive.files.admission import Understand, admit, reference_of
from embeddings.archive.files.crew import Crew, Refusal, Reply, Task
from embeddings.archive.files.packing import passages_in
from embeddings.archive.files.spool import Spool

# Starting a process takes as long as reading a few files.
FEW = 8
AHEAD_PER_WORKER = 32


class Reader:
    """Turns files into packed notices in the spool.

    What is expected is read by a crew as soon as there is more of it than a few; what is asked for
    without that is read here. The outcome is the same, whichever it was. `resumed` counts the
    files that an earlier run had read.

    :param apart: have the crew read even few: what a file does to its reader is not done to us.
    """

    def __init__(
        self, understand: Understand, spool: Spool, workers: int, *, apart: bool = False
    ) -> None:
        self.resumed = 0
        self._understand = understand
        self._reference = reference_of(understand) if workers > 1 or apart else None
        self._few = 0 if apart else FEW
        self._spool = spool
        self._workers = workers
        self._crew: Crew | None = None
        self._expected: dict[Task, None] = {}
        self._given: set[Task] = set()
        self._refused: dict[Task, Refusal] = {}

    @property
    def is_full(self) -> bool:
        """Whether enough files are expected that have not been asked for yet."""
        limit = AHEAD_PER_WORKER * self._workers if self._crew else self._few + 1
        return len(self._expected) + len(self._given) >= limit

    def expect(self, task: Task) -> None:
        """Say that a file will probably be asked for."""
        if self._spool.was_found(task):
            return
        self._expected[task] = None
        if self._reference and (self._crew or len(self._expected) > self._few):
            self._crew = self._crew or Crew(self._reference, self._workers, self._arrived)
            for waiting in self._expected:
                self._given.add(waiting)
                self._crew.give(waiting)
            self._expected.clear()

    def read(self, task: Task) -> int:
        """Make sure that the notice of a file is in the spool; return its number of passages.

        :raises UnreadableFile: if the file did not become a notice.
        """
        self._expected.pop(task, None)
        if task in self._given:
            assert self._crew
            self._given.discard(task)
            self._crew.finish(task)
        elif self._spool.was_found(task):
            self.resumed += 1
        else:
            self._read_now(task)
        if refusal := self._refused.pop(task, None):
            raise UnreadableFile(refusal.reason)
        return passages_in(self._spool.notice(task))

    def close(self) -> None:
        """End the crew, whatever it is doing."""
        if self._crew:
            self._crew.close()

    def _read_now(self, task: Task) -> None:
        if self._crew:
            self._crew.give(task)
            self._crew.finish(task)
        else:
            self._arrived(task, admit(self._understand, task))

    def _arrived(self, task: Task, reply: Reply) -> None:
        if isinstance(reply, Refusal):
            self._refused[task] = reply
        else:
            self._spool.put_notice(task, reply)
