"""Cutting public documents into paragraphs, each with the heading it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SHORTEST, LONGEST = 30, 400
_MARKER = re.compile(
    r"^[#*\s]*(?:[—–\-─]+|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十\d]+[、.．]|"
    r"第[一二三四五六七八九十百零\d]+[章节条篇部分]+|[一二三四五六七八九十]是)\s*"
)
_HEADING = re.compile(r"^(?:#|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)")
_SENTENCE = re.compile(r"[^。！？；]*[。！？；]?")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of ``SHORTEST`` to ``LONGEST`` characters and its nearest heading, or ""."""

    heading: str
    text: str


def strip_marker(line: str) -> str:
    """Return the line without 一、, （一）, 第一章, dashes and Markdown marks."""
    previous = ""
    while line != previous:
        previous, line = line, _MARKER.sub("", line)
    return line.strip("# *　。：:")


def is_heading(line: str) -> bool:
    """Return whether a line is a heading: marked as one, short, and not a whole sentence."""
    return bool(_HEADING.match(line)) and len(line) <= 45 and "。" not in line[:-1]


def read_paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of a document; those too short are left out, long ones are cut."""
    heading = ""
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        if is_heading(line):
            heading = strip_marker(line)
            continue
        for piece in cut_at_sentences(line, LONGEST):
            if len(piece) >= SHORTEST:
                yield Paragraph(heading, piece)


def cut_at_sentences(text: str, longest: int) -> Iterator[str]:
    """Yield pieces of at most `longest` characters that end where sentences end.

    A single sentence that is longer is cut at `longest`.
    """
    piece = ""
    for sentence in _SENTENCE.findall(text):
        if piece and len(piece) + len(sentence) > longest:
            yield piece
            piece = ""
        piece += sentence
        while len(piece) > longest:
            yield piece[:longest]
            piece = piece[longest:]
    if piece:
        yield piece


def split_first_sentence(text: str) -> tuple[str, str] | None:
    """Return the first sentence, without its marker, and the rest; None if either is too short."""
    end = text.find("。") + 1
    sentence, rest = strip_marker(text[:end]), text[end:].strip()
    if not 5 <= len(sentence) <= 60 or len(rest) < SHORTEST:
        return None
    return sentence, rest
