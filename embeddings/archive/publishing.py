"""Writing a generation and making it the one in use."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

import numpy as np

from corpus.errors import KewenError
from corpus.notice import Notice
from embeddings.archive.contents import Contents
from embeddings.archive.durable import sha256_of, sync, write_file, write_files
from embeddings.archive.encodings import Encodings
from embeddings.archive.layout import (
    CURRENT,
    KEYWORDS,
    MANIFEST,
    PIECES,
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
    EncoderIdentity,
    Manifest,
    Settings,
)
from embeddings.archive.progress import Progress
from embeddings.archive.reading import in_use
from embeddings.archive.recording import record
from embeddings.archive.records import Counts
from embeddings.archive.searchable import searchable_passages
from embeddings.arrays import Create
from embeddings.keyword_builder import KeywordBuilder
from embeddings.vectors import Halves, VectorIndex
from embeddings.words import tokens

CANARIES = 8


def publish(
    writer: Writer,
    contents: Contents,
    encodings: Encodings,
    encoder: EncoderIdentity,
    settings: Settings,
    progress: Progress,
) -> int:
    """Write a new generation and make it the one in use; return its number.

    :param encodings: one row a passage, in the order of the notices and their passages.
    :raises ValueError: if the number or length of the vectors does not fit.
    :raises KewenError: if the disk refuses; the index in use is then as it was.
    """
    with _disk_errors(writer.folder):
        clear_partial(writer)
        number = _next_number(writer.folder)
        staging = staging_folder(writer.folder, number)
        with _removed_on_failure(staging):
            staging.mkdir()
            encoded = _write_encodings(staging, encodings)
            ledger = _write_notices(staging, contents, progress)
            expected = (ledger.counts.passages, encoder.dimension)
            if encoded.shape != expected:
                raise ValueError(f"Expected vectors {expected}, got {encoded.shape}.")
            manifest = _manifest(number, encoded, ledger, encoder, settings).to_bytes()
            digest = write_file(staging / MANIFEST, manifest)
            sync(staging)
            staging.rename(generation_folder(writer.folder, number))
            sync(writer.folder)
        write_pointer(writer.folder, Pointer(number, digest))
    progress("write", len(contents) + 1, len(contents) + 1)
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


class _Encoded(NamedTuple):
    """What was written of the encodings: SHA-256 by file, the shape of the vectors, some of them."""

    digests: Mapping[str, str]
    shape: tuple[int, ...]
    canaries: tuple[Canary, ...]


class _Ledger(NamedTuple):
    """What was written of the notices: SHA-256 by file, how much, and from which files it came."""

    digests: Mapping[str, str]
    counts: Counts
    sources: tuple[str, ...]


def _write_encodings(staging: Path, encodings: Encodings) -> _Encoded:
    """Write vectors and pieces, and let go of them: the words of the notices need as much room."""
    vectors = VectorIndex.build(encodings.vectors)
    digests = write_files(staging, lambda create: vectors.write(create(VECTORS)))
    digests |= _write_folder(staging / PIECES, encodings.piece_index().write)
    written = _Encoded(digests, encodings.vectors.shape, _canaries(encodings.vectors))
    encodings.release()
    return written


def _write_notices(staging: Path, contents: Contents, progress: Progress) -> _Ledger:
    # Files without a name, which are gone with the process whatever becomes of it.
    keywords = KeywordBuilder(lambda: TemporaryFile(dir=staging))  # noqa: SIM115
    notices = _passing(contents, keywords, progress)
    counts = record(staging / TABLES, notices, contents.sketches())
    sync(staging / TABLES)
    digests = {TABLES: sha256_of(staging / TABLES)}
    digests |= _write_folder(staging / KEYWORDS, keywords.write)
    return _Ledger(digests, counts, tuple(held.source for held in contents.holdings))


def _write_folder(folder: Path, write: Callable[[Create], None]) -> dict[str, str]:
    return {f"{folder.name}/{name}": digest for name, digest in write_files(folder, write).items()}


def _passing(contents: Contents, keywords: KeywordBuilder, progress: Progress) -> Iterator[Notice]:
    """Yield the notices, taking in the words of each as it passes."""
    for done, notice in enumerate(contents):
        progress("write", done, len(contents) + 1)
        # Passages share their headings, which are split once.
        heads: dict[str, list[str]] = {}
        for head, body in searchable_passages(notice):
            if head not in heads:
                heads[head] = tokens(head)
            keywords.add([*heads[head], *tokens(body)])
        yield notice


def _manifest(
    number: int, encoded: _Encoded, ledger: _Ledger, encoder: EncoderIdentity, settings: Settings
) -> Manifest:
    return Manifest(
        format_version=FORMAT_VERSION,
        generation=number,
        created_at=datetime.now(UTC).isoformat(timespec="seconds"),
        encoder=encoder,
        settings=settings,
        counts=ledger.counts,
        sources=ledger.sources,
        files={**ledger.digests, **encoded.digests},
        canaries=encoded.canaries,
    )


def _canaries(vectors: Halves) -> tuple[Canary, ...]:
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
