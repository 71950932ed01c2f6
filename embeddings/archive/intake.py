"""Deciding, file by file, what becomes of the notices held."""

from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import UnreadableFile
from embeddings.archive.files.crew import Task
from embeddings.archive.files.foresight import Seen
from embeddings.archive.files.reader import Reader
from embeddings.archive.files.revision import Revision
from embeddings.archive.files.sources import Rejected, notice_id_for
from embeddings.archive.holdings import Held, Holdings


class _SameContent(UnreadableFile):
    """Another notice has the content of the file."""

    def __init__(self, twin: Held) -> None:
        super().__init__(f"same content as {twin.source}")
        self.notice_id = twin.notice_id


@dataclass(slots=True)
class Intake:
    """Takes files into the holdings and notes what happened to each.

    :param revision: which files are read again even if their content is the one that was indexed.
    """

    holdings: Holdings
    reader: Reader
    revision: Revision
    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    moved: bool = False

    @property
    def changed(self) -> bool:
        """Whether the holdings are no longer those of the last generation."""
        return bool(self.added or self.updated or self.removed or self.moved)

    def take(self, seen: Seen) -> None:
        """Take in one file; one that cannot be read is noted with the reason, never raised."""
        try:
            if seen.trouble:
                raise UnreadableFile(seen.trouble)
            self._take(seen.file, seen.sha256)
        except _SameContent as error:
            self.rejected.append(Rejected(str(seen.file), str(error), error.notice_id))
        except UnreadableFile as error:
            self.rejected.append(Rejected(str(seen.file), str(error)))

    def drop(self, held: Held) -> None:
        """Remove a notice."""
        self.holdings.drop(held)
        self.removed.append(held.notice_id)

    def _take(self, file: Path, digest: str) -> None:
        known = self.holdings.from_source(str(file))
        if known is None or known.sha256 != digest:
            known = self._without_twins(str(file), digest, known)
        if known and known.sha256 == digest and not self.revision.holds(known.notice_id):
            self.unchanged.append(known.notice_id)
            return
        notice_id = known.notice_id if known else notice_id_for(file, self.holdings.ids)
        task = self.revision.task(file, notice_id, digest)
        self.holdings.put(task, self._read(task, known))
        (self.updated if known else self.added).append(notice_id)

    def _without_twins(self, source: str, digest: str, known: Held | None) -> Held | None:
        """Make sure that no two notices have the same content; return the one of this file."""
        for twin in self.holdings.twins(source, digest):
            if twin.source_is_as_read:
                if known:
                    self.drop(known)
                raise _SameContent(twin)
            if not twin.source_exists:
                known = self._inherit(source, twin, known)
        return known

    def _inherit(self, source: str, twin: Held, known: Held | None) -> Held:
        """Let the file be the new place of a notice whose own file is gone."""
        if known:
            self.drop(twin)
            return known
        self.holdings.move(twin, source)
        self.moved = True
        return twin

    def _read(self, task: Task, known: Held | None) -> int:
        try:
            return self.reader.read(task)
        except UnreadableFile as error:
            kept = "; the version indexed before is kept" if known else ""
            raise UnreadableFile(f"{error}{kept}") from error
