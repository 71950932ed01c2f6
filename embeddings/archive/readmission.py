"""One notice read again, or taken in again under the id that it had; all others stay as they are."""

from collections.abc import Mapping
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.correction import Correction
from corpus.errors import NoticeNotFound, UnreadableFile
from embeddings.archive.assembly import encodings_of
from embeddings.archive.contents import Contents
from embeddings.archive.durable import sha256_of
from embeddings.archive.files.admission import Understand
from embeddings.archive.files.crew import Task
from embeddings.archive.files.reader import Reader
from embeddings.archive.generation import Generation
from embeddings.archive.holdings import Holdings
from embeddings.archive.ingestion import spooling
from embeddings.archive.lock import writing
from embeddings.archive.progress import silent
from embeddings.archive.publishing import discard_old, publish
from embeddings.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Readmission:
    """What is read: the notice, with what a person has set in it.

    :param source: the file of a notice that was removed; None for one that the index holds.
    """

    notice_id: str
    correction: Correction
    source: Path | None = None


def readmit(
    index_folder: Path,
    wanted: Readmission,
    encoder: Encoder,
    understand: Understand,
    *,
    settings: Mapping[str, Any],
    alongside: AbstractContextManager[object],
) -> int:
    """Make a generation in which that notice is as its file and the correction say.

    No other notice is read or encoded, also where the settings are not those of the last time.

    :param alongside: entered once nobody else is writing; told by an exception if it fails.
    :returns: the number of the generation.
    :raises NoticeNotFound: if no notice has that id, and no source is given.
    :raises UnreadableFile: if the file is gone, cannot be read, or is another notice's by now.
    :raises IndexLocked: if another process is writing.
    """
    with (
        writing(index_folder) as writer,
        alongside,
        Generation.open(index_folder, encoder) as last,
        spooling(writer, settings) as spool,
        closing(Reader(understand, spool, workers=1)) as reader,
    ):
        holdings = Holdings(last.tables.notices())
        task = _task(wanted, holdings)
        holdings.put(task, reader.read(task))
        contents = Contents(holdings, last, spool)
        encodings = encodings_of(contents, last, encoder, spool, silent)
        contents.relate()
        made = last.manifest
        number = publish(writer, contents, encodings, made.encoder, made.settings, silent)
        discard_old(writer)
        spool.discard({held.source for held in holdings})
    return number


def _task(wanted: Readmission, holdings: Holdings) -> Task:
    known = holdings[wanted.notice_id] if wanted.notice_id in holdings.ids else None
    source = known.source if known else wanted.source
    if source is None:
        raise NoticeNotFound(
            f"There is no notice {wanted.notice_id!r}. Run `kewen notices` to list those there are."
        )
    digest = _digest(Path(source), wanted.notice_id)
    if known is None or known.sha256 != digest:
        _refuse_twins(str(source), digest, holdings, wanted.notice_id)
    return Task(str(source), wanted.notice_id, digest, wanted.correction or None)


def _digest(source: Path, notice_id: str) -> str:
    try:
        return sha256_of(source)
    except OSError as error:
        raise UnreadableFile(
            f"The file {source.name} of the notice {notice_id} cannot be read ({error.strerror}). "
            "Put it back where it was, then try again."
        ) from error


def _refuse_twins(source: str, digest: str, holdings: Holdings, notice_id: str) -> None:
    same = [held.notice_id for held in holdings.twins(source, digest)]
    holder = holdings.from_source(source)
    if holder and holder.notice_id != notice_id:
        same.append(holder.notice_id)
    if same:
        raise UnreadableFile(
            f"The file of the notice {notice_id} has the same content as the notice {same[0]}. "
            "Remove that one first."
        )
