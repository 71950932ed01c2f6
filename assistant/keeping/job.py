"""What becomes of files that are taken in: a job, and the state of each of its files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assistant.keeping.incoming import Incoming

if TYPE_CHECKING:
    from embeddings.archive.files.sources import Rejected
    from embeddings.archive.ingestion import IngestReport

JobState = Literal["waiting", "working", "done", "failed"]
FileOutcome = Literal["waiting", "reading", "added", "updated", "unchanged", "rejected"]
TWICE = "The same file is among those sent twice."


@dataclass(frozen=True, slots=True)
class FileState:
    """What became of one file so far: the notice it is now, or the reason why it is none.

    Of a file with the content of another notice, `notice_id` is that notice.
    """

    name: str
    state: FileOutcome = "waiting"
    notice_id: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """Files that are taken into the index, in the order they were sent.

    While it works, `stage` is read, encode or write, of which `done` of `total` steps are done;
    `message` says what it waits for, or in one sentence why it failed.
    """

    id: str
    state: JobState
    files: tuple[FileState, ...]
    stage: str = ""
    done: int = 0
    total: int = 0
    message: str | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will become of it."""
        return self.state in ("done", "failed")

    def advanced(self, stage: str, done: int, total: int) -> "Job":
        """Return the job as it is when so much of a stage is done."""
        # Files are read in their order; only when all are, it is said what became of each.
        reading = {"": 0, "read": done + 1}.get(stage, len(self.files))
        turn = 0
        files = []
        for file in self.files:
            turn += file.state in ("waiting", "reading")
            begun = file.state == "waiting" and turn <= reading
            files.append(replace(file, state="reading") if begun else file)
        return replace(
            self,
            state="working",
            files=tuple(files),
            stage=stage,
            done=done,
            total=total,
            message=None,
        )


def first_states(files: Sequence[Incoming], paths: Sequence[Path | None]) -> tuple[FileState, ...]:
    """Return the states of files before the job begins; one sent twice is taken once."""
    states = []
    for number, file in enumerate(files):
        reason = file.refusal or (TWICE if paths[number] in paths[:number] else None)
        states.append(FileState(file.name, "rejected" if reason else "waiting", reason=reason))
    return tuple(states)


def outcomes(
    files: Sequence[FileState],
    paths: Sequence[Path | None],
    report: "IngestReport",
    ids: Mapping[str, str],
) -> tuple[FileState, ...]:
    """Return what became of the files, whose paths stand beside them, as a report has it.

    :param ids: of the notices in the index, by the files they were read from.
    """
    rejected = {each.path: each for each in report.rejected}
    found = []
    for file, path in zip(files, paths, strict=True):
        if file.state == "rejected" or path is None:
            found.append(file)
        elif refusal := rejected.get(str(path)):
            found.append(_rejected(file, path, refusal))
        else:
            found.append(_taken(file, report, ids.get(str(path))))
    return tuple(found)


def _rejected(file: FileState, path: Path, refusal: "Rejected") -> FileState:
    if refusal.same_as:
        reason = f"It has the same content as the notice {refusal.same_as}."
        return replace(file, state="rejected", notice_id=refusal.same_as, reason=reason)
    # The folder would tell how the machine is laid out.
    return replace(file, state="rejected", reason=refusal.reason.replace(str(path), file.name))


def _taken(file: FileState, report: "IngestReport", notice_id: str | None) -> FileState:
    if notice_id in report.added:
        return replace(file, state="added", notice_id=notice_id)
    if notice_id in report.updated:
        return replace(file, state="updated", notice_id=notice_id)
    return replace(file, state="unchanged", notice_id=notice_id)
