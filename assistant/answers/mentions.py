"""Where a notice speaks of a topic: the statement that says most about it."""

import re
from collections.abc import Iterator, Sequence

from assistant.question.analysis import Query
from assistant.retrieval.library import Document
from corpus.notice import Section, Years
from corpus.scripts import simplified
from corpus.sentences import Span, sentences, statements
from corpus.thesaurus import Term, find_terms
from embeddings.words import words_of

# A policy verb near the term: the sentence does something about it, not only names it.
DOING = re.compile(
    r"鼓励|支持|培育|推进|推动|申报|建设|建立|打造|发展|加强|完善|实施|推行|扩大|认定|引导|探索|扶持|设立|开展|提升|提供"
)
NEAR = 12
LONG = 120
CLOSE = 6


def find_mention(document: Document, term: Term, years: Years | None = None) -> Span | None:
    """Return the sentence that says most about a term; None if the notice does not name it.

    Sections that are about other years than those asked for do not count.
    """
    best: tuple[float, Span] | None = None
    forms = (term.name, *term.written)
    # Most notices and nearly all sentences name no form of it; to find that out is cheap.
    if not any(form in simplified(document.text) for form in forms):
        return None
    for span in _sentences_in_time(document, years):
        sentence = simplified(document.text[span.start : span.end])
        score = _telling(sentence, term) if any(form in sentence for form in forms) else 0.0
        section = document.section_at(span.start)
        # What stands before the first heading introduces; what stands below one decides.
        if score > 0 and section and section.level == 0:
            score -= 0.5
        if score > 0 and (best is None or score > best[0]):
            best = (score, span)
    return _shortest(document, best[1], forms) if best else None


def _shortest(document: Document, sentence: Span, forms: Sequence[str]) -> Span:
    """Return a sentence, or of one too long to read the first statement of it with a form."""
    if sentence.end - sentence.start <= LONG:
        return sentence
    for span in statements(document.text, *sentence):
        said = simplified(document.text[span.start : span.end])
        if len(said) < sentence.end - sentence.start and any(form in said for form in forms):
            return span
    return sentence


def _in_time(section: Section, years: Years | None) -> bool:
    return years is None or section.years is None or section.years.overlaps(years)


def _telling(sentence: str, term: Term) -> float:
    """Return how much a sentence says about a term: 0 if it does not name it."""
    if term.kind == "named":
        return 1.0 if any(form in sentence for form in (term.name, *term.written)) else 0.0
    score = 0.0
    for mention in find_terms(sentence):
        if not _is_about(sentence[mention.start : mention.end], mention.term, term):
            continue
        before = sentence[max(0, mention.start - NEAR) : mention.start]
        after = sentence[mention.end : mention.end + 1]
        closest = max((m.start() for m in DOING.finditer(before)), default=-1)
        # The term as the object of a verb says more than as an attribute of another noun.
        whole = not after or after in "，,。；;、”"
        score = max(score, 1.0 + (1.0 if closest >= 0 else 0.0) + (0.5 if whole else 0.0))
    return score


def _is_about(written: str, found: Term, asked: Term) -> bool:
    """Return whether a mention is of the term asked about, or of an indicator of a topic."""
    if found.name == asked.name:
        return True
    return asked.kind == "topic" and any(form in written for form in asked.written)


def find_subject(document: Document, query: Query) -> Span | None:
    """Return the first sentence that speaks of a topic no term covers.

    First one that holds its pieces as they are written, then one with their words close together:
    国际合作 stands in 国际科技合作项目 too. Of everyday words it holds what officials say instead.
    """
    pieces = [piece for piece in query.subject.split() if len(piece) >= 2] or list(query.words)
    if not (pieces or query.meant):
        return None
    spans = list(_sentences_in_time(document, query.filters.years))
    texts = [simplified(document.text[span.start : span.end]).lower() for span in spans]
    for span, text in zip(spans, texts, strict=True):
        if all(piece in text for piece in pieces) and _means(query, text):
            return span
    words = [word for word in words_of(" ".join(pieces)) if len(word) >= 2]
    for span, text in zip(spans, texts, strict=True):
        if words and _stand_together(words, text) and _means(query, text):
            return span
    return None


def _means(query: Query, text: str) -> bool:
    return all(any(form.lower() in text for form in official) for official in query.meant)


def _sentences_in_time(document: Document, years: Years | None) -> Iterator[Span]:
    for section in document.sections:
        if _in_time(section, years):
            yield from sentences(document.text, section.start, section.end)


def _stand_together(words: list[str], text: str) -> bool:
    """Return whether the words follow each other with few characters between them."""
    gap = f".{{0,{CLOSE}}}?"
    return re.search(gap.join(map(re.escape, words)), text) is not None
