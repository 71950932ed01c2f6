"""Notices that a person brings, corrects, removes, and takes back."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from assistant.indexing import build_index, read_again
from assistant.keeping.incoming import Incoming
from assistant.keeping.job import Job
from assistant.keeping.jobs import Jobs
from assistant.keeping.originals import Originals
from assistant.keeping.store import KeepingStore, Kept, Removal
from assistant.settings import Settings
from corpus.correction import AS_READ, Correction
from corpus.errors import KewenError, NoticeNotFound, UsageError
from embeddings.archive.generation import Generation
from embeddings.archive.ingestion import IngestReport, remove
from embeddings.archive.progress import Progress
from embeddings.archive.readmission import Readmission

HOURS_TO_UNDO = 24


class Keeping:
    """What people do to the notices of a data folder.

    :param serving: the generation in use at any time.
    :param clock: seconds since 1970.
    """

    def __init__(
        self,
        settings: Settings,
        serving: Callable[[], Generation],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._settings = settings
        self._serving = serving
        self._clock = clock
        self._store = KeepingStore(settings.data)
        self.originals = Originals(settings.data)
        self.jobs = Jobs(self._index, self._ids, self.originals)

    def take_in(self, files: Sequence[Incoming | Path]) -> Job:
        """Keep files and have them taken into the index; the job says how far it is.

        :raises UsageError: if there are none.
        :raises IndexLocked: if too many jobs are waiting.
        :raises KewenError: if the disk refuses.
        """
        if not files:
            raise UsageError("No file was given. Give at least one.")
        return self.jobs.submit(
            [self.originals.copy(file) if isinstance(file, Path) else file for file in files]
        )

    def correction(self, notice_id: str) -> Correction:
        """Return what a person has set in a notice.

        :raises NoticeNotFound: if no notice has that id.
        """
        self._serving().tables.summary(notice_id)
        return self._store.of(notice_id).correction or AS_READ

    def correct(self, notice_id: str, correction: Correction) -> None:
        """Set fields of a notice, and read it again with them; if that fails nothing changes.

        :raises NoticeNotFound: if no notice has that id.
        :raises UnreadableFile: if its file is gone or cannot be read any more.
        :raises IndexLocked: if another process is writing.
        """
        self._serving().tables.summary(notice_id)
        kept = self._store.changed(notice_id, Kept(correction))
        read_again(self._settings, Readmission(notice_id, correction), kept)
        self._sweep()

    def remove(self, notice_id: str) -> None:
        """Remove a notice, its correction too; for a day it can be restored.

        :raises NoticeNotFound: if no notice has that id.
        :raises IndexLocked: if another process is writing.
        """
        source = Path(self._serving().tables.summary(notice_id).source)
        correction = self._store.of(notice_id).correction or AS_READ
        removal = Removal(source, correction, self._clock())
        kept = self._store.changed(notice_id, Kept(removal=removal))
        remove(self._settings.index_folder, notice_id, kept)
        self._sweep()

    def restore(self, notice_id: str) -> None:
        """Take a removed notice in again, as it was corrected.

        :raises UsageError: if there is a notice of that id.
        :raises NoticeNotFound: if none was removed, or more than a day ago.
        :raises UnreadableFile: if its file is gone or cannot be read any more.
        :raises IndexLocked: if another process is writing.
        """
        if any(notice.notice_id == notice_id for notice in self._serving().tables.notices()):
            raise UsageError(
                f"The notice {notice_id} is there. Only a removed one can be restored."
            )
        removal = self._store.of(notice_id).removal
        if removal is None or removal.removed_at < self._undoable_from():
            raise NoticeNotFound(
                f"There is no removed notice {notice_id!r}. A notice can be restored for "
                f"{HOURS_TO_UNDO} hours after it was removed; index its file again."
            )
        kept = self._store.changed(notice_id, Kept(removal.correction))
        wanted = Readmission(notice_id, removal.correction, removal.source)
        read_again(self._settings, wanted, kept)
        self._sweep()

    def close(self) -> None:
        """Stop taking files in."""
        self.jobs.close()

    def _index(self, paths: Sequence[Path], progress: Progress) -> IngestReport:
        report = build_index(self._settings, paths, apart=True, progress=progress)
        self._sweep()
        return report

    def _ids(self) -> dict[str, str]:
        return {notice.source: notice.notice_id for notice in self._serving().tables.notices()}

    def _undoable_from(self) -> float:
        return self._clock() - HOURS_TO_UNDO * 3600

    def _sweep(self) -> None:
        """Forget removals that can no longer be undone, and files that nothing needs any more."""
        serving, since = self._serving(), self._undoable_from()
        if serving.warnings:
            # An older generation stands in for a damaged one: it does not know all that is needed.
            return
        # What is not taken away now is taken away the next time.
        with suppress(KewenError, OSError):
            removals = self._store.removals()
            late = {name for name, one in removals.items() if one.removed_at < since}
            self._store.forget(late)
            needed = [str(one.source) for name, one in removals.items() if name not in late]
            self.originals.sweep([*self._ids(), *needed], since)
