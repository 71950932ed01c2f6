"""What a question counts: 几家大学 asks for a number of universities, whatever else it says of them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.everyday import Meaning
from corpus.thesaurus import TermMention, canonical

# Measure words of bodies, of people and of works, which notices use one for the other.
ALIKE = (
    frozenset("个家所处座间户"),
    frozenset(["人", "名", "位", "个", "人次"]),
    frozenset("项个件"),
)
HOW_MANY = re.compile(r"(?:几|多少)\s*(人次|[个家所处座间项件名位人户台支条次场套辆篇])")
CLAUSE_END = re.compile(r"[，,。？?；;]")


# What a qualifier holds besides its subject: 给创业的人用的场地.
OF_NO_SUBJECT = frozenset("的给人用在是可以能有和及与等一个所")


class Counted(NamedTuple):
    """The official words for what is counted, the measure word, and what is said of it before."""

    forms: tuple[str, ...]
    measure: str
    qualifier: str = ""

    def is_of(self, indicator: str) -> bool:
        """Return whether an indicator is counted: by one of its forms, of what the qualifier says.

        One that has a name of its own (高新技术企业) is not what 几家公司 asks for without a qualifier.
        """
        telling = {c for c in self.qualifier if "\u4e00" <= c <= "\u9fff"} - OF_NO_SUBJECT
        named = any(form in indicator for form in self.forms)
        if not telling:
            own = canonical(indicator)
            return named and (own is None or own in {*self.forms, *map(canonical, self.forms)})
        return named and any(char in indicator for char in telling)


def fits(measure: str, unit: str | None) -> bool:
    """Return whether a figure of a unit tells a number that is asked with a measure word."""
    return unit == measure or any({unit, measure} <= alike for alike in ALIKE)


def measures(question: str) -> list[str]:
    """Return the measure words that a question asks numbers of, in its order."""
    return [match[1] for match in HOW_MANY.finditer(question)]


def counted_in(
    question: str, terms: Sequence[TermMention], everyday: Sequence[Meaning]
) -> Counted | None:
    """Return what is counted: the first thing named after 几家 in its clause; None if nothing is.

    What stands before 的 qualifies what follows: 几家孵化创业公司的地方 asks for places.
    """
    asked = HOW_MANY.search(question)
    if asked is None:
        return None
    stop = CLAUSE_END.search(question, asked.end())
    last = stop.start() if stop else len(question)
    named = [(mention.start, mention.end, mention.term.written) for mention in terms]
    named += [(meaning.start, meaning.end, meaning.official) for meaning in everyday]
    within = sorted(one for one in named if asked.end() <= one[0] < last)
    if not within:
        return None
    head = within[0]
    for following in within[1:]:
        if question[head[1] : following[0]] == "的":
            head = following
    return Counted(head[2], asked[1], question[asked.end() : head[0]])
