"""An answer as HTML: its text, its table, what was examined, and where it stands."""

import re
from collections.abc import Collection, Iterator

from assistant.answers.answer import Answer, Citation
from assistant.faces.rendering.escaping import Html, element, joined, safe
from assistant.faces.rendering.labels import Labels, labels_for
from assistant.faces.rendering.sources import reference
from assistant.faces.rendering.tables import Table, table_of

INLINE = re.compile(r"\[(?P<marker>\d{1,4})\]|\*\*(?P<strong>[^*\n]{1,500})\*\*")
BULLET = re.compile(r"\s*(?:[-*•]|\d{1,3}[.)])\s+")
TABLE_LINE = re.compile(r"\s*\|")


def answer_html(answer: Answer, turn: int = 1, *, citations: bool = True) -> Html:
    """Return the answer as one block of HTML.

    :param turn: the number of the answer in its conversation; a citation links to
        ``#cite-<turn>-<marker>``.
    :param citations: whether the list of citations follows.
    """
    labels = labels_for(answer.language)
    markers = {citation.marker for citation in answer.citations}
    table = table_of(answer)
    return element(
        "div",
        element("div", *_blocks(answer.text, markers, turn), class_="answer-text"),
        _table(table, answer, markers, turn) if table else "",
        _coverage(answer, labels),
        joined(element("p", note, class_="note") for note in answer.notes),
        _citations(answer.citations, labels, turn) if citations and answer.citations else "",
        class_=f"answer {answer.status}",
        lang="zh-CN" if answer.language == "zh" else "en",
    )


def cited(text: str, markers: Collection[int], turn: int) -> Html:
    """Return text in which each marker of a citation is a link; other brackets stay text."""
    parts: list[object] = []
    position = 0
    for match in INLINE.finditer(text):
        parts += [text[position : match.start()], _inline(match, markers, turn)]
        position = match.end()
    return joined([*parts, text[position:]])


def _inline(match: re.Match[str], markers: Collection[int], turn: int) -> Html:
    if match["strong"]:
        return element("strong", cited(match["strong"], markers, turn))
    marker = int(match["marker"])
    return _link(marker, turn) if marker in markers else safe(match[0])


def _link(marker: int, turn: int) -> Html:
    return element("a", f"[{marker}]", class_="cite", href=f"#cite-{turn}-{marker}")


def _blocks(text: str, markers: Collection[int], turn: int) -> Iterator[Html]:
    """Yield paragraphs and lists; a table in the text is left out, the rows show it."""
    items: list[Html] = []
    for line in filter(str.strip, text.splitlines()):
        if TABLE_LINE.match(line):
            continue
        bullet = BULLET.match(line)
        if bullet:
            items.append(element("li", cited(line[bullet.end() :], markers, turn)))
            continue
        if items:
            yield element("ul", *items)
            items = []
        yield element("p", cited(line.strip("# "), markers, turn))
    if items:
        yield element("ul", *items)


def _table(table: Table, answer: Answer, markers: Collection[int], turn: int) -> Html:
    head = element("tr", *(element("th", name, scope="col") for name in table.headings))
    body = (
        element(
            "tr",
            *(
                _cell(name, text, row.finding, markers, turn)
                for name, text in zip(table.names, cells, strict=True)
            ),
            class_=row.finding,
        )
        for row, cells in zip(answer.rows, table.cells, strict=True)
    )
    whole = element("table", element("thead", head), element("tbody", *body), class_="rows")
    return element("div", whole, class_="table-scroll", tabindex="0")


def _cell(name: str, text: str, finding: str, markers: Collection[int], turn: int) -> Html:
    if name == "finding":
        content = element("span", text, class_=f"finding {finding}")
    elif name == "citation":
        content = cited(text, markers, turn)
    else:
        content = safe(text)
    return element("td", content, class_=f"column-{name}")


def _coverage(answer: Answer, labels: Labels) -> Html:
    if answer.coverage is None:
        return Html()
    return element("p", labels.examined(answer.coverage), class_="coverage")


def _citations(citations: tuple[Citation, ...], labels: Labels, turn: int) -> Html:
    items = (
        element(
            "li",
            _link(citation.marker, turn),
            element("span", reference(citation, labels), class_="reference"),
            element("q", citation.quote),
        )
        for citation in citations
    )
    return element(
        "div",
        element("p", labels.citations, class_="heading"),
        element("ol", *items),
        class_="citations",
    )
