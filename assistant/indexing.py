"""Files into the index of a data folder."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.settings import Settings
from embeddings.loading import load_encoder

if TYPE_CHECKING:
    from embeddings.archive.ingestion import IngestReport
    from embeddings.archive.progress import Progress

SHIPPED_NOTICES = Path(__file__).parent.parent / "corpus" / "notices"


def build_index(
    settings: Settings,
    paths: Sequence[Path],
    *,
    prune: bool = False,
    rebuild: bool = False,
    progress: "Progress | None" = None,
) -> "IngestReport":
    """Add or update notices in the index of a data folder; with no paths, the shipped notices.

    A rebuild with no paths reads again the files that the index holds, and no others.

    :raises UsageError: if a path does not exist.
    :raises IndexLocked: if another process is writing.
    """
    # Imported here: only indexing needs these, and the splitter alone takes half a second.
    from corpus.reading import SUFFIXES
    from corpus.understanding import reader_settings, understand
    from embeddings.archive.ingestion import ingest
    from embeddings.archive.salvage import known_sources

    return ingest(
        settings.index_folder,
        list(paths)
        or ([] if rebuild and known_sources(settings.index_folder) else [SHIPPED_NOTICES]),
        load_encoder(settings.encoder),
        understand,
        suffixes=SUFFIXES,
        settings=reader_settings(),
        prune=prune,
        rebuild=rebuild,
        workers=settings.workers or len(os.sched_getaffinity(0)),
        progress=progress,
    )
