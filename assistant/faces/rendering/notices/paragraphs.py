"""The text of a notice as blocks of HTML, a line each; no character of it is lost."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from assistant.faces.rendering.escaping import Html, element, joined
from assistant.faces.rendering.notices.entries import Entry, entries
from assistant.faces.rendering.notices.inline import Inline
from assistant.faces.rendering.notices.marking import Marks
from assistant.faces.rendering.notices.originals import page_addresses
from assistant.faces.rendering.notices.wording import NoticeWording
from corpus.cleaning import LineKind, lines
from corpus.notice import Notice
from corpus.scripts import simplified

LINE = re.compile(r"[^\n]+")
# So many lines of a website in a row are folded; fewer are only faint.
FOLDED_FROM = 3
LOWEST_HEADING = 6


class _Block(NamedTuple):
    """A line of the text as it is shown, of which kind, and whether something in it is marked."""

    kind: LineKind
    html: Html
    is_marked: bool


def paragraphs(notice: Notice, marks: Marks, wording: NoticeWording, top: int) -> Iterator[Html]:
    """Yield the blocks that the text is shown in.

    :param top: the level of the HTML heading that the title has.
    """
    for kind, group in groupby(_Lines.of(notice, marks, wording, top), lambda block: block.kind):
        blocks = list(group)
        if kind == "chrome" and len(blocks) >= FOLDED_FROM:
            yield _folded(blocks, wording)
        else:
            yield from (block.html for block in blocks)


def _folded(blocks: Sequence[_Block], wording: NoticeWording) -> Html:
    is_open = any(block.is_marked for block in blocks)
    return element(
        "details",
        element("summary", wording.furniture.format(lines=len(blocks))),
        *(block.html for block in blocks),
        class_="furniture",
        open="open" if is_open else None,
    )


@dataclass(frozen=True, slots=True)
class _Lines:
    """What is needed to show a line: the text, its headings, and how a stretch of it is shown."""

    text: str
    headings: Sequence[Entry]
    inline: Inline
    top: int

    @classmethod
    def of(cls, notice: Notice, marks: Marks, wording: NoticeWording, top: int) -> Iterator[_Block]:
        """Yield the lines of a notice that are not empty."""
        inline = Inline(notice.text, marks, notice.pages, page_addresses(notice), wording)
        shown = cls(notice.text, entries(notice), inline, top)
        # The kinds are those that the notice was read by.
        kinds = {line.end: line.kind for line in lines(simplified(notice.text))}
        first = 0
        for match in LINE.finditer(notice.text):
            start, end = _trimmed(match)
            if start == end:
                continue
            last = first
            while last < len(shown.headings) and shown.headings[last].start < end:
                last += 1
            kind = kinds.get(end, "chrome")
            html = shown.block(start, end, kind, shown.headings[first:last])
            yield _Block(kind, html, marks.touch(start, end))
            first = last

    def block(self, start: int, end: int, kind: LineKind, headings: Sequence[Entry]) -> Html:
        """Return a line as a heading or as a paragraph."""
        if len(headings) == 1 and self._is_whole(start, end, headings[0]):
            level = min(self.top + headings[0].level, LOWEST_HEADING)
            return element(
                f"h{level}", *self._headed(start, end, headings[0]), id=headings[0].anchor
            )
        words = joined(self._run(start, end, headings))
        return element("p", words, class_=None if kind == "body" else kind)

    def _headed(self, start: int, end: int, heading: Entry) -> Iterator[Html]:
        """Yield the line of a heading, the # of Markdown before it as a sign."""
        if start < heading.start:
            sign = self.inline.shown(start, heading.start)
            yield element("span", sign, class_="sign")
        yield self.inline.shown(heading.start, end)

    def _is_whole(self, start: int, end: int, heading: Entry) -> bool:
        """Return whether nothing but signs stands in the line beside its heading."""
        beside = self.text[start : heading.start] + self.text[heading.heading_end : end]
        return not any(char.isalnum() for char in beside)

    def _run(self, start: int, end: int, headings: Sequence[Entry]) -> Iterator[Html]:
        at = start
        for heading in headings:
            last = min(heading.heading_end, end)
            yield self.inline.shown(at, heading.start)
            words = self.inline.shown(heading.start, last)
            yield element("strong", words, id=heading.anchor, class_="run-in")
            at = last
        yield self.inline.shown(at, end)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """Return where a line begins and ends without the white space around it."""
    line = match[0].rstrip()
    end = match.start() + len(line)
    return end - len(line.lstrip()), end
