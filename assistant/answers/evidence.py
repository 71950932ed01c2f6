"""How well a sentence answers a question, by the words that matter in it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.question.analysis import Query
from assistant.question.counted import fits, measures
from assistant.retrieval.library import Document
from corpus.figures.quantities import quantities
from corpus.figures.words import VERBS_OF_ACTION
from corpus.lexicon import chinese
from corpus.scripts import simplified
from corpus.sentences import Span
from embeddings.words import normalised, tokens, words_of

Weight = Callable[[str], float]

HEADING_SHARE = 0.6
PART = 0.5
# An English word that no term covers can hardly stand in a Chinese sentence, so it says little.
FOREIGN_WORD = 0.3
DATE = re.compile(r"\d{4}年|\d{1,2}月|底前|年内|上半年|下半年|季度")
IN_WORDS = re.compile(r"[一二三四五六七八九十]+(?:个|大|方面|项|家|类|条|届|期)")
# “三地” sums up what a notice lists; it need not write it so.
ABBREVIATION = re.compile(r"[一二三四五六七八九十两\d]\S{1,2}")
FACTS = ("number", "when", "where", "who")
LOCATION = re.compile(
    r"位于|地址|坐落|设在|落户|选址|以[^。；]{2,30}为(?:核心|载体|中心|依托)|依托"
)
IN_CHARGE_ASKED = re.compile(r"负责|牵头|责任|配合|responsib|in charge|leads?\b", re.IGNORECASE)
IN_CHARGE = re.compile(r"责任单位|责任部门|牵头|负责|主任|组长|配合单位")
VERBS = frozenset(verb for verbs in VERBS_OF_ACTION.values() for verb in verbs.split())
ORGAN = re.compile(r"责任单位|牵头|负责|[区市]\S{1,4}(?:局|委|办|部|协|中心|公司)")


@dataclass(frozen=True, slots=True)
class Unit:
    """Something a right sentence speaks of, in any of its forms.

    What is `optional` speaks for a sentence that holds it, and not against another.
    """

    weight: float
    forms: tuple[str, ...]
    is_term: bool = False
    optional: bool = False

    def held_by(self, sentence: str) -> float:
        """Return how far a normalised sentence speaks of it: 1, a half for a part of it, or 0."""
        if any(form in sentence for form in self.forms):
            return 1.0
        parts = (
            form[i : i + 2] for form in self.forms for i in range(len(form) - 1) if len(form) > 2
        )
        return PART if not self.is_term and any(part in sentence for part in parts) else 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence with what speaks for it.

    `overlap` is its share of the question's weight, from 0 to 1, `likeness` how near it comes in
    meaning; `strength` is of both and decides whether there is an answer; `score` adds its form and
    decides which.
    """

    document: Document
    span: Span
    overlap: float
    strength: float
    score: float
    likeness: float = 0.0

    @property
    def text(self) -> str:
        """The sentence."""
        return self.document.text[self.span.start : self.span.end]

    @property
    def heading(self) -> str:
        """The headings above it."""
        section = self.document.section_at(self.span.start)
        return " ".join(section.path) if section else ""


def units(query: Query, weight: Weight) -> list[Unit]:
    """Return what a right sentence should speak of, with how telling each is."""
    found = [_unit(term.written, weight, is_term=True) for term in query.terms]
    found += [_unit(official, weight) for official in query.meant]
    quoted = query.quoted[-1:] if query.wanted == "definition" else query.quoted
    found += [_quoted(text, weight) for text in quoted]
    rest = normalised(query.subject)
    for term in query.terms:
        for form in term.written:
            rest = rest.replace(normalised(form), " ")
    words = dict.fromkeys([*words_of(rest), *query.words])
    share = FOREIGN_WORD if found else 1.0
    return found + [_word(word, weight, share) for word in words]


def _quoted(text: str, weight: Weight) -> Unit:
    sums_up = ABBREVIATION.fullmatch(text) is not None
    return Unit(2 * _weight(text, weight), (normalised(text),), True, sums_up)


def _word(word: str, weight: Weight, foreign_share: float) -> Unit:
    if not word.isascii():
        return Unit(weight(word), (word,))
    if meanings := chinese(word):
        return Unit(min(_weight(form, weight) for form in meanings), (word, *meanings))
    return Unit(weight(word) * foreign_share, (word,))


def _unit(forms: Sequence[str], weight: Weight, *, is_term: bool = False) -> Unit:
    name = forms[0] if not is_term else min(forms, key=len)
    return Unit(_weight(name, weight), tuple(normalised(form) for form in forms), is_term)


def _weight(text: str, weight: Weight) -> float:
    return max((weight(word) for word in tokens(text)), default=0.0)


def overlap(wanted: Sequence[Unit], sentence: str, heading: str) -> float:
    """Return the share of the weight that the sentence holds; the heading above it counts less."""
    sentence, heading = normalised(sentence), normalised(heading)
    total = held = 0.0
    for unit in wanted:
        share = max(unit.held_by(sentence), HEADING_SHARE * unit.held_by(heading))
        if share or not unit.optional:
            total += unit.weight
            held += unit.weight * share
    return held / total if total else 0.0


def _defines(sentence: str, name: str) -> bool:
    return bool(re.search(rf"{re.escape(name)}[”」\"]?(?:即|是指|指|是|为|包括)", sentence))


def said_in_full(sentence: str) -> float:
    """Return a bonus for a sentence that is more than a heading."""
    return 0.1 * min(1.0, len(sentence) / 40)


def answers_type(query: Query, sentence: str) -> float:
    """Return a bonus where the sentence has the form of an answer."""
    sentence = simplified(sentence)
    if query.wanted == "definition":
        return 0.6 if any(_defines(sentence, name) for name in query.quoted) else 0.0
    if query.wanted == "list":
        return 0.1 if sentence.count("、") >= 2 else 0.0
    return 0.15 if query.wanted in FACTS and has_form(query, sentence) else 0.0


def has_form(query: Query, sentence: str) -> bool:
    """Return whether a sentence has what a fact needs: a number, a day, an office, a place."""
    sentence = simplified(sentence)
    if query.wanted == "number":
        return bool(quantities(sentence) or IN_WORDS.search(sentence))
    if query.wanted == "when":
        return bool(DATE.search(sentence))
    if query.wanted == "where":
        return bool(LOCATION.search(sentence))
    if query.wanted == "who":
        named = IN_CHARGE if IN_CHARGE_ASKED.search(query.question) else ORGAN
        return bool(named.search(sentence))
    return True


def tells_measures(query: Query, sentence: str) -> bool:
    """Return whether a sentence has a number of every measure word asked for: 多少项, 几家."""
    units = {quantity.unit for quantity in quantities(simplified(sentence))}
    return all(any(fits(measure, unit) for unit in units) for measure in measures(query.question))


def aspects(query: Query, weight: Weight) -> list[Unit]:
    """Return what is asked about a term: the 产值 of 高新技术企业产值, the 会员 of 天使俱乐部的会员.

    Words of policy (新增, 培育) are none: a notice may say them otherwise.
    """
    if query.wanted == "how":
        # How it is done is told by the sentence itself, not by a word for doing.
        return []
    return [Unit(weight(word), (normalised(word),)) for word in query.asked if word not in VERBS]
