"""The parts of a question that are recognised by name: what is left of it is its subject."""

import re
from dataclasses import dataclass

from assistant.question.places import AskedPlace, places_asked
from assistant.question.years import AskedYears, years_asked
from corpus.everyday import Meaning, meanings
from corpus.metadata.numbering import NUMBER
from corpus.sentences import Span
from corpus.thesaurus import TermMention, find_english_terms, find_terms

ISSUED_BY = re.compile(
    r"(人民政府|政府办公室|政府|科委|科技局|科学技术委员会|科学技术局|发改委|经信委)"
    r"(?:印发|发布|下发|出台|发)的"
)


# What asks for places or notices says nothing of what they are asked about.
WHICH_ONES = re.compile(
    r"(?:哪|几|各|多少)(?:一)?(?:些|几个|几|个|份)?(?:的)?(?:区县|市辖区|区|县|城市|市|省|地方|地区|文件|通知)(?![级域民场块])"
)


# 增幅多大 asks how much, not how wide.
AMOUNT = re.compile(r"(?:幅|幅度|规模|比例|占比|力度|强度)(?:有|是|要)?$")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a question names, each with its stretch of the question."""

    number: Span | None
    years: AskedYears | None
    places: tuple[AskedPlace, ...]
    issuer: str | None
    terms: tuple[TermMention, ...]
    everyday: tuple[Meaning, ...]
    spans: tuple[Span, ...]


def parts_of(question: str) -> Parts:
    """Return the parts of a question."""
    numbered = NUMBER.search(question)
    number = Span(*numbered.span()) if numbered else None
    # 虹府发〔2015〕10号 names a notice, not a year to filter by.
    rest = blanked(question, [number]) if number else question
    years, places, issued_by = years_asked(rest), places_asked(rest), ISSUED_BY.search(rest)
    terms = named_terms(rest)
    taken = [Span(place.start, place.end) for place in places]
    taken += [Span(mention.start, mention.end) for mention in terms]
    taken += years.spans if years else ()
    taken += [Span(*issued_by.span())] if issued_by else []
    taken += [Span(*match.span()) for match in WHICH_ONES.finditer(rest)]
    everyday = [
        m
        for m in meanings(rest)
        if _is_whole(rest, m) and not any(_meet(m, span) for span in taken)
    ]
    taken += [Span(meaning.start, meaning.end) for meaning in everyday]
    return Parts(
        number, years, tuple(places), issued_by[1] if issued_by else None, tuple(terms),
        tuple(everyday), (*taken, *((number,) if number else ())),
    )  # fmt: skip


def named_terms(question: str) -> list[TermMention]:
    """Return the terms that a question names in either language, none twice at one place."""
    found = sorted([*find_terms(question), *find_english_terms(question)], key=lambda m: m.start)
    kept: list[TermMention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            continue
        if kept and mention.start == kept[-1].end:
            # A noun phrase ends in its head: 科技金融风险池 asks for the pool, not for all finance.
            kept.pop()
        kept.append(mention)
    return kept


def blanked(question: str, spans: list[Span] | tuple[Span, ...]) -> str:
    """Return the question with spaces for the given stretches."""
    kept = list(question)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    return "".join(kept)


def _is_whole(question: str, meaning: Meaning) -> bool:
    """Return whether an everyday word is one: 大学 is none in 大学生, nor 多大 in 增幅多大."""
    if question[meaning.start].isascii():
        return True
    if AMOUNT.search(question, 0, meaning.start):
        return False
    # Imported here because loading the dictionary costs a tenth of a second.
    import rjieba

    starts, place = {0}, 0
    for word in rjieba.cut(question):
        place += len(word)
        starts.add(place)
    return meaning.end in starts


def _meet(meaning: Meaning, span: Span) -> bool:
    return meaning.start < span.end and span.start < meaning.end
