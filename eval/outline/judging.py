"""An outline as it is read, held against the one that a person labelled."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from corpus.items import items
from corpus.notice import Notice
from eval.outline.gold import Gold


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were labelled, found, and both."""

    labelled: int
    found: int
    both: int

    @property
    def precision(self) -> float:
        """The share of those found that are right; 1 where nothing was found."""
        return self.both / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of those labelled that were found; 1 where nothing was labelled."""
        return self.both / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.labelled + self.found
        return 2 * self.both / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the two outlines differ: what the label says, and what was read."""

    start: int
    labelled: str
    read: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was right of one document; levels and words are those of the boundaries found."""

    gold: Gold
    boundaries: Counts
    levels: int
    words: int
    items: Counts
    differences: tuple[Difference, ...]


def judged(gold: Gold, notice: Notice) -> Judgement:
    """Return how the outline of a notice agrees with the labelled one."""
    labelled = {heading.start: (heading.level, heading.words) for heading in gold.headings}
    read = {s.start: (s.level, s.heading) for s in notice.sections if s.level}
    counted = {start: each for start, each in read.items() if start not in gold.optional}
    both = labelled.keys() & read.keys()
    points = _items_of(notice) - read.keys() - gold.optional - labelled.keys()
    return Judgement(
        gold=gold,
        boundaries=Counts(len(labelled), len(counted.keys() | both), len(both)),
        levels=sum(labelled[start][0] == read[start][0] for start in both),
        words=sum(_bare(labelled[start][1]) == _bare(read[start][1]) for start in both),
        items=Counts(len(gold.items), len(points), len(gold.items & points)),
        differences=tuple(_differences(labelled, counted)),
    )


def _items_of(notice: Notice) -> set[int]:
    return {
        span.start
        for section in notice.sections
        for span in items(notice.text, section.start, section.end)
    }


def _differences(
    labelled: Mapping[int, tuple[int, str]], read: Mapping[int, tuple[int, str]]
) -> Sequence[Difference]:
    starts: Collection[int] = sorted(labelled.keys() | read.keys())
    found = [Difference(s, _shown(labelled.get(s)), _shown(read.get(s))) for s in starts]
    return [
        each
        for each in found
        if (labelled.get(each.start) or (0,))[0] != (read.get(each.start) or (0,))[0]
    ]


def _shown(heading: tuple[int, str] | None) -> str:
    return f"{heading[0]}  {heading[1][:40]}" if heading else "–"


def _bare(words: str) -> str:
    return "".join(char for char in words if char.isalnum())
