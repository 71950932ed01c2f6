"""The statements of a notice, each with the words before it that its figures depend on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.cleaning import Line
from corpus.figures.roles import opening_of
from corpus.markers import after_marker
from corpus.notice import Section, Years
from corpus.outline import own_lines
from corpus.sentences import Span, statements

SENTENCE_ENDS = "。！？\n"
LONGEST_SENTENCE = 400


class Statement(NamedTuple):
    """A statement of a section.

    `begun` is its sentence up to it; `behind` the words that make it a result, if any hold.
    """

    section: Section
    span: Span
    words: str
    begun: str
    behind: str


def spoken(
    text: str, body: Sequence[Line], sections: Sequence[Section], plan_years: Years | None
) -> Iterator[Statement]:
    """Yield the statements in text order, without the list marker before the first of a line.

    Words that look back hold to the end of their line; those that announce a list
    (完成情况如下：) hold for the lines and the deeper sections below.
    """
    announced, level = "", 0
    for section in sections:
        announced = announced if section.level > level else ""
        for start, end in own_lines(section, body):
            behind = announced
            for span in statements(text, after_marker(text, start, end), end):
                words = text[span.start : span.end]
                yield Statement(section, span, words, _begun(text, start, span), behind)
                behind = opening_of(words, behind, plan_years)
            if text[start:end].endswith(("：", ":")):
                announced, level = behind, section.level
            announced = announced if behind else ""


def _begun(text: str, start: int, span: Span) -> str:
    before = text[max(start, span.start - LONGEST_SENTENCE) : span.start]
    return before[max(before.rfind(mark) for mark in SENTENCE_ENDS) + 1 :]
