"""The outline of a notice, as sections with offsets.

Real notices skip rungs of the ladder that GB/T 9704-2012 7.3.3 prescribes, so the level of a
heading is its depth among the kinds of markers open above it, not a fixed rung.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.cleaning import SHORT_LINE, Line
from corpus.markers import Heading, heading_of
from corpus.neighbours import with_next
from corpus.notice import Section, Years
from corpus.outlook import OPENING, PLAIN_HEADING, outlook
from corpus.sentences import Span

# A heading of these kinds closes everything above it.
TOP_KINDS = frozenset({"annex", "part", "plain"})
UNNUMBERED = frozenset({"markdown", "annex", "plain"})


def sections(text: str, body: Sequence[Line], plan_years: Years | None) -> list[Section]:
    """Return the sections in text order; the first, of level 0, is what stands before any heading.

    :param body: the lines of the notice proper, as `corpus.cleaning.lines` finds them.
    """
    if not body:
        return []
    end = body[-1].end
    first = Section(0, "", "", (), body[0].start, end, "plan", plan_years)
    found, opened = [first], [first]
    for level, heading in _headings(text, body):
        while opened[-1].level >= level:
            opened.pop()
        section = _section(text, heading, level, opened[-1], end, plan_years)
        opened.append(section)
        found.append(section)
    return _closed(text, found)


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


@dataclass(slots=True)
class _Ladder:
    """The kinds of markers that are open, and the last number of each kind."""

    kinds: list[str] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)

    def continues(self, heading: Heading) -> bool:
        """Return whether the number goes on from the last of its kind, or starts a new series.

        A bare "2016. " at the start of a line, or item 7 of nothing, is a number in the text.
        """
        if heading.kind in UNNUMBERED or heading.ordinal == 1:
            return True
        before = self.last.get(heading.kind)
        return before is not None and before < heading.ordinal <= before + 3

    def climb(self, heading: Heading) -> int:
        """Open the kind of the heading and return its level, from 1."""
        self.last[heading.kind] = heading.ordinal
        if heading.kind in TOP_KINDS:
            self.kinds.clear()
        if heading.kind in self.kinds:
            del self.kinds[self.kinds.index(heading.kind) + 1 :]
        else:
            self.kinds.append(heading.kind)
        return len(self.kinds)


def _headings(text: str, body: Sequence[Line]) -> Iterator[tuple[int, Heading]]:
    """Yield each heading with its level."""
    ladder = _Ladder()
    prose_seen = False
    for line in body:
        heading = heading_of(text, line) or (_plain(text, line) if prose_seen else None)
        prose_seen = prose_seen or line.end - line.start > SHORT_LINE
        if heading and ladder.continues(heading):
            yield ladder.climb(heading), heading


def _plain(text: str, line: Line) -> Heading | None:
    """Return the heading that a line is by its words alone: 2015年工作回顾."""
    if line.end - line.start > SHORT_LINE or not PLAIN_HEADING.fullmatch(
        text, line.start, line.end
    ):
        return None
    return Heading("plain", "", 1, text[line.start : line.end], line.start, line.end)


def _section(
    text: str, heading: Heading, level: int, parent: Section, end: int, plan_years: Years | None
) -> Section:
    body = text[heading.end : heading.end + OPENING].lstrip("。：:")
    role, years = outlook(heading.text.strip(), body, parent, plan_years)
    title = f"{heading.marker}{heading.text.strip().rstrip('。；;')}"
    path = (*parent.path, title)
    return Section(level, heading.marker, title, path, heading.start, end, role, years)


def _closed(text: str, found: list[Section]) -> list[Section]:
    """End each section where the next begins."""
    closed = []
    for section, following in with_next(found):
        end = following.start if following else section.end
        stripped = len(text[section.start : end].rstrip())
        closed.append(replace(section, end=section.start + stripped))
    return [section for section in closed if section.start < section.end]
