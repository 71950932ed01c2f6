"""All headings of a notice in the order of the text, document by document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.annexes import listed_annexes
from corpus.cleaning import Line
from corpus.heading_lines import PERIOD, is_prose, names_part, opens_body
from corpus.headings import Heading, is_row, numbered, unnumbered
from corpus.ladder import counted
from corpus.metadata.dates import is_date_line
from corpus.metadata.titles import TITLE_END
from corpus.openings import opening, openings, parallel
from corpus.sentences import Span

CONTENTS = re.compile(r"[#\s]{0,8}目\s{0,6}[录次]")
LONGEST_ENTRY = 60
PAUSE = re.compile("[，,]")
NAMED = re.compile("《([^》\n]{4,80}+)》")
BOLD = "*"
ANNOUNCING = re.compile(
    r"(?:[一二两三四五六七八九十几]{1,3}(?:个方面|[个项件条点大])|以下|如下|下列)[^。：:]{0,20}[。：:]$"
)
PAGE_NUMBER = "0123456789.·… \t\u3000-"


def headings(text: str, body: Sequence[Line]) -> list[list[Heading]]:
    """Return the headings of each document in the text: a covering notice, then what it prints."""
    printed = _printed_title(text, body)
    left_out = listed_annexes(text, body) | _contents(text, body) | printed
    documents = _documents(text, body, printed)
    return [counted(list(_headings(text, part, left_out))) for part in documents]


def _printed_title(text: str, body: Sequence[Line]) -> set[int]:
    """Return where the title begins that a covering notice names: 关于印发《…》的通知."""
    named: set[str] = set()
    opened = False
    for line in body:
        words = text[line.start : line.end]
        if opened and _letters(words) in named:
            return {line.start}
        opened = opened or opens_body(words)
        if not opened:
            named.update(_letters(name) for name in NAMED.findall(words))
    return set()


def _documents(text: str, body: Sequence[Line], printed: set[int]) -> Iterator[Sequence[Line]]:
    """Yield the lines of each document: one begins below the date of a signature (成文日期)."""
    start, opened, signed = 0, False, False
    for index, line in enumerate(body):
        words = text[line.start : line.end]
        if line.start in printed or (signed and not is_date_line(words)):
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
        if found and last and ANNOUNCING.search(last, max(0, len(last) - LONGEST_ENTRY)):
            found[0] = replace(found[0], announced=True)
        in_front = in_front and not found and not opens_body(words)
        # A short article is the text of a law, however much of it is shown as its heading.
        whole = found and found[-1].end >= line.end - 1 and found[-1].kind != "article"
        last = None if whole else words
        yield from found


def _of_line(
    text: str, body: Sequence[Line], index: int, in_front: bool, last: str | None
) -> Iterator[Heading]:
    line = body[index]
    after = body[index + 1] if index + 1 < len(body) else None
    below = text[after.start : after.end] if after else None
    found = numbered(text, line)
    if found and not (found.kind == "markdown" and in_front and not _heads_text(found, below)):
        yield from _marked(text, line, found, after)
    elif found is None and _is_heading_line(text, line, in_front, last, below):
        yield unnumbered("line", text, Span(line.start, line.end))
    elif found is None:
        first = _run_in(text, line.start, line.end) or _parallel(text, body, index)
        taken = {heading.start for heading in first}
        yield from first
        yield from (h for h in _inside(text, line.start, line.end) if h.start not in taken)


def _marked(text: str, line: Line, found: Heading, after: Line | None) -> Iterator[Heading]:
    """Yield a heading with its marker, and those that its line goes on with (第四条 一、…)."""
    yield found
    if found.leads and not found.text:
        second = numbered(text, Line(found.end, line.end, line.kind))
        yield from _marked(text, line, second, after) if second else ()
    elif found.leads:
        below = _inside(text, found.end + 1, line.end)
        yield from below or _first_of_more(text, found.end + 1, line.end, after)


def _is_heading_line(
    text: str, line: Line, in_front: bool, last: str | None, below: str | None
) -> bool:
    if not in_front:
        return names_part(text, last, line, below)
    named = PERIOD.fullmatch(text, line.start, line.end)
    return bool(named and below and opens_body(below))


def _inside(text: str, start: int, end: int) -> list[Heading]:
    """Return the sub-headings inside a paragraph: …。强化众创集聚地建设。根据…."""
    return [unnumbered("opening", text, span, leads=True) for span in openings(text, start, end)]


def _first_of_more(text: str, start: int, end: int, after: Line | None) -> list[Heading]:
    """Return the heading that follows a numbered one on its line if the next paragraph has one."""
    goes_on = after and not numbered(text, after) and opening(text, after.start, after.end)
    found = _run_in(text, start, end) if goes_on else []
    return [heading for heading in found if not PAUSE.search(heading.text)]


def _run_in(text: str, start: int, end: int) -> list[Heading]:
    """Return the heading without number that the words of a paragraph open with."""
    while start < end and (text[start].isspace() or text[start] == BOLD):
        start += 1
    span = opening(text, start, end)
    return [unnumbered("opening", text, span, leads=True)] if span else []


def _parallel(text: str, body: Sequence[Line], index: int) -> list[Heading]:
    """Return the heading that a paragraph opens with as the one beside it does."""
    beside = range(max(0, index - 1), min(len(body), index + 2))
    lines = [Span(body[place].start, body[place].end) for place in beside]
    span = parallel(text, lines, beside.index(index))
    return [unnumbered("opening", text, span, leads=True)] if span else []


def _heads_text(found: Heading, below: str | None) -> bool:
    """Return whether a Markdown heading in the front of a document is none of its title."""
    named = TITLE_END.search(found.text) and not PERIOD.fullmatch(found.text)
    return (
        found.depth > 1
        and below is not None
        and is_prose(below)
        and below[0] not in "（("
        and "〔" not in found.text
        and not named
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
    return _letters(text[line.start : line.end].rstrip(PAGE_NUMBER))


def _letters(words: str) -> str:
    return "".join(char for char in words if char.isalnum())
