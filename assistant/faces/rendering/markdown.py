"""An answer as Markdown, for a terminal, a note or a message; its text is escaped as in HTML."""

from assistant.answers.answer import Answer
from assistant.faces.rendering.escaping import safe
from assistant.faces.rendering.labels import labels_for
from assistant.faces.rendering.sources import reference
from assistant.faces.rendering.tables import Table, table_of


def answer_markdown(answer: Answer) -> str:
    """Return the text, the table, what was examined and the numbered citations."""
    labels = labels_for(answer.language)
    table = table_of(answer)
    blocks = [answer.text.strip()]
    if table:
        blocks.append(_table(table))
    if answer.coverage:
        blocks.append(labels.examined(answer.coverage))
    blocks += answer.notes
    if answer.citations:
        blocks.append(
            "\n".join(
                f"{citation.marker}. {safe(reference(citation, labels))}: “{safe(citation.quote)}”"
                for citation in answer.citations
            )
        )
    return "\n\n".join(blocks) + "\n"


def _table(table: Table) -> str:
    lines = [table.headings, tuple("---" for _ in table.names), *table.cells]
    return "\n".join(f"| {' | '.join(_cell(text) for text in line)} |" for line in lines)


def _cell(text: str) -> str:
    return text if text == "---" else safe(text)
