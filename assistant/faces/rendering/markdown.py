"""An answer as Markdown, for a note or a message; what others wrote cannot become markup in it."""

from collections.abc import Sequence
from html import escape

from assistant.answers.answer import Answer
from assistant.faces.rendering.escaping import INVISIBLE
from assistant.faces.rendering.labels import labels_for
from assistant.faces.rendering.sources import reference
from assistant.faces.rendering.tables import Table, table_of

ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]|"})


def answer_markdown(answer: Answer) -> str:
    """Return the text, the table, what was examined and the numbered citations."""
    labels = labels_for(answer.language)
    table = table_of(answer)
    # The text is Markdown already; HTML and links in what it quotes are not.
    blocks = [_without_html(answer.text).replace("](", "]\\(").strip()]
    if table:
        blocks.append(_table(table))
    if answer.coverage and answer.coverage.in_scope:
        blocks.append(labels.examined(answer.coverage))
    if answer.citations:
        blocks.append("\n".join(_numbered(answer)))
    return "\n\n".join(blocks) + "\n"


def _numbered(answer: Answer) -> list[str]:
    labels = labels_for(answer.language)
    return [
        f"{citation.marker}. {_plain(reference(citation, labels))}「{_plain(citation.quote)}」"
        for citation in answer.citations
    ]


def _table(table: Table) -> str:
    lines: list[Sequence[str]] = [table.headings, ["---"] * len(table.names)]
    for cells in table.cells:
        lines.append([_cell(*pair) for pair in zip(table.names, cells, strict=True)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(name: str, text: str) -> str:
    return text if name == "citation" else _plain(text)


def _plain(text: str) -> str:
    return _without_html(" ".join(text.split())).translate(ESCAPED)


def _without_html(text: str) -> str:
    return escape(INVISIBLE.sub("", text), quote=False)
