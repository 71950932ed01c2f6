"""Files in, a new generation out."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import IndexDamaged, IndexMissing
from embeddings.archive.assembly import Progress, vectors_of, whole_notices
from embeddings.archive.generation import Generation
from embeddings.archive.holdings import Holdings
from embeddings.archive.intake import Intake, Understand
from embeddings.archive.lock import Writer, writing
from embeddings.archive.manifest import EncoderIdentity, Settings
from embeddings.archive.publishing import discard_old, publish
from embeddings.archive.salvage import known_sources
from embeddings.archive.sources import Rejected, absolute, find_files
from embeddings.encoder import Encoder


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of the files; notices by id, in the order they were met.

    `generation` is the one in use afterwards, None if there is no index; `published` says whether
    this run wrote it.
    """

    added: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    rejected: tuple[Rejected, ...]
    generation: int | None
    published: bool
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Base:
    """The last generation, if there is one that can be read, and what was wrong with it."""

    generation: Generation | None
    warnings: tuple[str, ...]
    sources: tuple[Path, ...] = ()


def ingest(
    index_folder: Path,
    paths: Sequence[Path],
    encoder: Encoder,
    understand: Understand,
    *,
    suffixes: Collection[str],
    settings: Mapping[str, Any] | None = None,
    prune: bool = False,
    rebuild: bool = False,
    progress: Progress | None = None,
) -> IngestReport:
    """Add or update what changed in the files and folders, and make it the index in use.

    The content of a file decides whether it changed; nothing is written when nothing did. With
    `rebuild`, or when the settings are not those of the last time, every file is read again, also
    those indexed before that are still there; with `rebuild` every passage is encoded again too.
    `prune` removes the notices whose file lay under one of the paths and is gone.

    :param understand: makes a notice of a file and an id; raises `UnreadableFile`.
    :param suffixes: of the files that are read, in lower case, with the dot.
    :raises UsageError: if a path does not exist.
    :raises IndexLocked: if another process is writing.
    :raises EncoderMismatch: if the index was built with another encoder, unless `rebuild`.
    :raises IndexDamaged: if no generation can be read, unless `rebuild`.
    :raises KewenError: if the disk refuses; the index in use is then as it was.
    """
    progress = progress or _silent
    settings = json.loads(json.dumps(dict(settings or {})))
    files, refused = find_files(paths, suffixes)
    with writing(index_folder) as writer, _opened(index_folder, encoder, rebuild) as base:
        last = base.generation
        holdings = Holdings(last.tables.notices() if last else [])
        reread = rebuild or (last is not None and last.manifest.settings != settings)
        intake = Intake(holdings, understand, reread, rejected=refused)
        salvaged = [path for path in base.sources if path.is_file() and path not in files]
        known = _with_known(files, holdings, suffixes) if reread else files
        _take_all(intake, [*known, *salvaged], progress)
        if prune:
            _prune(intake, paths)
        if not (intake.changed or (last and (reread or base.warnings))):
            return _report(intake, last.number if last else None, False, base.warnings)
        number = _publish(writer, holdings, base, encoder, settings, rebuild, progress)
        return _report(intake, number, True, base.warnings)


def remove(index_folder: Path, notice_id: str) -> int:
    """Make a generation without that notice and return its number.

    The generations before it are deleted at once, unless somebody is reading them: what a person
    removed is not to come back, nor to stay on the disk.

    :raises NoticeNotFound: if no notice has that id.
    :raises IndexMissing: if there is no index in the folder.
    :raises IndexLocked: if another process is writing.
    """
    if not index_folder.is_dir():
        Generation.open(index_folder)
    with writing(index_folder) as writer:
        with Generation.open(index_folder) as last:
            tables, manifest = last.tables, last.manifest
            tables.summary(notice_id)
            left = [n.notice_id for n in tables.notices() if n.notice_id != notice_id]
            notices = [tables.notice(name) for name in left]
            vectors = last.vectors.rows(tables.passage_rows(left))
            number = publish(writer, notices, vectors, manifest.encoder, manifest.settings)
        discard_old(writer, keep=1)
    return number


@contextmanager
def _opened(index_folder: Path, encoder: Encoder, rebuild: bool) -> Iterator[_Base]:
    try:
        generation = Generation.open(index_folder, None if rebuild else encoder)
    except IndexMissing:
        yield _Base(None, ())
        return
    except IndexDamaged as damage:
        if not rebuild:
            raise
        sources = tuple(known_sources(index_folder))
        told = f"{len(sources)} files are read again" if sources else "its files are not known"
        yield _Base(None, (f"{damage} Now {told}; those given now are added.",), sources)
        return
    with generation:
        yield _Base(generation, generation.warnings)


def _with_known(files: list[Path], holdings: Holdings, suffixes: Collection[str]) -> list[Path]:
    known = (Path(held.source) for held in holdings if held.source_exists)
    return list(dict.fromkeys([*files, *(k for k in known if k.suffix.lower() in suffixes)]))


def _take_all(intake: Intake, files: Sequence[Path], progress: Progress) -> None:
    for number, file in enumerate(files):
        progress("read", number, len(files))
        intake.take(file)
    progress("read", len(files), len(files))


def _prune(intake: Intake, paths: Sequence[Path]) -> None:
    roots = [absolute(path) for path in paths]
    for held in intake.holdings:
        under = any(Path(held.source).is_relative_to(root) for root in roots)
        if under and not held.source_exists:
            intake.drop(held)


def _publish(
    writer: Writer,
    holdings: Holdings,
    base: _Base,
    encoder: Encoder,
    settings: Settings,
    rebuild: bool,
    progress: Progress,
) -> int:
    notices = whole_notices(holdings, base.generation)
    vectors = vectors_of(notices, None if rebuild else base.generation, encoder, progress)
    progress("write", 0, 1)
    number = publish(writer, notices, vectors, EncoderIdentity.of(encoder), settings)
    discard_old(writer)
    progress("write", 1, 1)
    return number


def _report(
    intake: Intake, number: int | None, published: bool, warnings: tuple[str, ...]
) -> IngestReport:
    return IngestReport(
        added=tuple(intake.added),
        updated=tuple(intake.updated),
        unchanged=tuple(intake.unchanged),
        removed=tuple(intake.removed),
        rejected=tuple(intake.rejected),
        generation=number,
        published=published,
        warnings=warnings,
    )


def _silent(stage: str, done: int, total: int) -> None:
    pass
