"""From a conversation to the blocks of a document."""

from collections.abc import Iterator

from assistant.answers.answer import Answer
from assistant.faces.exports.blocks import Block, Grid, Heading, Look, Paragraph, Run, marker
from assistant.faces.exports.inline import Inline
from assistant.faces.exports.transcript import Exported, Numbering, Transcript
from assistant.faces.exports.wording import Wording, wording_for
from assistant.faces.rendering.answers import BULLET, TABLE_LINE
from assistant.faces.rendering.labels import labels_for
from assistant.faces.rendering.plain import one_line, visible
from assistant.faces.rendering.references import formatted_reference
from assistant.faces.rendering.tables import Table, table_of

# Of these kinds the list in the text says what the table and the quotes below it say.
TABULAR = frozenset({"coverage", "comparison", "tasks"})


def blocks(transcript: Transcript) -> Iterator[Block]:
    """Yield title, questions with their answers and quotes, and the references of all, last."""
    wording = wording_for(transcript.language)
    numbering = Numbering(c for exchange in transcript.exchanges for c in exchange.citations)
    yield Heading(0, one_line(transcript.title))
    count = len(transcript.exchanges)
    yield _line(wording.exported.format(day=transcript.day.isoformat(), questions=count), "aside")
    for exchange in transcript.exchanges:
        yield from _exchange(exchange, numbering)
    yield from _references(numbering, wording)


def _exchange(exchange: Exported, numbering: Numbering) -> Iterator[Block]:
    yield Heading(1, one_line(exchange.question))
    if isinstance(exchange.outcome, str):
        yield _line(exchange.outcome)
    else:
        yield from _answer(exchange.outcome, numbering)


def _answer(answer: Answer, numbering: Numbering) -> Iterator[Block]:
    wording = wording_for(answer.language)
    alone = one_line(answer.standalone_question)
    if alone != one_line(answer.question):
        yield _line(wording.asked_as.format(question=alone), "aside")
    if scope := wording.conditions(answer.filters):
        yield _line(scope, "aside")
    inline = Inline(answer, numbering)
    yield from _text_and_table(answer, inline)
    if answer.coverage and answer.coverage.in_scope:
        yield _line(labels_for(answer.language).examined(answer.coverage), "aside")
    yield from _quotes(answer, numbering, wording)


def _text_and_table(answer: Answer, inline: Inline) -> Iterator[Block]:
    """Yield the text; the table stands where the list would that says the same."""
    table = table_of(answer) if answer.kind in TABULAR else None
    grids = [_grid(table, inline)] if table else []
    instead = bool(table) and answer.generator == "extractive"
    for line in _lines(answer):
        bullet = BULLET.match(line)
        if bullet and instead:
            yield from grids
            grids = []
        elif bullet:
            yield Paragraph(inline.runs(one_line(line[bullet.end() :])), "item")
        elif not (table and TABLE_LINE.match(line)):
            yield Paragraph(inline.runs(one_line(line.strip("# "))))
    yield from grids


def _lines(answer: Answer) -> Iterator[str]:
    """Yield the notes that the text does not hold already, then its lines."""
    yield from (note for note in answer.notes if note not in answer.text)
    yield from filter(str.strip, answer.text.splitlines())


def _grid(table: Table, inline: Inline) -> Grid:
    rows = (
        tuple(
            inline.runs(text) if name == "citation" else (Run(one_line(text)),)
            for name, text in zip(table.names, cells, strict=True)
        )
        for cells in table.cells
    )
    return Grid(one_line(table.caption), table.headings, tuple(rows))


def _quotes(answer: Answer, numbering: Numbering, wording: Wording) -> Iterator[Block]:
    """Yield the quotes in the words of the notices, line breaks and all."""
    if answer.citations:
        yield Heading(2, wording.quotes)
    for citation in answer.citations:
        number = marker(numbering.number(citation))
        yield Paragraph((number, Run(f" 「{visible(citation.quote)}」")), "quote")


def _references(numbering: Numbering, wording: Wording) -> Iterator[Block]:
    """Yield what the numbers stand for; one that reads as another refers to that."""
    if numbering.listed():
        yield Heading(1, wording.references)
    first: dict[str, int] = {}
    for number, citation in numbering.listed():
        line = formatted_reference(citation, wording.language)
        same = first.setdefault(line, number)
        said = line if same == number else wording.same.format(number=same)
        yield Paragraph((marker(number), Run(f" {said}")), "reference")


def _line(text: str, look: Look = "text") -> Paragraph:
    return Paragraph((Run(one_line(text)),), look)
