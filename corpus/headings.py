"""What of a line is a heading: the marker and the words up to the text that runs on behind them."""

import re
from dataclasses import dataclass

from corpus.cleaning import Line
from corpus.markers import Marker, marker_at
from corpus.sentences import Span

MARKDOWN = re.compile(r"(#{1,6})[^\S\n]{1,9}")
# The sign before a point of a list: - （一）申请书；
LIST_SIGN = re.compile(r"[-*+•·●■◆➢][^\S\n]{1,9}")
STOP = re.compile("[。；;]")
STOP_IN_LINE = re.compile("[。；;！？]")
STOP_OR_COLON = re.compile("[。；;:：]")
COLON = re.compile("[:：]")
COMMA = re.compile("[，,]")
HEADING_LINE = 60
RUN_IN_HEADING = 40
# 3.1 is a heading on a short line of its own or before words; 12 总则 only on a short line.
BARE_NUMBER = re.compile(r"(\d{1,2})[^\S\n]{1,9}(?=[\u4e00-\u9fff][^。；;，,：:\n]{1,24}$)")
SENTENCE_END = "。：:；;"
SALUTATION = re.compile(r"(?:各位|同志们|尊敬的)[^。\n]{0,30}[:：！!]$")
TAB_ROW = re.compile(r"[^\t\n]{0,120}+\t[^\t\n]{0,120}+\t")
LABELLED_ROW = re.compile(r"(?:[^：；;。，、．.\n]{1,15}：[^；;\n]{0,60}；){2}|序号[：:]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as found: ``text[start:end]`` is the marker and the words after it.

    `kind` is that of the marker, or markdown, line and opening for those without one; `depth`
    counts the # before it; `leads` says that more follows on its line, `announced` that the line
    above says a list follows (抓好五个方面的工作：).
    """

    kind: str
    ordinal: int
    series: str
    marker: str
    text: str
    start: int
    end: int
    depth: int = 0
    leads: bool = False
    announced: bool = False

    @property
    def title(self) -> str:
        """The heading as it is shown: 第一条 总则 and 一、总则."""
        apart = " " if self.marker[:1] == "第" and self.text else ""
        return f"{self.marker}{apart}{self.text}"


def numbered(text: str, line: Line) -> Heading | None:
    """Return the heading with a marker, or with the # of Markdown, that a line opens with."""
    if is_row(text, line):
        return None
    start, depth = _behind_signs(text, line)
    marker = marker_at(text, start, line.end) or _bare_number(text, start, line.end)
    if marker and marker.kind == "nth" and STOP_IN_LINE.search(text, marker.end, line.end):
        return None
    if marker is None:
        found = depth and start < line.end and not _is_said(text, start, line.end)
        return unnumbered("markdown", text, Span(start, line.end), depth) if found else None
    second = marker_at(text, marker.end, line.end)
    end = marker.end if second else _heading_end(text, marker.end, line.end)
    written = text[marker.start : marker.end].strip()
    words = text[marker.end : end].strip().rstrip("。；;")
    leads = end + 1 < line.end or second is not None
    return Heading(
        marker.kind, marker.ordinal, marker.series, written, words, start, end, depth, leads
    )


def _is_said(text: str, start: int, end: int) -> bool:
    """Return whether a line with # is a salutation or a sentence (一年来，重点做了以下工作：)."""
    sentence = text[end - 1] in SENTENCE_END and COMMA.search(text, start, end)
    return bool(sentence or SALUTATION.match(text, start, end))


def unnumbered(kind: str, text: str, span: Span, depth: int = 0, *, leads: bool = False) -> Heading:
    """Return the heading of a kind without marker that a stretch of the text is."""
    words = text[span.start : span.end].strip()
    return Heading(kind, 1, "", "", words, span.start, span.end, depth, leads)


def is_row(text: str, line: Line) -> bool:
    """Return whether the line is a row of a table, as the readers of files write them."""
    return (
        text[line.start] in "|｜"
        or TAB_ROW.match(text, line.start, line.end) is not None
        or LABELLED_ROW.match(text, line.start, line.end) is not None
    )


def _behind_signs(text: str, line: Line) -> tuple[int, int]:
    """Return where the words of a line begin behind # and list signs, and how many # there are."""
    sharps = MARKDOWN.match(text, line.start, line.end)
    start = sharps.end() if sharps else line.start
    sign = LIST_SIGN.match(text, start, line.end)
    if sign and marker_at(text, sign.end(), line.end):
        start = sign.end()
    return start, len(sharps[1]) if sharps else 0


def _bare_number(text: str, start: int, end: int) -> Marker | None:
    match = BARE_NUMBER.match(text, start, end)
    return Marker("arabic", int(match[1]), "", start, match.end()) if match else None


def _heading_end(text: str, start: int, end: int) -> int:
    """Return where the heading ends: with the line, or before the text that runs on after it."""
    is_sentence = start < end and text[end - 1] in "。；;"
    if end - start <= HEADING_LINE and not STOP.search(text, start, max(start, end - 1)):
        colon = COLON.search(text, start, end) if is_sentence else None
        return colon.start() if colon else end
    limit = min(end, start + RUN_IN_HEADING)
    found = STOP_OR_COLON.search(text, start, limit) or COMMA.search(text, start, limit)
    return found.start() if found else limit
