"""All headings of a notice in the order of the text, document by document."""

import re
from collections.abc import Iterator, Sequence

from corpus.annexes import listed_annexes
from corpus.cleaning import Line
from corpus.heading_lines import PERIOD, is_prose, names_part, opens_body
from corpus.headings import Heading, is_row, numbered, unnumbered
from corpus.ladder import counted
from corpus.metadata.dates import is_date_line
from corpus.openings import opening
from corpus.sentences import Span

CONTENTS = re.compile(r"[#\s]{0,8}目\s{0,6}[录次]")
LONGEST_ENTRY = 60
PAUSE = re.compile("[，,]")
PAGE_NUMBER = "0123456789.·… \t\u3000-"


def headings(text: str, body: Sequence[Line]) -> list[list[Heading]]:
    """Return the headings of each document in the text: a covering notice, then what it prints."""
    left_out = listed_annexes(text, body) | _contents(text, body)
    return [counted(list(_headings(text, part, left_out))) for part in _documents(text, body)]


def _documents(text: str, body: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield the lines of each document: a new one begins below the date of a signature (成文日期)."""
    start, opened, signed = 0, False, False
    for index, line in enumerate(body):
        words = text[line.start : line.end]
        if signed and not is_date_line(words):
            yield body[start:index]
            start, opened = index, False
        signed = opened and is_date_line(words)
        opened = opened or opens_body(words)
    yield body[start:]


def _headings(text: str, body: Sequence[Line], left_out: set[int]) -> Iterator[Heading]:
    in_front, last = True, None
    for index, line in enumerate(body):
        words = text[line.start : line.end]
        if line.start in left_out or is_row(text, line):
            last = words
            continue
        found = list(_of_line(text, body, index, in_front, last))
        in_front = in_front and not found and not opens_body(words)
        last = None if found and found[-1].end >= line.end - 1 else words
        yield from found


def _of_line(
    text: str, body: Sequence[Line], index: int, in_front: bool, last: str | None
) -> Iterator[Heading]:
    line = body[index]
    after = body[index + 1] if index + 1 < len(body) else None
    below = text[after.start : after.end] if after else None
    found = numbered(text, line)
    if found and not (found.kind == "markdown" and in_front and not _heads_text(found, below)):
        yield from _marked(text, line, found)
    elif found is None and _is_heading_line(text, line, in_front, last, below):
        yield unnumbered("line", text, Span(line.start, line.end))
    elif found is None:
        yield from _run_in(text, line.start, line.end)


def _marked(text: str, line: Line, found: Heading) -> Iterator[Heading]:
    """Yield a heading with its marker, and the one that its line goes on with (第四条 一、…)."""
    yield found
    if found.leads and not found.text:
        second = numbered(text, Line(found.end, line.end, line.kind))
        yield from _marked(text, line, second) if second else ()
    elif found.leads:
        yield from _run_in(text, found.end + 1, line.end, below=True)


def _is_heading_line(
    text: str, line: Line, in_front: bool, last: str | None, below: str | None
) -> bool:
    if not in_front:
        return names_part(text, last, line, below)
    named = PERIOD.fullmatch(text, line.start, line.end)
    return bool(named and below and opens_body(below))


def _run_in(text: str, start: int, end: int, *, below: bool = False) -> Iterator[Heading]:
    """Yield the heading without number that words open with; `below` another on the same line."""
    while start < end and text[start].isspace():
        start += 1
    span = opening(text, start, end)
    if span and not (below and PAUSE.search(text, *span)):
        yield unnumbered("opening", text, span, leads=True)


def _heads_text(found: Heading, below: str | None) -> bool:
    """Return whether a Markdown heading in the front of a document is none of its title."""
    return (
        found.depth > 1
        and below is not None
        and is_prose(below)
        and below[0] not in "（("
        and "〔" not in found.text
    )


def _contents(text: str, body: Sequence[Line]) -> set[int]:
    """Return where the lines of a table of contents begin: their words come again below it."""
    for index, line in enumerate(body):
        if not CONTENTS.fullmatch(text, line.start, line.end):
            continue
        entries: list[Line] = []
        for entry in body[index + 1 :]:
            words = _entry(text, entry)
            if entry.end - entry.start > LONGEST_ENTRY or (
                entries and words == _entry(text, entries[0])
            ):
                break
            entries.append(entry)
        return {line.start, *(entry.start for entry in entries)}
    return set()


def _entry(text: str, line: Line) -> str:
    words = text[line.start : line.end].rstrip(PAGE_NUMBER)
    return "".join(char for char in words if char.isalnum())
