"""Looks at files before it is their turn, so that they are read by then."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from embeddings.archive.durable import sha256_of
from embeddings.archive.files.reader import Reader
from embeddings.archive.files.revision import Revision
from embeddings.archive.files.sources import notice_id_for
from embeddings.archive.holdings import Holdings

MOST_AHEAD = 1000


@dataclass(frozen=True, slots=True)
class Seen:
    """A file and the SHA-256 of its content, or why it cannot be read."""

    file: Path
    sha256: str = ""
    trouble: str | None = None


class Foresight:
    """Guesses what the intake will ask for.

    A guess needs not be right: what becomes of a file is decided when it is its turn, in the order
    of the files, and a wrong guess costs one reading.
    """

    def __init__(self, holdings: Holdings, reader: Reader, revision: Revision) -> None:
        self._holdings = holdings
        self._reader = reader
        self._revision = revision
        self._coming: set[str] = set()
        self._taken: set[str] = set()

    def seen(self, files: Iterable[Path]) -> Iterator[Seen]:
        """Yield the files in their order, having looked at as many more as can be read meanwhile."""
        ahead: deque[Seen] = deque()
        for file in files:
            ahead.append(self._look(file))
            while self._reader.is_full or len(ahead) >= MOST_AHEAD:
                yield ahead.popleft()
        yield from ahead

    def _look(self, file: Path) -> Seen:
        try:
            seen = Seen(file, sha256_of(file))
        except OSError as error:
            return Seen(file, trouble=f"it cannot be read ({error.strerror})")
        if (notice_id := self._id_of(seen)) is not None:
            self._coming.add(seen.sha256)
            self._taken.add(notice_id)
            self._reader.expect(self._revision.task(file, notice_id, seen.sha256))
        return seen

    def _id_of(self, seen: Seen) -> str | None:
        """Return under which id the file will be read; None if it will not be, or cannot be told."""
        source = str(seen.file)
        known = self._holdings.from_source(source)
        if known and known.sha256 == seen.sha256:
            return known.notice_id if self._revision.holds(known.notice_id) else None
        if seen.sha256 in self._coming or self._holdings.twins(source, seen.sha256):
            return None
        if known:
            return known.notice_id
        return notice_id_for(seen.file, self._holdings.ids, self._taken)
