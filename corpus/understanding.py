"""A file in, a `Notice` with its sections, passages, figures and tasks out."""

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from corpus import outline, passages, reading, tasks
from corpus.cleaning import Line, lines
from corpus.errors import UnreadableFile
from corpus.figures import ledger
from corpus.metadata import issuers, labels, locating, numbering, periods, titles
from corpus.notice import Notice, Years
from corpus.places import Place


def reader_settings() -> dict[str, object]:
    """Return what determines how a notice is understood: the code and the data of this package.

    An index keeps it, and reads its notices again when it has changed.
    """
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.rglob("*")):
        if file.suffix in (".py", ".tsv"):
            digest.update(file.read_bytes())
    return {"reader": digest.hexdigest(), "passages": passages.splitter_settings()}


def understand(path: Path, notice_id: str) -> Notice:
    """Read a file and return all that is understood of it.

    :raises UnreadableFile: if the file cannot be read or holds nothing but page furniture.
    """
    stored = reading.read(path)
    return understand_text(stored.text, notice_id, source=str(path), sha256=stored.sha256)


def understand_text(text: str, notice_id: str, *, source: str, sha256: str) -> Notice:
    """Return all that is understood of the stored text of a notice.

    :raises UnreadableFile: if the text holds nothing but page furniture.
    """
    all_lines = lines(text)
    body = [line for line in all_lines if line.kind == "body"]
    if not body:
        raise UnreadableFile("The file holds no text of a notice, only the web page around one.")
    head = _head(text, all_lines, source)
    parts = outline.sections(text, body, head.plan_years)
    place = head.place
    origin = ledger.Origin(notice_id, place.name if place else None, head.plan_years, place)
    return Notice(
        notice_id=notice_id,
        source=source,
        sha256=sha256,
        text=text,
        **head._asdict(),
        sections=tuple(parts),
        passages=tuple(passages.passages(notice_id, text, all_lines, parts)),
        targets=tuple(ledger.targets(origin, text, body, parts)),
        tasks=tuple(tasks.tasks(origin, text, body, parts)),
    )


class _Head(NamedTuple):
    """What a notice says of itself; the names are those of the fields of `Notice`."""

    title: str
    issuer: str | None
    document_number: str | None
    issued_on: date | None
    plan_years: Years | None
    place: Place | None
    warnings: tuple[str, ...]


def _head(text: str, all_lines: Sequence[Line], source: str) -> _Head:
    table = labels.cells(text, all_lines)
    title = titles.title(text, all_lines, table) or Path(source).stem
    issuer = issuers.issuer(text, all_lines, title, table)
    number = numbering.document_number(text, all_lines, table)
    issued = periods.issued_on(text, all_lines, table)
    prose = "\n".join(text[line.start : line.end] for line in all_lines if line.kind == "body")
    years = periods.plan_years(title, issued, prose)
    place, doubt = locating.place_of(title, issuer, prose)
    return _Head(title, issuer, number, issued, years, place, _warnings(doubt, years))


def _warnings(doubt: str | None, years: Years | None) -> tuple[str, ...]:
    no_years = "No year was found in the title, the date of issue or the first lines."
    return tuple(filter(None, (doubt, None if years else no_years)))
