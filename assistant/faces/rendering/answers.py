"""An answer as HTML: its text, its table, what was examined, and where it stands."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from assistant.answers.answer import Answer, Row
from assistant.faces.rendering.escaping import Html, element, joined, safe
from assistant.faces.rendering.labels import Labels, labels_for
from assistant.faces.rendering.plots import plots_html
from assistant.faces.rendering.sources import reference
from assistant.faces.rendering.tables import Table, table_of
from assistant.faces.rendering.tools import acts, quote_of, table_tools

INLINE = re.compile(r"\[(?P<marker>\d{1,4})\]|\*\*(?P<strong>[^*\n]{1,500})\*\*")
BULLET = re.compile(r"\s{0,9}[-*•]\s+")
TABLE_LINE = re.compile(r"\s{0,9}\|")


def answer_html(
    answer: Answer, turn: int = 1, *, citations: bool = True, tools: bool = False
) -> Html:
    """Return the answer as one block of HTML.

    :param turn: the number of the answer in its conversation; a citation links to
        ``#cite-<turn>-<marker>``.
    :param citations: whether the list of citations follows.
    :param tools: whether it comes with what can be done with it on the page.
    """
    labels = labels_for(answer.language)
    links = Links(turn, frozenset(citation.marker for citation in answer.citations))
    table = table_of(answer)
    return element(
        "div",
        *_text_and_table(answer, table, links, labels, tools=tools),
        _coverage(answer, labels),
        _plots(answer, turn, labels) if tools else "",
        _citations(answer, links, labels) if citations else "",
        acts(answer, turn) if tools else "",
        class_=f"answer {answer.status}",
        lang="zh-CN" if answer.language == "zh" else "en",
    )


@dataclass(frozen=True, slots=True)
class Links:
    """Which markers of an answer lead to a citation."""

    turn: int
    markers: Collection[int]

    def link(self, marker: int) -> Html:
        """Return the link to a citation."""
        href = f"#cite-{self.turn}-{marker}"
        return element("a", f"[{marker}]", class_="cite", href=href)

    def cited(self, text: str) -> Html:
        """Return text in which the marker of a citation is a link; other brackets stay text."""
        parts: list[object] = []
        position = 0
        for match in INLINE.finditer(text):
            parts += [text[position : match.start()], self._inline(match)]
            position = match.end()
        return joined([*parts, text[position:]])

    def _inline(self, match: re.Match[str]) -> Html:
        if match["strong"]:
            return element("strong", self.cited(match["strong"]))
        marker = int(match["marker"])
        return self.link(marker) if marker in self.markers else safe(match[0])


def _text_and_table(
    answer: Answer, table: Table | None, links: Links, labels: Labels, *, tools: bool
) -> Iterator[Html]:
    """Yield the text; where a table says the same as its list, the list folds behind the table."""
    shown = table is None
    for tag, block in _blocks(answer.text, links):
        if tag == "ul" and table is not None:
            yield _table(table, answer, links, tools=tools)
            yield element("details", element("summary", labels.one_by_one), block)
            shown = True
        else:
            yield block
    if table is not None and not shown:
        yield _table(table, answer, links, tools=tools)


def _blocks(text: str, links: Links) -> Iterator[tuple[str, Html]]:
    """Yield paragraphs and lists; a table in the text is left out, the rows show it."""
    items: list[Html] = []
    for line in filter(str.strip, text.splitlines()):
        bullet = BULLET.match(line)
        if bullet:
            items.append(element("li", links.cited(line[bullet.end() :])))
            continue
        if items:
            yield "ul", element("ul", *items)
            items = []
        if not TABLE_LINE.match(line):
            yield "p", element("p", links.cited(line.strip("# ")))
    if items:
        yield "ul", element("ul", *items)


def _table(table: Table, answer: Answer, links: Links, *, tools: bool) -> Html:
    head = element("tr", *(_heading(name, tools) for name in table.headings))
    body = (
        element("tr", *_cells(table, cells, answer, row, links, tools=tools), class_=row.finding)
        for row, cells in zip(answer.rows, table.cells, strict=True)
    )
    whole = element(
        "table",
        element("caption", table.caption) if table.caption else "",
        element("thead", head),
        element("tbody", *body),
        class_="rows sortable" if tools else "rows",
    )
    scrolled = element("div", whole, class_="table-scroll", tabindex="0")
    return joined([table_tools(answer, links.turn), scrolled]) if tools else scrolled


def _heading(name: str, tools: bool) -> Html:
    return element("th", name, scope="col", class_="sortable" if tools else None)


def _cells(
    table: Table, cells: tuple[str, ...], answer: Answer, row: Row, links: Links, *, tools: bool
) -> Iterator[Html]:
    for name, text in zip(table.names, cells, strict=True):
        content = safe(text)
        if name == "finding":
            content = element("span", text, class_=f"finding {row.finding}")
        elif name == "citation":
            quote = quote_of(answer, row.citation) if tools and row.citation else ""
            content = joined([links.cited(text), quote])
        yield element("td", content, class_=f"column-{name}")


def _plots(answer: Answer, turn: int, labels: Labels) -> Html:
    plots = plots_html(answer, answer.language, turn=turn)
    if not plots:
        return Html()
    return element("details", element("summary", labels.plots), plots, class_="plots")


def _coverage(answer: Answer, labels: Labels) -> Html:
    if answer.coverage is None or not answer.coverage.in_scope:
        return Html()
    return element("p", labels.examined(answer.coverage), class_="coverage")


def _citations(answer: Answer, links: Links, labels: Labels) -> Html:
    if not answer.citations:
        return Html()
    items = (
        element(
            "li",
            links.link(citation.marker),
            element("span", reference(citation, labels), class_="reference"),
            element("q", citation.quote),
        )
        for citation in answer.citations
    )
    heading = element("p", labels.citations, class_="heading")
    return element("div", heading, element("ol", *items), class_="citations")
