"""How well a sentence answers a question, by the words that matter in it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.question.analysis import Query
from assistant.retrieval.library import Document
from corpus.figures.quantities import quantities
from corpus.sentences import Span
from corpus.thesaurus import Term
from embeddings.words import tokens

Weight = Callable[[str], float]

HEADING_SHARE = 0.6
DATE = re.compile(r"\d{4}年|\d{1,2}月|底前|年内|上半年|下半年|季度")
ORGAN = re.compile(r"责任单位|牵头|负责|[区市]\S{1,4}(?:局|委|办|部|协|中心|公司)")


@dataclass(frozen=True, slots=True)
class Unit:
    """Something a right sentence speaks of: a word, or a term in any of its forms."""

    weight: float
    token: str
    term: Term | None = None

    def held_by(self, sentence: str, words: frozenset[str]) -> bool:
        """Return whether a sentence speaks of it."""
        if self.term:
            return any(form in sentence for form in self.term.written)
        return self.token in words


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence with what speaks for it.

    `overlap` is its share of the question's weight, from 0 to 1; `strength` adds its likeness in
    meaning and decides whether there is an answer; `score` adds its form and decides which.
    """

    document: Document
    span: Span
    overlap: float
    strength: float
    score: float

    @property
    def text(self) -> str:
        """The sentence."""
        return self.document.text[self.span.start : self.span.end]


def units(query: Query, weight: Weight) -> list[Unit]:
    """Return what a right sentence should speak of, with how telling each is."""
    found = [Unit(_term_weight(term, weight), term.name, term) for term in query.terms]
    rest = query.subject
    for term in query.terms:
        for form in term.written:
            rest = rest.replace(form, " ")
    words = [word for word in dict.fromkeys([*tokens(rest), *query.words]) if len(word) > 1]
    return found + [Unit(weight(word), word) for word in words]


def _term_weight(term: Term, weight: Weight) -> float:
    return sum(weight(word) for word in set(tokens(term.name)))


def overlap(wanted: Sequence[Unit], sentence: str, heading: str) -> float:
    """Return the share of the weight that the sentence holds; the heading above it counts less."""
    total = sum(unit.weight for unit in wanted)
    if not total:
        return 0.0
    words, above = frozenset(tokens(sentence)), frozenset(tokens(heading))
    held = 0.0
    for unit in wanted:
        if unit.held_by(sentence, words):
            held += unit.weight
        elif unit.held_by(heading, above):
            held += HEADING_SHARE * unit.weight
    return held / total


def said_in_full(sentence: str) -> float:
    """Return a bonus for a sentence that is more than a heading."""
    return 0.1 * min(1.0, len(sentence) / 40)


def answers_type(query: Query, sentence: str) -> float:
    """Return a bonus where the sentence has what is asked for: a number, a date, an office."""
    if query.wanted == "number":
        return 0.15 if quantities(sentence) else -0.1
    if query.wanted == "when":
        return 0.1 if DATE.search(sentence) else 0.0
    if query.wanted == "who":
        return 0.1 if ORGAN.search(sentence) else 0.0
    return 0.0
