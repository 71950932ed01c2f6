"""What is read of the outline of one document, beside what its labels say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus import outline
from corpus.cleaning import Line, lines
from corpus.headings import Heading
from corpus.items import items
from corpus.neighbours import with_next
from eval.outline.gold import Gold, GoldHeading

STOPS = "。；;：:"
PAUSES = ("，", ",", "：", ":")
LONGEST_CLAUSE = 35


class Pair(NamedTuple):
    """A heading that stands where it was labelled: as labelled, as read, and its level as read."""

    gold: GoldHeading
    read: GoldHeading

    @property
    def same_level(self) -> bool:
        """Whether both are equally deep."""
        return self.gold.level == self.read.level

    @property
    def same_words(self) -> bool:
        """Whether both have the same words, whatever white space and stop they are written with.

        A numbered sentence is labelled by its first clause and may be read to its end.
        """
        gold, read = _plain(self.gold.words), _plain(self.read.words)
        short, long = sorted((gold, read), key=len)
        cut = len(short) >= LONGEST_CLAUSE or long[len(short) :][:1] in PAUSES
        return gold == read or (long.startswith(short) and cut)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Headings right, missed and read in vain; the same counts of items."""

    gold: Gold
    right: tuple[Pair, ...]
    missed: tuple[GoldHeading, ...]
    in_vain: tuple[GoldHeading, ...]
    inside_found: int
    items_right: int
    items_missed: int
    items_in_vain: int

    @property
    def f1(self) -> float:
        """Of the boundaries of this document."""
        return f1(len(self.right), len(self.missed), len(self.in_vain))


def f1(right: int, missed: int, in_vain: int) -> float:
    """Return the harmonic mean of precision and recall; 1 where there was nothing to find or read."""
    return 2 * right / (2 * right + missed + in_vain) if right + missed + in_vain else 1.0


def judged(gold: Gold, text: str) -> Judgement:
    """Return what the extractor reads of a text, judged by its labels."""
    body = [line for line in lines(text) if line.kind == "body"]
    found = outline.outline(text, body)
    read = {h.start: GoldHeading(h.start, level, text[h.start : h.end]) for h, level in found}
    labelled = {heading.start: heading for heading in gold.headings}
    inside = {h.start for h, _ in found if _is_inside(text, h.start)} - labelled.keys()
    uncounted = gold.optional | (inside if gold.inside is None else gold.inside)
    counted = read.keys() - uncounted | (read.keys() & labelled.keys())
    whole = [heading for heading, _ in found if heading.start not in inside]
    points = set(_items(text, body, whole)) - {heading.start for heading in whole}
    return Judgement(
        gold,
        tuple(Pair(labelled[start], read[start]) for start in sorted(counted & labelled.keys())),
        tuple(labelled[start] for start in sorted(labelled.keys() - read.keys())),
        tuple(read[start] for start in sorted(counted - labelled.keys())),
        len((gold.inside or frozenset()) & read.keys()),
        len(gold.items & points),
        len(gold.items - points),
        len(points - gold.items - gold.optional),
    )


def _is_inside(text: str, start: int) -> bool:
    """Return whether a sentence stands before a heading in its paragraph."""
    return any(stop in text[text.rfind("\n", 0, start) + 1 : start] for stop in STOPS)


def _items(text: str, body: Sequence[Line], found: Sequence[Heading]) -> Iterator[int]:
    """Yield where the points of lists begin, looked for below each heading alone."""
    if not body:
        return
    opening = found[0].start if found else body[-1].end
    yield from (span.start for span in items(text, body[0].start, opening))
    for heading, following in with_next(found):
        end = following.start if following else body[-1].end
        yield from (span.start for span in items(text, heading.end, end))


def _plain(words: str) -> str:
    return "".join(words.split()).rstrip(STOPS)
