"""Files into the index of a data folder."""

import os
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.settings import Settings
from embeddings.loading import load_encoder

if TYPE_CHECKING:
    from embeddings.archive.ingestion import IngestReport
    from embeddings.archive.progress import Progress
    from embeddings.archive.readmission import Readmission

SHIPPED_NOTICES = Path(__file__).parent.parent / "corpus" / "notices"


def build_index(
    settings: Settings,
    paths: Sequence[Path],
    *,
    prune: bool = False,
    rebuild: bool = False,
    apart: bool = False,
    progress: "Progress | None" = None,
) -> "IngestReport":
    """Add or update notices in the index of a data folder; with no paths, the shipped notices.

    A rebuild with no paths reads again the files that the index holds, and no others. What people
    have set in a notice counts each time it is read, and is forgotten when it is pruned.

    :param apart: whether other processes read even few files, so that none can harm this one.
    :raises UsageError: if a path does not exist.
    :raises IndexLocked: if another process is writing.
    """
    # Imported here: only indexing needs these, and the splitter alone takes half a second.
    from assistant.keeping.store import KeepingStore
    from corpus.reading import SUFFIXES
    from corpus.understanding import reader_settings, understand
    from embeddings.archive.ingestion import ingest
    from embeddings.archive.salvage import known_sources

    store = KeepingStore(settings.data)
    report = ingest(
        settings.index_folder,
        list(paths)
        or ([] if rebuild and known_sources(settings.index_folder) else [SHIPPED_NOTICES]),
        load_encoder(settings.encoder),
        understand,
        suffixes=SUFFIXES,
        settings=reader_settings(),
        corrections=store.corrections,
        prune=prune,
        rebuild=rebuild,
        workers=settings.workers or len(os.sched_getaffinity(0)),
        apart=apart,
        progress=progress,
    )
    store.forget(report.removed)
    return report


def read_again(
    settings: Settings, wanted: "Readmission", alongside: AbstractContextManager[object]
) -> None:
    """Make a notice as its file and what a person has set say; no other is read.

    :param alongside: entered once nobody else is writing; told by an exception if it fails.
    :raises NoticeNotFound: if there is no such notice.
    :raises UnreadableFile: if its file is gone or cannot be read; nothing has changed then.
    :raises IndexLocked: if another process is writing.
    """
    from corpus.understanding import reader_settings, understand
    from embeddings.archive.readmission import readmit

    readmit(
        settings.index_folder,
        wanted,
        load_encoder(settings.encoder),
        understand,
        settings=reader_settings(),
        alongside=alongside,
    )
