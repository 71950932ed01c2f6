"""Files in, a new generation out."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.correction import Correction
from corpus.errors import IndexDamaged, IndexMissing
from corpus.notice import Related
from embeddings.archive.assembly import encodings_of, stored_encodings
from embeddings.archive.contents import Contents
from embeddings.archive.files.admission import Understand
from embeddings.archive.files.foresight import Foresight
from embeddings.archive.files.reader import Reader
from embeddings.archive.files.revision import Revision
from embeddings.archive.files.sources import Rejected, absolute, find_files
from embeddings.archive.files.spool import Spool
from embeddings.archive.generation import Generation
from embeddings.archive.holdings import Holdings
from embeddings.archive.intake import Intake
from embeddings.archive.lock import Writer, writing
from embeddings.archive.manifest import EncoderIdentity, Settings
from embeddings.archive.progress import Progress, silent
from embeddings.archive.publishing import discard_old, publish
from embeddings.archive.salvage import known_sources
from embeddings.encoder import Encoder


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of the files; notices by id, in the order they were met.

    `generation` is the one in use afterwards, None if there is no index; `published` says whether
    this run wrote it. `resumed` counts the files that a run which was stopped had read already,
    `passed_over` those in folders that were not read for their suffix, by suffix. `related` holds
    what is related to the notices added or updated, by id.
    """

    added: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    rejected: tuple[Rejected, ...]
    generation: int | None
    published: bool
    warnings: tuple[str, ...]
    resumed: int
    passed_over: Mapping[str, int]
    related: Mapping[str, tuple[Related, ...]]


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
    corrections: Callable[[], Mapping[str, Correction]] = dict,
    prune: bool = False,
    rebuild: bool = False,
    workers: int = 1,
    apart: bool = False,
    progress: Progress | None = None,
) -> IngestReport:
    """Add or update what changed in the files and folders, and make it the index in use.

    The content of a file decides whether it changed; nothing is written when nothing did. With
    `rebuild`, or when the settings are not those of the last time, every file is read again, also
    those indexed before that are still there; with `rebuild` every passage is encoded again too.
    `prune` removes the notices whose file lay under one of the paths and is gone. What was read
    and encoded is kept when the process is stopped, and taken up by the next call.

    :param understand: makes a notice of a file and an id; raises `UnreadableFile`.
    :param suffixes: of the files that are read, in lower case, with the dot.
    :param corrections: asked for what people have set, by id, once nobody else is writing.
    :param workers: how many processes read, where there are more than a few files; the outcome
        does not depend on it. They can only run a function that can be imported by its name.
    :param apart: whether other processes read even few files.
    :raises UsageError: if a path does not exist.
    :raises IndexLocked: if another process is writing.
    :raises EncoderMismatch: if the index was built with another encoder, unless `rebuild`.
    :raises IndexDamaged: if no generation can be read, unless `rebuild`.
    :raises KewenError: if the disk refuses; the index in use is then as it was.
    """
    progress = progress or silent
    settings = json.loads(json.dumps(dict(settings or {})))
    files = find_files(paths, suffixes)
    with (
        writing(index_folder) as writer,
        _opened(index_folder, encoder, rebuild) as base,
        spooling(writer, settings) as spool,
        closing(Reader(understand, spool, workers, apart=apart)) as reader,
    ):
        last = base.generation
        holdings = Holdings(last.tables.notices() if last else [])
        reread = rebuild or (last is not None and last.manifest.settings != settings)
        revision = Revision.of(last, corrections(), everything=reread)
        intake = Intake(holdings, reader, revision, rejected=list(files.rejected))
        salvaged = [p for p in base.sources if p.is_file() and p not in files.found]
        known = _with_known(files.found, holdings, suffixes) if reread else files.found
        _take_all(intake, [*known, *salvaged], progress)
        reader.close()
        if prune:
            _prune(intake, paths)
        contents = Contents(holdings, last, spool)
        number, published = last.number if last else None, False
        if intake.changed or (last and (reread or base.warnings)):
            kept = None if rebuild else last
            encodings = encodings_of(contents, kept, encoder, spool, progress)
            contents.relate()
            identity = EncoderIdentity.of(encoder)
            number = publish(writer, contents, encodings, identity, settings, progress)
            published = True
            discard_old(writer)
            spool.discard({held.source for held in holdings})
    return IngestReport(
        added=tuple(intake.added),
        updated=tuple(intake.updated),
        unchanged=tuple(intake.unchanged),
        removed=tuple(intake.removed),
        rejected=tuple(intake.rejected),
        generation=number,
        published=published,
        warnings=base.warnings,
        resumed=reader.resumed,
        passed_over=files.passed_over,
        related={
            name: contents.related[name]
            for name in (*intake.added, *intake.updated)
            if name in contents.related
        },
    )


def remove(
    index_folder: Path,
    notice_id: str,
    alongside: AbstractContextManager[object] = nullcontext(),  # noqa: B008 - it has no state
) -> int:
    """Make a generation without that notice and return its number.

    The generations before it are deleted at once, unless somebody is reading them: what a person
    removed is not to come back, nor to stay on the disk.

    :param alongside: entered once nobody else is writing; told by an exception if it fails.
    :raises NoticeNotFound: if no notice has that id.
    :raises IndexMissing: if there is no index in the folder.
    :raises IndexLocked: if another process is writing.
    """
    if not index_folder.is_dir():
        Generation.open(index_folder)
    with writing(index_folder) as writer, alongside:
        with Generation.open(index_folder) as last:
            last.tables.summary(notice_id)
            holdings = Holdings(last.tables.notices())
            holdings.drop(holdings[notice_id])
            contents, manifest = Contents(holdings, last, None), last.manifest
            encodings = stored_encodings(contents, last)
            contents.relate()
            number = publish(
                writer, contents, encodings, manifest.encoder, manifest.settings, silent
            )
        discard_old(writer, keep=1)
    return number


@contextmanager
def spooling(writer: Writer, settings: Settings) -> Iterator[Spool]:
    """Yield the spool for readings with these settings; what a failure left in it is kept."""
    spool = Spool(writer, json.dumps(settings, sort_keys=True))
    with closing(spool):
        try:
            yield spool
        except BaseException:
            spool.save()
            raise


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


def _with_known(files: Sequence[Path], holdings: Holdings, suffixes: Collection[str]) -> list[Path]:
    known = (Path(held.source) for held in holdings if held.source_exists)
    return list(dict.fromkeys([*files, *(k for k in known if k.suffix.lower() in suffixes)]))


def _take_all(intake: Intake, files: Sequence[Path], progress: Progress) -> None:
    foresight = Foresight(intake.holdings, intake.reader, intake.revision)
    progress("read", 0, len(files))
    for done, seen in enumerate(foresight.seen(files), start=1):
        intake.take(seen)
        progress("read", done, len(files))


def _prune(intake: Intake, paths: Sequence[Path]) -> None:
    roots = [absolute(path) for path in paths]
    for held in intake.holdings:
        under = any(Path(held.source).is_relative_to(root) for root in roots)
        if under and not held.source_exists:
            intake.drop(held)
