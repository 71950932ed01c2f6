"""A conversation as a Word file (DOCX): headings, tables and styles that Word knows."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from docx import Document
from docx.document import Document as Opened
from docx.shared import Length
from docx.text.paragraph import Paragraph as Written

from assistant.faces.exports.blocks import Block, Grid, Heading, Look, Paragraph, Run, Runs
from assistant.faces.exports.contents import blocks
from assistant.faces.exports.styles import ASIDE, CELL, TEXT_WIDTH, head_row, lay_out
from assistant.faces.exports.transcript import Transcript
from assistant.faces.rendering.plain import columns_wide, one_line

AUTHOR = "科问 kewen"
STYLES: dict[Look, str] = {
    "text": "Normal",
    "item": "List Bullet",
    "aside": ASIDE,
    "quote": "Quote",
    "reference": "Normal",
}
# A column is as wide as its longest cell, in letters, within these bounds, or in proportion less.
NARROWEST, WIDEST = 6, 40


def to_docx(transcript: Transcript) -> bytes:
    """Return the conversation as one Word file."""
    document = Document()
    lay_out(document)
    _describe(document, transcript)
    writer = _Writer(document)
    for block in blocks(transcript):
        writer.write(block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _describe(document: Opened, transcript: Transcript) -> None:
    about = document.core_properties
    about.title = one_line(transcript.title)[:255]
    about.author = about.last_modified_by = AUTHOR
    about.comments, about.language = "", "zh-CN"
    about.created = about.modified = datetime.combine(transcript.day, datetime.min.time())


class _Writer:
    """Writes blocks at the end of a document."""

    def __init__(self, document: Opened) -> None:
        self.document = document
        # python-docx looks a style up in all of them each time, which is most of its work.
        self.style_ids = {style.name: style.style_id for style in document.styles}

    def write(self, block: Block) -> None:
        """Write one block."""
        if isinstance(block, Heading):
            style = f"Heading {block.level}" if block.level else "Title"
            self._fill(self.document.add_paragraph(), style, (Run(block.text),))
        elif isinstance(block, Paragraph):
            self._fill(self.document.add_paragraph(), STYLES[block.look], block.runs)
        elif isinstance(block, Grid):
            self._write_grid(block)
        else:
            assert_never(block)

    def _fill(self, paragraph: Written, style: str, runs: Runs) -> None:
        paragraph._p.style = self.style_ids[style]
        for run in runs:
            # A line break in the text becomes one of Word.
            paragraph.add_run(run.text).bold = run.strong or None

    def _write_grid(self, grid: Grid) -> None:
        if grid.caption:
            self._fill(self.document.add_paragraph(), "Caption", (Run(grid.caption),))
        headings = tuple((Run(heading, strong=True),) for heading in grid.headings)
        lines = (headings, *grid.rows)
        table = self.document.add_table(len(lines), len(headings), style="Table Grid")
        head_row(table.rows[0])
        widths = _widths(lines)
        for row, cells in zip(table.rows, lines, strict=True):
            for cell, runs, width in zip(row.cells, cells, widths, strict=True):
                cell.width = width
                self._fill(cell.paragraphs[0], CELL, runs)


def _widths(lines: Sequence[Sequence[Runs]]) -> list[Length]:
    """Return the widths of the columns, by their longest cells, which together fill the page."""
    letters = [
        min(
            WIDEST,
            max(NARROWEST, *(columns_wide("".join(r.text for r in cell)) for cell in column)),
        )
        for column in zip(*lines, strict=True)
    ]
    return [Length(TEXT_WIDTH * wide // sum(letters)) for wide in letters]
