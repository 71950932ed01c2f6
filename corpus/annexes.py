"""The list of annexes above a signature (附件说明, GB/T 9704-2012 7.3.4): none of it is a heading."""

import re
from collections.abc import Iterator, Sequence

from corpus.cleaning import Line
from corpus.headings import is_row
from corpus.metadata.dates import dated_end, is_date_line

ANNEX = re.compile(r"附\s{0,4}件\s{0,4}([一二三四五六七八九十\d]{0,3})\s{0,4}(?:[:：.、]\s{0,4}|$)")
ENTRY = re.compile(r"\d{1,2}\s{0,4}[.．、]")
LONGEST_ENTRY = 80
SIGNATURE_LINES = 5


def listed_annexes(text: str, body: Sequence[Line]) -> set[int]:
    """Return where the lines of the lists of annexes begin."""
    found: set[int] = set()
    for index, line in enumerate(body):
        if ANNEX.match(text, line.start, line.end) and line.start not in found:
            entries = list(_entries(text, body, index))
            if _is_list(text, body, index, len(entries)):
                found.update(entry.start for entry in entries)
    return found


def _entries(text: str, body: Sequence[Line], index: int) -> Iterator[Line]:
    """Yield the line of an annex and the numbered names and further annexes that follow at once."""
    yield body[index]
    for line in body[index + 1 :]:
        short = line.end - line.start <= LONGEST_ENTRY and not is_row(text, line)
        is_entry = ENTRY.match(text, line.start, line.end) or ANNEX.match(
            text, line.start, line.end
        )
        if not (short and is_entry) or text[line.end - 1] in "。；;：:":
            return
        yield line


def _is_list(text: str, body: Sequence[Line], index: int, length: int) -> bool:
    """Return whether a signature follows, nothing follows, or the annex itself begins further on."""
    below = [text[line.start : line.end] for line in body[index + length :]]
    signed = any(is_date_line(line) or dated_end(line) for line in below[:SIGNATURE_LINES])
    if signed or not below:
        return True
    first = ANNEX.match(text, body[index].start, body[index].end)
    names = first is not None and first.end() < body[index].end
    return names and any(ANNEX.match(line) for line in below) and not _has_number(first)


def _has_number(match: re.Match[str] | None) -> bool:
    return bool(match and match[1])
