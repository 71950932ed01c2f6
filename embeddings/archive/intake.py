"""Deciding, file by file, what becomes of the notices held."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.notice import Notice
from embeddings.archive.acceptance import check
from embeddings.archive.durable import sha256_of
from embeddings.archive.holdings import Held, Holdings
from embeddings.archive.sources import Rejected, notice_id_for

Understand = Callable[[Path, str], Notice]


@dataclass(slots=True)
class Intake:
    """Takes files into the holdings and notes what happened to each.

    :param reread: read files again even if their content is the one that was indexed.
    """

    holdings: Holdings
    understand: Understand
    reread: bool
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

    def take(self, file: Path) -> None:
        """Take in one file; one that cannot be read is noted with the reason, never raised."""
        try:
            self._take(file, sha256_of(file))
        except OSError as error:
            self.rejected.append(Rejected(str(file), f"it cannot be read ({error.strerror})"))
        except UnreadableFile as error:
            self.rejected.append(Rejected(str(file), str(error)))

    def drop(self, held: Held) -> None:
        """Remove a notice."""
        self.holdings.drop(held)
        self.removed.append(held.notice_id)

    def _take(self, file: Path, digest: str) -> None:
        known = self.holdings.from_source(str(file))
        if known is None or known.sha256 != digest:
            known = self._without_twins(str(file), digest, known)
        if known and known.sha256 == digest and not self.reread:
            self.unchanged.append(known.notice_id)
            return
        notice_id = known.notice_id if known else notice_id_for(file, self.holdings.ids)
        self.holdings.put(self._read(file, notice_id, digest, known))
        (self.updated if known else self.added).append(notice_id)

    def _without_twins(self, source: str, digest: str, known: Held | None) -> Held | None:
        """Make sure that no two notices have the same content; return the one of this file."""
        for twin in self.holdings.twins(source, digest):
            if twin.source_is_as_read:
                if known:
                    self.drop(known)
                raise UnreadableFile(f"same content as {twin.source}")
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

    def _read(self, file: Path, notice_id: str, digest: str, known: Held | None) -> Notice:
        kept = "; the version indexed before is kept" if known else ""
        try:
            notice = replace(self.understand(file, notice_id), source=str(file), sha256=digest)
            check(notice, notice_id)
        except UnreadableFile as error:
            raise UnreadableFile(f"{error}{kept}") from error
        except Exception as error:
            # A file that a parser stumbles over must not stop the others.
            raise UnreadableFile(
                f"reading failed with {type(error).__name__}: {error}{kept}"
            ) from error
        if sha256_of(file) != digest:
            raise UnreadableFile(f"it was changed while it was read; index it again{kept}")
        return notice
