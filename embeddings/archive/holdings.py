"""What the next generation will hold, decided notice by notice before anything is written."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from embeddings.archive.durable import sha256_of
from embeddings.archive.files.crew import Task
from embeddings.archive.records import NoticeSummary


@dataclass(slots=True)
class Held:
    """A notice of the next generation.

    `fresh` says what was read for it, to be found in the spool; None while it is as in the last one.
    """

    notice_id: str
    source: str
    sha256: str
    passages: int
    fresh: Task | None = None

    @property
    def source_exists(self) -> bool:
        """Whether the file it came from is there."""
        return Path(self.source).is_file()

    @property
    def source_is_as_read(self) -> bool:
        """Whether the file it came from is there and has not been changed since."""
        try:
            return sha256_of(Path(self.source)) == self.sha256
        except OSError:
            return False


class Holdings:
    """The notices of the next generation, by id and by source, in the order of the last one."""

    def __init__(self, last: Sequence[NoticeSummary]) -> None:
        self._by_id = {n.notice_id: Held(n.notice_id, n.source, n.sha256, n.passages) for n in last}
        self._by_source = {held.source: held for held in self._by_id.values()}
        self._by_sha256: dict[str, set[str]] = {}
        for held in self._by_id.values():
            self._by_sha256.setdefault(held.sha256, set()).add(held.notice_id)

    def __iter__(self) -> Iterator[Held]:
        return iter(tuple(self._by_id.values()))

    def __getitem__(self, notice_id: str) -> Held:
        return self._by_id[notice_id]

    def __len__(self) -> int:
        return len(self._by_id)

    @property
    def ids(self) -> Collection[str]:
        """The ids in use, as they are at any time."""
        return self._by_id.keys()

    def from_source(self, source: str) -> Held | None:
        """Return the notice that was read from this file."""
        return self._by_source.get(source)

    def twins(self, source: str, sha256: str) -> list[Held]:
        """Return the notices with this content that were read from other files."""
        ids = sorted(self._by_sha256.get(sha256, ()))
        return [self._by_id[i] for i in ids if self._by_id[i].source != source]

    def move(self, held: Held, source: str) -> None:
        """Note that the file has another place now."""
        del self._by_source[held.source]
        held.source = source
        self._by_source[source] = held

    def put(self, read: Task, passages: int) -> None:
        """Add a notice that was read, or replace the one of that id where it stands."""
        held = Held(read.notice_id, read.source, read.sha256, passages, read)
        if read.notice_id in self._by_id:
            self._forget(self._by_id[read.notice_id])
        self._by_id[read.notice_id] = held
        self._by_source[read.source] = held
        self._by_sha256.setdefault(read.sha256, set()).add(read.notice_id)

    def drop(self, held: Held) -> None:
        """Take a notice out."""
        self._forget(held)
        del self._by_id[held.notice_id]

    def _forget(self, held: Held) -> None:
        del self._by_source[held.source]
        self._by_sha256[held.sha256].discard(held.notice_id)
