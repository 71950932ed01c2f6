"""The outline of a notice, as sections with offsets."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.cleaning import Line
from corpus.finding import headings
from corpus.headings import Heading
from corpus.ladder import levels
from corpus.neighbours import with_next
from corpus.notice import Section, Years
from corpus.outlook import OPENING, looking_back, outlook, told_first, turned
from corpus.sentences import Span


def sections(text: str, body: Sequence[Line], plan_years: Years | None) -> list[Section]:
    """Return the sections in text order; the first, of level 0, is what stands before any heading.

    :param body: the lines of the notice proper, as `corpus.cleaning.lines` finds them.
    """
    if not body:
        return []
    headed = outline(text, body)
    found = _opened(text, body, headed, plan_years)
    told = told_first(found, text)
    if told and plan_years:
        found = _opened(text, body, headed, plan_years, told)
    return _closed(text, found)


def _opened(
    text: str,
    body: Sequence[Line],
    headed: Sequence[tuple[Heading, int]],
    plan_years: Years | None,
    told: Section | None = None,
) -> list[Section]:
    """Return the sections, each to the end of the notice; `told` is one that is known to look back."""
    end = body[-1].end
    first = Section(0, "", "", (), body[0].start, end, "plan", plan_years)
    found, opened = [first], [first]
    for heading, level in headed:
        while opened[-1].level >= level:
            opened.pop()
        above = opened[-1]
        told_so_far = text[above.start + len(above.heading) : heading.start]
        parent = turned(above, told_so_far, plan_years)
        section = _section(text, heading, level, parent, end, plan_years)
        if told and section.start == told.start:
            section = looking_back(section, plan_years)
        opened.append(section)
        found.append(section)
    return found


def outline(text: str, body: Sequence[Line]) -> list[tuple[Heading, int]]:
    """Return the headings of a notice in text order, each with its level from 1."""
    return [
        (heading, level)
        for document in headings(text, body)
        for heading, level in zip(document, levels(document), strict=True)
    ]


def lines_from(section: Section, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of whatever kind that touch a section."""
    first = bisect_right(lines, section.start, key=lambda line: line.end)
    for index in range(first, len(lines)):
        if lines[index].start >= section.end:
            return
        yield lines[index]


def own_lines(section: Section, body: Sequence[Line]) -> Iterator[Span]:
    """Yield the stretches of the body lines that lie in a section."""
    for line in lines_from(section, body):
        if line.kind == "body":
            yield Span(max(line.start, section.start), min(line.end, section.end))


def _section(
    text: str, heading: Heading, level: int, parent: Section, end: int, plan_years: Years | None
) -> Section:
    body = text[heading.end : heading.end + OPENING].lstrip("。：:")
    role, years = outlook(heading.text, body, parent, plan_years)
    path = (*parent.path, heading.title)
    return Section(level, heading.marker, heading.title, path, heading.start, end, role, years)


def _closed(text: str, found: list[Section]) -> list[Section]:
    """End each section where the next begins."""
    closed = []
    for section, following in with_next(found):
        end = following.start if following else section.end
        stripped = len(text[section.start : end].rstrip())
        closed.append(replace(section, end=section.start + stripped))
    return [section for section in closed if section.start < section.end]
