"""Which notices are read again though their file is as it was, and what people set in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.correction import Correction
from embeddings.archive.files.crew import Task
from embeddings.archive.generation import Generation


@dataclass(frozen=True, slots=True)
class Revision:
    """What is to be read again: everything, or the notices that are `stale`.

    :param corrections: by id, of the notices that a person has corrected.
    :param stale: those that were last read with another correction than they have now.
    """

    everything: bool = False
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    stale: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, last: Generation | None, corrections: Mapping[str, Correction], *, everything: bool
    ) -> "Revision":
        """Return what the corrections ask for, compared with those that `last` was read with."""
        held = {notice.notice_id for notice in last.tables.notices()} if last else set()
        stale = frozenset(
            name
            for name, correction in corrections.items()
            if last and name in held
            if not correction.was_applied(last.tables.whole_text(name).readings)
        )
        return cls(everything, corrections, stale)

    def holds(self, notice_id: str) -> bool:
        """Return whether a notice is read again in any case."""
        return self.everything or notice_id in self.stale

    def task(self, file: Path, notice_id: str, sha256: str) -> Task:
        """Return the reading of a file as that notice, with its correction if it has one."""
        return Task(str(file), notice_id, sha256, self.corrections.get(notice_id) or None)
