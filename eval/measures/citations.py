"""Whether citations are verbatim, stand where the gold stands, and leave no gold out."""

from collections.abc import Sequence

from assistant.answers.answer import Citation
from eval.gold.locating import Gold, Notices
from eval.gold.questions import Question
from eval.gold.spans import Span
from eval.measures.wording import says


def is_verbatim(citation: Citation, notices: Notices) -> bool:
    """Return whether the notice reads as the quote at the offsets of the citation."""
    notice = notices.get(citation.notice_id)
    start, end = citation.start, citation.end
    return notice is not None and 0 <= start < end and notice.text[start:end] == citation.quote


def verbatim_share(citations: Sequence[Citation], notices: Notices) -> float:
    """Return the share of citations that are verbatim; there must be one."""
    return sum(is_verbatim(citation, notices) for citation in citations) / len(citations)


def citation_precision(
    citations: Sequence[Citation], question: Question, gold: Gold, notices: Notices
) -> float:
    """Return the share of citations that are right; 0 without citations.

    One is right if it is verbatim, and either meets a gold quote, or the quote of a gold row, or
    is from a gold notice and says something that a right answer contains.
    """
    if not citations:
        return 0.0
    right = sum(
        is_verbatim(citation, notices) and _supports(citation, question, gold)
        for citation in citations
    )
    return right / len(citations)


def _supports(citation: Citation, question: Question, gold: Gold) -> bool:
    span = Span(citation.notice_id, citation.start, citation.end)
    places = [place for quote in gold.quotes for place in quote]
    if any(span.meets(place) for place in (*places, *gold.rows)):
        return True
    carries = any(says(citation.quote, wanted) for wanted in question.contains)
    return citation.notice_id in question.notices and carries


def citation_recall(citations: Sequence[Citation], gold: Gold, notices: Notices) -> float:
    """Return the share of gold quotes that a verbatim citation meets; there must be a quote."""
    spans = [
        Span(citation.notice_id, citation.start, citation.end)
        for citation in citations
        if is_verbatim(citation, notices)
    ]
    met = sum(any(s.meets(place) for s in spans for place in quote) for quote in gold.quotes)
    return met / len(gold.quotes)
