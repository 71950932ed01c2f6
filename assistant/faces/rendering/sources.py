"""Where a claim stands: the reference of a citation, and its section with the quote marked."""

from assistant.answers.answer import Citation, Language
from assistant.faces.rendering.escaping import Html, element, joined
from assistant.faces.rendering.labels import Labels, labels_for
from corpus.notice import Notice

# A section without sub-sections may run over pages; this much of it stands around the quote.
AROUND = 1500
ENOUGH = 200
PATH = " › "


def reference(citation: Citation, labels: Labels) -> str:
    """Return a citation as one line: title, issuer, number, date, section, page."""
    parts = (
        citation.title or labels.unknown_title,
        citation.issuer,
        citation.document_number,
        citation.issued_on.isoformat() if citation.issued_on else None,
        PATH.join(citation.section_path),
        *labels.place_of(citation),
    )
    return " · ".join(part for part in parts if part)


def source_html(notice: Notice, citation: Citation, language: Language) -> Html:
    """Return the section of the notice that a citation points into, its quote marked."""
    labels = labels_for(language)
    start, end = extent(notice, citation)
    return element(
        "div",
        _heading(citation, labels),
        element("div", *_paragraphs(notice.text, start, end, citation), class_="source-text"),
        class_="source",
        lang="zh-CN",
    )


def extent(notice: Notice, citation: Citation) -> tuple[int, int]:
    """Return from where to where the notice is shown: the section, or more if it is short.

    A numbered item is often one sentence; the part that it belongs to says what it is about.
    """
    start, end = _section_extent(notice, citation)
    end = max(end, citation.end)
    if citation.start - start > AROUND:
        start = _line_start(notice.text, citation.start - AROUND, citation.start)
    if end - citation.end > AROUND:
        end = _line_end(notice.text, citation.end, citation.end + AROUND)
    return start, end


def _section_extent(notice: Notice, citation: Citation) -> tuple[int, int]:
    holding = [part for part in notice.sections if part.start <= citation.start < part.end]
    if not holding:
        return 0, len(notice.text)
    deepest = max(holding, key=lambda part: part.level)
    extents = [(deepest.start, deepest.end)]
    for depth in range(len(deepest.path) - 1, 0, -1):
        within = [part for part in notice.sections if part.path[:depth] == deepest.path[:depth]]
        extents.append((min(p.start for p in within), max(p.end for p in within)))
    return next((e for e in extents if e[1] - e[0] >= ENOUGH), extents[-1])


def _line_start(text: str, position: int, limit: int) -> int:
    found = text.find("\n", position, limit)
    return found + 1 if found >= 0 else position


def _line_end(text: str, limit: int, position: int) -> int:
    found = text.rfind("\n", limit, position)
    return found if found >= 0 else position


def _heading(citation: Citation, labels: Labels) -> Html:
    facts = (
        citation.issuer,
        citation.document_number,
        citation.issued_on.isoformat() if citation.issued_on else None,
        *labels.place_of(citation),
    )
    known = [element("span", fact) for fact in facts if fact]
    return element(
        "div",
        element("p", citation.title or labels.unknown_title, class_="source-title"),
        element("p", *known, class_="source-facts") if known else "",
        element("p", PATH.join(citation.section_path), class_="source-path")
        if citation.section_path
        else "",
        class_="source-heading",
    )


def _paragraphs(text: str, start: int, end: int, citation: Citation) -> list[Html]:
    paragraphs = []
    position = start
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            paragraphs.append(_paragraph(line, position, citation))
        position += len(line)
    return paragraphs


def _paragraph(line: str, position: int, citation: Citation) -> Html:
    """Return a line with the part of the quote that lies in it marked."""
    first = min(max(citation.start - position, 0), len(line))
    last = min(max(citation.end - position, first), len(line))
    before, quote, after = line[:first].lstrip(), line[first:last], line[last:].rstrip()
    if not quote.strip():
        return element("p", line.strip())
    return element("p", joined([before, element("mark", quote.strip()), after]))
