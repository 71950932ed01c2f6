"""What can be done with an answer on the page: filter its rows, take them away, copy, ask again.

Every tool is a link; `page.js` does what its address says, by itself or by asking the server.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answers.answer import Answer, Language
from assistant.faces.rendering.escaping import Html, element, joined
from assistant.faces.rendering.labels import labels_for
from assistant.faces.rendering.references import formatted_reference

# A table that can be seen at a glance needs no filter.
FILTERED_FROM = 4


@dataclass(frozen=True, slots=True)
class ToolWords:
    """The words of the tools in one language."""

    filter: str
    take: str
    quote: str
    copy: str
    retry: str
    edit: str


CHINESE = ToolWords("筛选各行", "下载", "原文", "复制回答和出处", "重新回答", "修改问题")
ENGLISH = ToolWords("filter rows", "Download", "quote", "Copy with sources", "Ask again", "Edit")


def words_for(language: Language) -> ToolWords:
    """Return the words of a language."""
    return CHINESE if language == "zh" else ENGLISH


def table_tools(answer: Answer, turn: int) -> Html:
    """Return what filters the rows of an answer and takes them away as a file."""
    words = words_for(answer.language)
    tools: list[Html] = []
    if len(answer.rows) >= FILTERED_FROM:
        tools.append(element("input", type="search", class_="filter", placeholder=words.filter))
        tools += _findings(answer)
    taken = (
        element("a", kind.upper(), class_="tool", href=f"#{kind}-{turn}")
        for kind in ("csv", "xlsx")
    )
    return element("p", *tools, element("span", words.take, " ", *taken), class_="table-tools")


def _findings(answer: Answer) -> Iterator[Html]:
    """Yield a link a finding, with how many rows there are of it, where there are several."""
    counts = Counter(row.finding for row in answer.rows)
    if answer.kind == "tasks" or len(counts) < 2:
        return
    labels = labels_for(answer.language)
    for finding, count in counts.most_common():
        yield element(
            "a",
            f"{labels.findings[finding]} {count}",
            class_=f"only finding {finding}",
            href=f"#only-{finding}",
        )


def quote_of(answer: Answer, marker: int) -> Html:
    """Return the sentence of a citation, folded away until it is asked for."""
    quotes = (c.quote for c in answer.citations if c.marker == marker)
    words = words_for(answer.language)
    return joined(
        joined([element("a", words.quote, class_="ask-quote", href="#quote"), element("q", quote)])
        for quote in quotes
    )


def acts(answer: Answer, turn: int) -> Html:
    """Return what can be done with the whole answer, and the references that are copied with it."""
    words = words_for(answer.language)
    named = (("copy", words.copy), ("retry", words.retry), ("edit", words.edit))
    links = (element("a", text, class_="act", href=f"#{act}-{turn}") for act, text in named)
    references = (
        element("li", f"[{c.marker}] {formatted_reference(c, answer.language)} 「{c.quote}」")
        for c in answer.citations
    )
    return element(
        "div", element("p", *links, class_="acts"), element("ol", *references, class_="copied")
    )
