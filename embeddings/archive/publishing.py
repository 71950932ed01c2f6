"""Writing a generation and making it the one in use."""

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from corpus.errors import KewenError
from corpus.notice import Notice
from embeddings.archive.durable import sha256_of, sync, write_file
from embeddings.archive.layout import (
    CURRENT,
    KEYWORDS,
    MANIFEST,
    TABLES,
    VECTORS,
    Pointer,
    generation_folder,
    generations,
    read_pointer,
    staging_folder,
    write_pointer,
)
from embeddings.archive.lock import Writer
from embeddings.archive.manifest import (
    FORMAT_VERSION,
    Canary,
    Counts,
    EncoderIdentity,
    Manifest,
    Settings,
)
from embeddings.archive.reading import in_use
from embeddings.archive.recording import record
from embeddings.archive.searchable import searchable_texts
from embeddings.encoder import Vectors
from embeddings.keywords import KeywordIndex
from embeddings.vectors import VectorIndex
from embeddings.words import tokens

CANARIES = 8


def publish(
    writer: Writer,
    notices: Sequence[Notice],
    vectors: Vectors,
    encoder: EncoderIdentity,
    settings: Settings,
) -> int:
    """Write a new generation and make it the one in use; return its number.

    :param vectors: one row a passage, in the order of the notices and their passages.
    :raises ValueError: if the number or length of the vectors does not fit.
    :raises KewenError: if the disk refuses; the index in use is then as it was.
    """
    count = sum(len(notice.passages) for notice in notices)
    if vectors.shape != (count, encoder.dimension):
        raise ValueError(f"Expected vectors {(count, encoder.dimension)}, got {vectors.shape}.")
    with _disk_errors(writer.folder):
        clear_partial(writer)
        number = _next_number(writer.folder)
        staging = staging_folder(writer.folder, number)
        with _removed_on_failure(staging):
            files = _write_legs(staging, notices, vectors)
            manifest = _manifest(number, notices, vectors, encoder, settings, files).to_bytes()
            digest = write_file(staging / MANIFEST, manifest)
            sync(staging)
            staging.rename(generation_folder(writer.folder, number))
            sync(writer.folder)
        write_pointer(writer.folder, Pointer(number, digest))
    return number


def discard_old(writer: Writer, keep: int = 2) -> None:
    """Take away all but the newest generations and those that somebody is reading."""
    # What cannot be taken away now is taken away by a later writer.
    with suppress(OSError):
        for number in generations(writer.folder)[keep:]:
            folder = generation_folder(writer.folder, number)
            if not in_use(folder):
                # Renamed first, so that half a generation never looks like a whole one.
                folder.rename(staging_folder(writer.folder, number))
        clear_partial(writer)


def clear_partial(writer: Writer) -> None:
    """Take away what interrupted writers left behind."""
    for folder in writer.folder.glob("gen-*.partial"):
        shutil.rmtree(folder)


def _write_legs(staging: Path, notices: Sequence[Notice], vectors: Vectors) -> Mapping[str, str]:
    staging.mkdir()
    (staging / KEYWORDS).mkdir()
    record(staging / TABLES, notices)
    sync(staging / TABLES)
    digests = {TABLES: sha256_of(staging / TABLES)}
    texts = (text for notice in notices for text in searchable_texts(notice))
    keywords = KeywordIndex.build([tokens(text) for text in texts]).to_files()
    files = {VECTORS: VectorIndex.build(vectors).to_bytes()}
    files |= {f"{KEYWORDS}/{name}": data for name, data in keywords.items()}
    digests |= {name: write_file(staging / name, data) for name, data in files.items()}
    sync(staging / KEYWORDS)
    return digests


def _manifest(
    number: int,
    notices: Sequence[Notice],
    vectors: Vectors,
    encoder: EncoderIdentity,
    settings: Settings,
    files: Mapping[str, str],
) -> Manifest:
    return Manifest(
        format_version=FORMAT_VERSION,
        generation=number,
        created_at=datetime.now(UTC).isoformat(timespec="seconds"),
        encoder=encoder,
        settings=settings,
        counts=_counts(notices),
        sources=tuple(notice.source for notice in notices),
        files=files,
        canaries=_canaries(vectors),
    )


def _counts(notices: Sequence[Notice]) -> Counts:
    return Counts(
        notices=len(notices),
        passages=sum(len(notice.passages) for notice in notices),
        targets=sum(len(notice.targets) for notice in notices),
        tasks=sum(len(notice.tasks) for notice in notices),
    )


def _canaries(vectors: Vectors) -> tuple[Canary, ...]:
    count = min(CANARIES, len(vectors))
    rows = np.linspace(0, len(vectors) - 1, count).round().astype(int).tolist()
    return tuple(Canary(row, tuple(vectors[row].tolist())) for row in rows)


def _next_number(index_folder: Path) -> int:
    pointer = read_pointer(index_folder) if (index_folder / CURRENT).exists() else None
    return max([*generations(index_folder), pointer.number if pointer else 0], default=0) + 1


@contextmanager
def _removed_on_failure(staging: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise


@contextmanager
def _disk_errors(index_folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
        raise KewenError(
            f"The new index could not be written to {index_folder} ({reason}); the one in "
            "use is complete. Make room or correct the permissions, then run `kewen index` again."
        ) from error
