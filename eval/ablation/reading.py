"""Notices read as systems without an understanding of them would: no outline, pieces of one size."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from corpus.cleaning import Line, lines
from corpus.notice import Notice, Passage, Section, Years, page_at
from corpus.passages import split
from corpus.scripts import simplified
from corpus.sentences import Span
from corpus.understanding import understand


def without_outline(path: Path, notice_id: str) -> Notice:
    """Return a notice that is one section: nothing is under a heading, everything is a plan."""
    return understand(path, notice_id, sections=one_section)


def one_section(text: str, body: Sequence[Line], plan_years: Years | None) -> list[Section]:
    """Return one section for the whole text."""
    if not body:
        return []
    return [Section(0, "", "", (), body[0].start, body[-1].end, "plan", plan_years)]


def in_fixed_sizes(path: Path, notice_id: str) -> Notice:
    """Return a notice whose passages the recursive splitter cut, across sections and under no heading.

    Its figures, tasks and sections are as ever; only what is searched is cut otherwise.
    """
    notice = understand(path, notice_id)
    pieces = [
        piece
        for block in _blocks(lines(simplified(notice.text)))
        for piece in split(notice.text, block)
    ]
    passages = (
        Passage(
            f"{notice_id}#{number}",
            notice_id,
            (),
            notice.text[piece.start : piece.end],
            piece.start,
            piece.end,
            None,
            page=page_at(notice.pages, piece.start),
        )
        for number, piece in enumerate(pieces)
    )
    return replace(notice, passages=tuple(passages))


def _blocks(found: Sequence[Line]) -> Iterator[Span]:
    """Yield the stretches between page furniture."""
    for is_body, run in groupby(found, key=lambda line: line.kind == "body"):
        block = list(run)
        if is_body:
            yield Span(block[0].start, block[-1].end)
