"""All headings of a notice in the order of the text, document by document."""

import re
from collections.abc import Iterator, Sequence

from corpus.annexes import listed_annexes
from corpus.cleaning import Line
from corpus.heading_lines import PERIOD, names_part, opens_body
from corpus.headings import Heading, is_row, numbered, unnumbered
from corpus.ladder import counted
from corpus.metadata.dates import is_date_line
from corpus.openings import opening
from corpus.sentences import Span

CONTENTS = re.compile(r"[#\s]{0,8}目\s{0,6}[录次]")
LONGEST_ENTRY = 60
PAGE_NUMBER = "0123456789.·… \t\u3000-"


def headings(text: str, body: Sequence[Line]) -> list[list[Heading]]:
    """Return the headings of each document in the text: a covering notice, then what it prints."""
    left_out = listed_annexes(text, body) | _contents(text, body)
    documents = [counted(list(_headings(text, part, left_out))) for part in _documents(text, body)]
    return documents


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
        yield found
        yield from _run_in(text, found.end + 1, line.end) if found.leads else ()
    elif (found is None and not in_front and names_part(text, last, line, below)) or (
        found is None
        and in_front
        and PERIOD.fullmatch(text, line.start, line.end)
        and below
        and opens_body(below)
    ):
        yield unnumbered("line", text, Span(line.start, line.end))
    elif found is None:
        yield from _run_in(text, line.start, line.end)


def _run_in(text: str, start: int, end: int) -> Iterator[Heading]:
    while start < end and text[start].isspace():
        start += 1
    span = opening(text, start, end)
    if span:
        yield unnumbered("opening", text, span, leads=True)


def _heads_text(found: Heading, below: str | None) -> bool:
    """Return whether a Markdown heading in the front of a document is none of its title."""
    return found.depth > 1 and below is not None and opens_body(below) and below[0] not in "（("


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
