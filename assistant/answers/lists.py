"""Lists are quoted whole: a sentence that leads in points is quoted with all of them."""

from assistant.retrieval.library import Document
from corpus.items import items
from corpus.sentences import SENTENCE, Span

# A list longer than this is a chapter, which its citation opens.
LONGEST = 800


def with_its_list(document: Document, span: Span) -> Span:
    """Return the span with the rest of a list whose first point lies in it, or follows its colon.

    A point in the middle of a list, and a list too long to read as a quote, leave it as it is.
    """
    section = document.section_at(span.start)
    if section is None:
        return span
    text, end = document.text, span.end
    if not _ends_whole(text, span):
        # A passage may end within a sentence.
        match = SENTENCE.match(text, span.start, section.end)
        end = max(end, match.end()) if match else end
    led_in = False
    for item in items(text, section.start, section.end):
        follows = not text[end : item.start].strip() if item.start >= end else item.end > end
        if item.start <= span.start or not follows:
            led_in = led_in or span.start < item.start < end
            continue
        led_in = led_in or item.start < end or text[:end].rstrip().endswith(("：", ":"))
        end = item.end if led_in else end
    return Span(span.start, end) if end - span.start <= LONGEST else span


def _ends_whole(text: str, span: Span) -> bool:
    return text[span.end - 1] in "。！？”’』」》）)" or text[span.end : span.end + 1] in ("", "\n")
