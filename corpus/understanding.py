"""A file in, a `Notice` with its sections, passages, figures and tasks out."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from corpus import outline, passages, reading, tasks
from corpus.cleaning import Line, lines
from corpus.correction import AS_READ, Correction
from corpus.errors import UnreadableFile
from corpus.figures import ledger
from corpus.metadata import periods
from corpus.metadata.head import head_of
from corpus.metadata.layout import Layout
from corpus.notice import Notice, Section, Years, page_at
from corpus.outlook import review_reading, review_years
from corpus.scripts import simplified
from corpus.wording import as_written


def reader_settings() -> dict[str, object]:
    """Return what determines how a notice is understood: the code and the data of this package.

    An index keeps it, and reads its notices again when it has changed.
    """
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.rglob("*")):
        if file.suffix in (".py", ".tsv"):
            digest.update(file.read_bytes())
    return {"reader": digest.hexdigest(), "passages": passages.splitter_settings()}


Sections = Callable[[str, Sequence[Line], Years | None], list[Section]]


def understand(
    path: Path,
    notice_id: str,
    *,
    correction: Correction = AS_READ,
    sections: Sections = outline.sections,
) -> Notice:
    """Read a file and return all that is understood of it.

    :param correction: what a person has set; outline, figures and tasks follow from it.
    :param sections: finds the outline; another one measures what ours is worth.
    :raises UnreadableFile: if the file cannot be read or holds nothing but page furniture.
    """
    stored = reading.read(path)
    notice = understand_text(
        stored.text,
        notice_id,
        source=str(path),
        sha256=stored.sha256,
        correction=correction,
        sections=sections,
    )
    found = (replace(each, page=page_at(stored.pages, each.start)) for each in notice.passages)
    warnings = (*notice.warnings, *stored.warnings)
    return replace(notice, passages=tuple(found), pages=stored.pages, warnings=warnings)


def understand_text(
    text: str,
    notice_id: str,
    *,
    source: str,
    sha256: str,
    correction: Correction = AS_READ,
    sections: Sections = outline.sections,
) -> Notice:
    """Return all that is understood of the stored text of a notice, as of a file without pages.

    The rules read it in simplified characters; what the notice quotes is as the text has it.

    :raises UnreadableFile: if the text holds nothing but page furniture.
    """
    simple = _Source(simplified(text), notice_id, source, sha256)
    return _in_the_words_of(correction, as_written(_understood(simple, correction, sections), text))


def _in_the_words_of(correction: Correction, notice: Notice) -> Notice:
    """Return the notice with what a person has set as they wrote it, and noted as theirs."""
    by_field = {read.field: read for read in correction.readings}
    readings = tuple(by_field.get(read.field, read) for read in notice.readings)
    return replace(notice, title=correction.title or notice.title, readings=readings)


class _Source(NamedTuple):
    """A text to be understood; the names are those of the fields of `Notice`."""

    text: str
    notice_id: str
    source: str
    sha256: str


def _understood(read: _Source, correction: Correction, sections: Sections) -> Notice:
    text, notice_id = read.text, read.notice_id
    all_lines = lines(text)
    body = [line for line in all_lines if line.kind == "body"]
    if not body:
        raise UnreadableFile("The file holds no text of a notice, only the web page around one.")
    layout = Layout.of(text, all_lines)
    head = head_of(layout, Path(read.source).stem, correction)
    # A measure without years of its own is read from the year it was issued in to its last goal.
    years = head.plan_years or periods.reach(layout, head.notice_type, head.issued_on)
    parts = sections(text, body, years)
    # A rule speaks of reports and of how laws are carried out; it looks back on no year.
    looking_back = () if periods.is_rule(layout, head.notice_type) else parts
    place, looks_back = head.place, review_reading(looking_back)
    origin = ledger.Origin(notice_id, place.name if place else None, years, place)
    return Notice(
        **read._asdict(),
        **head._asdict() | {"readings": (*head.readings, *filter(None, [looks_back]))},
        review_years=review_years(looking_back),
        sections=tuple(parts),
        passages=tuple(passages.passages(notice_id, text, all_lines, parts)),
        targets=tuple(ledger.targets(origin, text, body, parts)),
        tasks=tuple(tasks.tasks(origin, text, body, parts)),
    )
