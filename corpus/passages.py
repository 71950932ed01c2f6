"""Passages: pieces of one section each, small enough to be retrieved and read."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from langchain_text_splitters import RecursiveCharacterTextSplitter

from corpus.cleaning import Line
from corpus.neighbours import with_next
from corpus.notice import Passage, Section
from corpus.outline import lines_from
from corpus.sentences import Span

PASSAGE_CHARACTERS = 400
SEPARATORS = ["\n", "。", "；", ";", "，", ",", "、", ""]


def splitter_settings() -> dict[str, object]:
    """Return what determines the cut, for the manifest of an index."""
    return {"characters": PASSAGE_CHARACTERS, "separators": SEPARATORS}


def passages(
    notice_id: str, text: str, body: Sequence[Line], sections: Sequence[Section]
) -> list[Passage]:
    """Return the passages in text order; none crosses a section or holds a line of page furniture.

    A section that is only a heading above sub-sections gives none: its heading is in their paths.
    """
    found: list[Passage] = []
    for section, following in with_next(sections):
        if _is_bare_heading(text, section, following):
            continue
        for span in _cut(text, section, body):
            passage_id = f"{notice_id}#{len(found)}"
            quoted = text[span.start : span.end]
            found.append(Passage(passage_id, notice_id, section.path, quoted, *span, section.years))
    return found


def _is_bare_heading(text: str, section: Section, following: Section | None) -> bool:
    deeper = following is not None and following.level > section.level
    return deeper and _letters(text[section.start : section.end]) == _letters(section.heading)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _cut(text: str, section: Section, body: Sequence[Line]) -> Iterator[Span]:
    for block in _blocks(section, body):
        position = block.start
        # Nothing is stripped and nothing overlaps, so the pieces laid end to end are the block.
        for piece in _with_heading(section, _splitter().split_text(text[block.start : block.end])):
            stripped = piece.strip()
            start = position + piece.find(stripped)
            position += len(piece)
            if stripped:
                yield Span(start, start + len(stripped))


def _with_heading(section: Section, pieces: list[str]) -> list[str]:
    """Return the pieces with a heading that was cut off from its text put back before it."""
    if len(pieces) > 1 and section.heading and _letters(pieces[0]) == _letters(section.heading):
        return [pieces[0] + pieces[1], *pieces[2:]]
    return pieces


@lru_cache(maxsize=1)
def _splitter() -> RecursiveCharacterTextSplitter:
    return RecursiveCharacterTextSplitter(
        chunk_size=PASSAGE_CHARACTERS,
        chunk_overlap=0,
        separators=SEPARATORS,
        keep_separator="end",
        strip_whitespace=False,
    )


def _blocks(section: Section, body: Sequence[Line]) -> Iterator[Span]:
    """Yield the runs of neighbouring body lines that lie in the section."""
    run: Span | None = None
    for line in lines_from(section, body):
        if line.kind == "body":
            end = min(line.end, section.end)
            run = Span(run.start if run else max(line.start, section.start), end)
        elif run:
            yield run
            run = None
    if run:
        yield run
