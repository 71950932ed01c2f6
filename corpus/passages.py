"""Passages: pieces of one section each, or the points of one sentence, small enough to be read."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.cleaning import Line
from corpus.cutting import PASSAGE_CHARACTERS, SEPARATORS, Unit, split, units
from corpus.neighbours import with_next
from corpus.notice import Passage, Section
from corpus.outline import lines_from
from corpus.sentences import Span

__all__ = ["PASSAGE_CHARACTERS", "neighbours", "passages", "split", "splitter_settings"]
# Points of one sentence (（一）申请书；（二）…) share a passage, with the sentence that leads to them.
# Joining small sections that are sentences of their own was measured too (eval.benchmarks.passages,
# `kewen eval`): the right one came first less often, 0.52 of the development questions, not 0.61.
SMALL_SECTION = 200
GOES_ON = "；;，,、"
LEADS = "：:"
# What a passage costs, against the costs of cuts: fewer, fuller ones unless the cut is bad.
PER_PASSAGE = 3.0
SHORT, PER_SHORT = 150, 3.0


def splitter_settings() -> dict[str, object]:
    """Return what determines the cut, for the manifest of an index."""
    return {"characters": PASSAGE_CHARACTERS, "separators": SEPARATORS, "joined": SMALL_SECTION}


def passages(
    notice_id: str, text: str, body: Sequence[Line], sections: Sequence[Section]
) -> list[Passage]:
    """Return the passages in text order; none holds a line of page furniture.

    None crosses a section, but for the points of one sentence that are numbered lines: they share
    one with the sentence that leads to them, under its heading. A section that is only a heading
    above sub-sections, and no sentence that leads to them, gives none: it is in their paths.
    """
    pieces = _joined(
        [p for s, f in with_next(sections) for p in _of_section(text, body, s, f)], text, body
    )
    return [
        Passage(
            f"{notice_id}#{number}",
            notice_id,
            piece.path,
            text[piece.start : piece.end],
            piece.start,
            piece.end,
            piece.section.years,
            piece.section.role,
        )
        for number, piece in enumerate(pieces)
    ]


def neighbours(found: Sequence[Passage], passage_id: str) -> tuple[Passage | None, Passage | None]:
    """Return the passages before and after one among those of its notice; None at either end."""
    place = next(i for i, passage in enumerate(found) if passage.passage_id == passage_id)
    before = found[place - 1] if place else None
    return before, found[place + 1] if place + 1 < len(found) else None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A passage to be: `whole` if it is all of its section, or of several."""

    section: Section
    path: tuple[str, ...]
    start: int
    end: int
    whole: bool


def _of_section(
    text: str, body: Sequence[Line], section: Section, following: Section | None
) -> Iterator[_Piece]:
    leads = text[section.end - 1] in LEADS
    if _is_bare_heading(text, section, following) and not leads:
        return
    spans = list(_cut(text, section, body))
    whole = len(spans) == 1 and not (following and following.level > section.level)
    for span in spans:
        yield _Piece(section, section.path, span.start, span.end, whole)


def _is_bare_heading(text: str, section: Section, following: Section | None) -> bool:
    deeper = following is not None and following.level > section.level
    return deeper and _letters(text[section.start : section.end]) == _letters(section.heading)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _joined(pieces: Sequence[_Piece], text: str, body: Sequence[Line]) -> list[_Piece]:
    """Join the points of one sentence, up to the size of a passage."""
    furniture = [line.start for line in body if line.kind != "body"]
    found: list[_Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        path = _shared_path(last, piece, text[last.end - 1]) if last else None
        if last and path is not None and not _any_between(furniture, last.end, piece.start):
            found[-1] = _Piece(piece.section, path, last.start, piece.end, whole=True)
        else:
            found.append(piece)
    return found


def _any_between(places: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(places, start) < bisect_left(places, end)


def _shared_path(last: _Piece, piece: _Piece, ending: str) -> tuple[str, ...] | None:
    """Return the path of two pieces that share a passage: that of what stands above both."""
    a, b = last.section, piece.section
    above = b.path[:-1]
    goes_on = ending in GOES_ON and last.whole and a.path[:-1] == above
    leads = ending in LEADS and a.path == above
    fits = piece.end - last.start <= PASSAGE_CHARACTERS and piece.end - piece.start <= SMALL_SECTION
    alike = b.level > 0 and piece.whole and (a.role, a.years) == (b.role, b.years)
    return above if (goes_on or leads) and fits and alike else None


def _cut(text: str, section: Section, body: Sequence[Line]) -> Iterator[Span]:
    heading_end = section.start + len(section.heading)
    for block in _blocks(section, body):
        yield from _packed(units(text, block, heading_end))


def _packed(found: Sequence[Unit]) -> list[Span]:
    """Return the units in passages of bounded size at the least cost of cuts, passages and scraps."""
    best = [0.0] + [float("inf")] * len(found)
    cut = [0] * (len(found) + 1)
    for end in range(1, len(found) + 1):
        for start in range(end - 1, -1, -1):
            size = found[end - 1].end - found[start].start
            if size > PASSAGE_CHARACTERS and start < end - 1:
                break
            price = best[start] + PER_PASSAGE + (found[start].cost if start else 0.0)
            price += PER_SHORT if size < SHORT else 0.0
            if price < best[end]:
                best[end], cut[end] = price, start
    spans: list[Span] = []
    end = len(found)
    while end:
        spans.append(Span(found[cut[end]].start, found[end - 1].end))
        end = cut[end]
    return spans[::-1]


def _blocks(section: Section, body: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the runs of neighbouring body lines that lie in the section."""
    run: list[Line] = []
    for line in lines_from(section, body):
        if line.kind == "body":
            start, end = max(line.start, section.start), min(line.end, section.end)
            run.append(Line(start, end, "body"))
        elif run:
            yield run
            run = []
    if run:
        yield run
