"""How deep a heading stands: by the kinds of headings that are open above it.

Real notices skip rungs of the ladder that GB/T 9704-2012 7.3.3 prescribes, turn it round (1. above
（一）) and use a kind on another rung in another part, so the level of a heading is its depth among
what is open above it, and where two kinds could stand in either order, what follows decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.heading_lines import PERIOD
from corpus.headings import Heading
from corpus.markers import RANK

# Not numbered: what they are in the ladder is told by what stands around them.
UNNUMBERED = frozenset({"markdown", "line", "opening"})
# The units of a law stand in this order only (立法技术规范); articles count on through its chapters.
OF_LAWS = ("part", "chapter", "clause", "article")
GAP = 3
AT_ONCE = 6


def counted(found: Sequence[Heading]) -> list[Heading]:
    """Return the headings whose numbers begin a series or go on from the last of their kind.

    A bare 20. at the start of a line, or item 7 of nothing, is a number in the text.
    """
    last: dict[tuple[str, str], int] = {}
    kept = []
    for index, heading in enumerate(found):
        if heading.kind in UNNUMBERED or heading.kind == "annex":
            kept.append(heading)
            continue
        key = (heading.kind, heading.series)
        if _goes_on(heading, last.get(key)) or _begins_late(index, found):
            last[key] = heading.ordinal
            kept.append(heading)
    return kept


def _goes_on(heading: Heading, before: int | None) -> bool:
    if heading.ordinal == 1:
        return True
    return before is not None and before <= heading.ordinal <= before + GAP


def _begins_late(index: int, found: Sequence[Heading]) -> bool:
    """Return whether a series that does not begin with one goes on: 二、 三、 where 一、 was lost."""
    heading = found[index]
    if heading.ordinal > GAP and heading.kind != "article":
        return False
    following = (
        h for h in found[index + 1 :] if (h.kind, h.series) == (heading.kind, heading.series)
    )
    return next((h.ordinal == heading.ordinal + 1 for h in following), False)


def levels(found: Sequence[Heading]) -> list[int]:
    """Return the level of each heading, from 1."""
    ladder = _Ladder(found)
    climbed = [ladder.climb(index) for index in range(len(found))]
    beside = _beside(found, climbed)
    return (
        [*climbed[:beside], *(max(1, level - 1) for level in climbed[beside:])]
        if beside
        else climbed
    )


def _beside(found: Sequence[Heading], climbed: Sequence[int]) -> int:
    """Return how many first headings only seem to hold all others: those of # without a number.

    A title, a speaker, and 总则 or 总纲 before the first chapter stand beside the numbered parts, not
    above them; a period (2014年工作安排) holds the parts of its plan, and 附： what is annexed.
    """
    first = next((i for i, heading in enumerate(found) if heading.kind not in UNNUMBERED), 0)
    alone = 1 not in climbed[first:] and {h.kind for h in found[:first]} == {"markdown"}
    holds = any(
        PERIOD.fullmatch(heading.text) or heading.text.startswith("附") for heading in found[:first]
    )
    # 总则 right above articles is a chapter that has lost its number.
    chapters = {heading.kind for heading in found} >= {"chapter", "article"}
    lost = chapters and found[first].kind == "article"
    return first if alone and not (holds or lost) else 0


@dataclass(slots=True)
class _Rung:
    kind: str
    ordinal: int
    depth: int


@dataclass(slots=True)
class _Ladder:
    """What is open, from the top down, and which kind was seen to stand in which."""

    found: Sequence[Heading]
    open: list[_Rung] = field(default_factory=list)
    within: set[tuple[str, str]] = field(default_factory=set)

    def climb(self, index: int) -> int:
        """Close what the heading closes, open it, and return its level."""
        heading = self.found[index]
        self._close(index, heading)
        self.within.update((heading.kind, rung.kind) for rung in self.open)
        self.open.append(_Rung(heading.kind, heading.ordinal, heading.depth))
        return len(self.open)

    def _close(self, index: int, heading: Heading) -> None:
        if heading.kind == "annex":
            self.open.clear()
        elif heading.kind == "markdown":
            self._cut(self._place_of_markdown(heading))
        elif heading.kind == "line":
            self._cut(self._place_of_line(index))
        else:
            self._close_numbered(index, heading)

    def _cut(self, place: int | None) -> None:
        if place is not None:
            del self.open[place:]

    def _close_numbered(self, index: int, heading: Heading) -> None:
        kinds = [rung.kind for rung in self.open]
        if heading.kind in kinds:
            self._cut(self._place_of_same(heading))
            return
        if heading.kind == "opening":
            return
        if kinds and kinds[-1] == "opening":
            self.open.pop()
        while self.open and self._stands_above(index, heading, self.open[-1]):
            self.open.pop()

    def _place_of_same(self, heading: Heading) -> int | None:
        """Return the rung of its own kind that a heading closes, that whose number it goes on from.

        A list that is announced right below a heading of its kind stands in it: 二、主要任务, 抓好
        五个方面的工作：, 一、…; nothing is closed.
        """
        same = [place for place, rung in enumerate(self.open) if rung.kind == heading.kind]
        nests = heading.announced and heading.kind not in UNNUMBERED
        if nests and heading.ordinal == 1 and same[-1] == len(self.open) - 1:
            return None
        before = (p for p in reversed(same) if self.open[p].ordinal + 1 == heading.ordinal)
        return next(before, same[0])

    def _stands_above(self, index: int, heading: Heading, rung: _Rung) -> bool:
        """Return whether a kind that is not open closes an open rung rather than standing in it."""
        if rung.kind == "line" and heading.kind == "chapter":
            return heading.ordinal > 1
        if rung.kind not in RANK or rung.kind == "annex" or RANK[heading.kind] > RANK[rung.kind]:
            return False
        if heading.kind in OF_LAWS and rung.kind in OF_LAWS:
            return True
        if (heading.kind, rung.kind) in self.within:
            return False
        following = self._next(index, rung.kind)
        return following is None or following.ordinal != rung.ordinal + 1

    def _next(self, index: int, kind: str) -> Heading | None:
        return next((h for h in self.found[index + 1 :] if h.kind == kind), None)

    def _place_of_markdown(self, heading: Heading) -> int | None:
        """Return the first rung that has as few # or none; what stands in an annex is below it."""
        for place, rung in enumerate(self.open):
            if rung.kind != "annex" and (rung.depth >= heading.depth or not rung.depth):
                return place
        return None

    def _place_of_line(self, index: int) -> int | None:
        """Return the rung that an unnumbered line closes: what the next number goes on from stays."""
        kinds = [rung.kind for rung in self.open]
        lines = [place for place, kind in enumerate(kinds) if kind == "line"]
        later = (h for h in self.found[index + 1 :] if h.kind in kinds and h.kind in RANK)
        following = next(later, None)
        if following and following.kind != "annex":
            place = kinds.index(following.kind)
            if following.kind == "article":
                # No line stands in an article: one above an article is a chapter that lost its mark.
                return min(
                    [place, *lines, *(p for p, kind in enumerate(kinds) if kind == "chapter")]
                )
            if following.ordinal > 1:
                return next((line for line in lines if line > place), place + 1)
            return max((line for line in lines if line < place), default=place)
        if lines:
            return lines[0]
        return None if self._follows_at_once(index) else int(kinds[:1] == ["annex"])

    def _follows_at_once(self, index: int) -> bool:
        """Return whether nothing but white space parts the line from the heading above it."""
        return bool(index) and self.found[index].start - self.found[index - 1].end <= AT_ONCE
