"""Whether the quotes that a sentence cites carry it: its numbers and its quotations stand in them.

What a label says of the notice (its place, year, title, number, day) is known of the notice and need
not stand in the quote. Wording beyond numbers and quotations is not judged here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answers.answer import Answer, Citation
from eval.gold.locating import Notices
from eval.measures.wording import normalise

MARKER = re.compile(r"\[(\d{1,4})\]")
NUMBER = re.compile(r"(\d+(?:\.\d+)?)(万亿|百万|千万|[千万亿])?")
QUOTATION = re.compile(r"「([^」\n]{1,2000})」")
SCALES = {"千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12}
THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of an answer and the markers it ends in."""

    text: str
    markers: tuple[int, ...]


def statements(answer: Answer) -> Iterator[Statement]:
    """Yield the lines of an answer that cite something."""
    for line in answer.text.split("\n"):
        markers = tuple(int(number) for number in MARKER.findall(line))
        if markers:
            yield Statement(MARKER.sub("", line), markers)


def supported_share(answer: Answer, notices: Notices) -> float | None:
    """Return the share of citing lines whose quotes carry them; None where no line cites."""
    found = [is_supported(line, answer.citations, notices) for line in statements(answer)]
    return sum(found) / len(found) if found else None


def is_supported(statement: Statement, citations: Sequence[Citation], notices: Notices) -> bool:
    """Return whether the cited quotes hold every number and quotation of the statement.

    A marker without a citation carries nothing.
    """
    by_marker = {citation.marker: citation for citation in citations}
    if not all(marker in by_marker for marker in statement.markers):
        return False
    cited = [by_marker[marker] for marker in statement.markers]
    quotes = normalise("\n".join(citation.quote for citation in cited))
    quoted = all(_holds(quotes, part) for part in QUOTATION.findall(statement.text))
    known = _values(quotes) | _values("\n".join(_imprint(citation, notices) for citation in cited))
    written = QUOTATION.sub("", statement.text)
    return quoted and all(values & known for values in _numbers(written))


def _holds(quotes: str, quotation: str) -> bool:
    """Return whether the quotes hold a quotation; one shortened by … in pieces."""
    return all(normalise(piece) in quotes for piece in quotation.split("…"))


def _imprint(citation: Citation, notices: Notices) -> str:
    """Return what is known of the notice of a citation and of where the quote stands in it."""
    notice = notices.get(citation.notice_id)
    periods = (citation.years, notice.plan_years if notice else None)
    years = [year for period in periods if period for year in (period.first, period.last)]
    known = (citation.title, citation.place, citation.document_number, citation.issued_on)
    section = (*citation.section_path, *years, citation.page)
    return "\n".join(str(part) for part in (*known, *section) if part is not None)


def _values(text: str) -> set[float]:
    return {value for values in _numbers(text) for value in values}


def _numbers(text: str) -> Iterator[set[float]]:
    """Yield each number as it is written and, before 万 or 亿, as it is meant: 1.2万 is 12,000."""
    for number, scale in NUMBER.findall(THOUSANDS.sub("", text)):
        written = float(number)
        yield {round(written, 6), round(written * SCALES.get(scale, 1), 6)}
