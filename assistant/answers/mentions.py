"""Where a notice speaks of a topic: the statement that says most about it."""

import re

from assistant.question.analysis import Query
from assistant.retrieval.library import Document
from corpus.notice import Section, Years
from corpus.sentences import Span, sentences
from corpus.thesaurus import Term, find_terms

# A policy verb near the term: the sentence does something about it, not only names it.
DOING = re.compile(
    r"鼓励|支持|培育|推进|推动|申报|建设|建立|打造|发展|加强|完善|实施|推行|扩大|认定|引导|探索|扶持|设立|开展|提升|提供"
)
NEAR = 12


def find_mention(document: Document, term: Term, years: Years | None = None) -> Span | None:
    """Return the sentence that says most about a term; None if the notice does not name it.

    Sections that are about other years than those asked for do not count.
    """
    best: tuple[float, Span] | None = None
    for section in document.sections:
        if not _in_time(section, years):
            continue
        for span in sentences(document.text, section.start, section.end):
            score = _telling(document.text[span.start : span.end], term)
            if score > 0 and (section.level == 0 or span.start == section.start == span.end):
                score -= 0.5
            if score > 0 and (best is None or score > best[0]):
                best = (score, span)
    return best[1] if best else None


def _in_time(section: Section, years: Years | None) -> bool:
    return years is None or section.years is None or section.years.overlaps(years)


def _telling(sentence: str, term: Term) -> float:
    """Return how much a sentence says about a term: 0 if it does not name it."""
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
    """Return the first sentence that holds every word of a topic no term covers."""
    words = [word for word in query.subject.split() if len(word) >= 2] or list(query.words)
    if not words:
        return None
    for section in document.sections:
        if not _in_time(section, query.filters.years):
            continue
        for span in sentences(document.text, section.start, section.end):
            sentence = document.text[span.start : span.end].lower()
            if all(word in sentence for word in words):
                return span
    return None
