"""The points of a list that has no lines of its own numbering: 一是…；二是…, 首先…其次…, ——…, （1）…；（2）….

A list runs inside a paragraph or stands in lines without a number. Its marks count from one, or
repeat at the starts of neighbouring lines; a single mark is no list.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.numerals import chinese_number
from corpus.sentences import Span

_HAN = "[一二三四五六七八九十]{1,3}"
# What a mark stands behind: the start of a line, a stop, a comma, a colon, a bracket or a blank.
_BEHIND = r"(?:(?<=[。；;：:，,、！？\n”）)\u3000 \t])|(?<![\s\S]))"
# Words that count may also open lines; numbers that open lines are headings.
WORDED = tuple(
    re.compile(_BEHIND + pattern)
    for pattern in (
        rf"({_HAN})[是要](?!否|不是)",
        rf"第({_HAN})(?=[，,、：:]|是)",
        r"(首先|其次|再次|最后)(?=[，,是要])",
    )
)
NUMBERED = tuple(
    re.compile(_BEHIND + pattern)
    for pattern in (
        rf"[（(]\s?({_HAN})\s?[）)]",
        r"[（(]\s?(\d{1,2})\s?[）)]",
        r"(\d{1,2})[）)]",
        r"(\d{1,2})(?:[.．](?!\d)|、(?!\d))",
    )
) + tuple(
    # Signs that nothing else is written with may stand behind any word.
    re.compile(pattern)
    for pattern in (r"([①-⑳])", r"([⑴-⒇])", r"([❶-❿])")
)
WORDS = {"首先": 1, "其次": 2, "再次": 3}
LINE_MARK = re.compile(r"(?:[—―─–-]{1,4}|[•●·■◆▪➢])[^\S\n]{0,3}(?=[^\s\d—―─–-])")
LINE = re.compile(r"[^\n]+")
FULL_STOP = re.compile(r"[。！？][”’」』》）)]{0,3}")


@dataclass(frozen=True, slots=True)
class _Mark:
    ordinal: int
    start: int
    end: int


def items(text: str, start: int, end: int) -> list[Span]:
    """Return the points of the lists in ``text[start:end]`` in order, each from its mark on.

    A point ends before the next; the last with the sentence, or with its line where the points are
    of several sentences. The points of a list inside a point of another lie within that point.
    """
    found = [span for family in (*WORDED, *NUMBERED) for span in _counted(text, family, start, end)]
    return sorted({*found, *_marked_lines(text, start, end)})


def _counted(text: str, family: re.Pattern[str], start: int, end: int) -> Iterator[Span]:
    """Yield the points of each list whose marks count: 1, 2, 3."""
    chain: list[_Mark] = []
    for mark in _marks(text, family, start, end):
        if chain and not _goes_on(text, chain[-1], mark, worded=family in WORDED):
            yield from _points(text, chain, end)
            chain = []
        if chain or mark.ordinal == 1:
            chain.append(mark)
    yield from _points(text, chain, end)


def _marks(text: str, family: re.Pattern[str], start: int, end: int) -> Iterator[_Mark]:
    last = 0
    for match in family.finditer(text, start, end):
        last = _ordinal(match[1], last)
        yield _Mark(last, match.start(), match.end())


def _ordinal(written: str, last: int) -> int:
    if written == "最后":
        return last + 1
    if written in WORDS:
        return WORDS[written]
    if written.isdecimal():
        return int(written)
    for first in "①⑴❶":
        if first <= written <= chr(ord(first) + 19):
            return ord(written) - ord(first) + 1
    return chinese_number(written)


def _goes_on(text: str, before: _Mark, mark: _Mark, *, worded: bool) -> bool:
    """Return whether a mark counts on: on the same line, or as a word that opens a later one."""
    if mark.ordinal != before.ordinal + 1:
        return False
    line = text.rfind("\n", before.start, mark.start)
    return line < 0 or (worded and not text[line + 1 : mark.start].strip())


def _points(text: str, chain: list[_Mark], end: int) -> Iterator[Span]:
    if len(chain) < 2:
        return
    for mark, following in itertools.pairwise(chain):
        yield _trimmed(text, mark.start, following.start)
    whole = any(
        FULL_STOP.search(text, mark.end, after.start) for mark, after in itertools.pairwise(chain)
    )
    yield _trimmed(text, chain[-1].start, _end_of_last(text, chain[-1].end, end, whole=whole))


def _end_of_last(text: str, start: int, end: int, *, whole: bool) -> int:
    """Return where the last point ends: with its line, or with its sentence where all are of one."""
    line = text.find("\n", start, end)
    line = end if line < 0 else line
    stop = None if whole else FULL_STOP.search(text, start, line)
    return stop.end() if stop else line


def _marked_lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the lines of each run of neighbouring lines that open with a dash or a dot."""
    run: list[Span] = []
    for line in LINE.finditer(text, start, end):
        span = _trimmed(text, line.start(), line.end())
        if span.start >= span.end:
            continue
        if LINE_MARK.match(text, span.start, span.end):
            run.append(span)
            continue
        yield from run if len(run) > 1 else ()
        run = []
    yield from run if len(run) > 1 else ()


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return Span(first, max(first, start + len(words.rstrip())))
