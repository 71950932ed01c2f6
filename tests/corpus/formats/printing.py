"""PDF files for tests, printed by reportlab with the Chinese font that every PDF reader knows."""

import io
import os
import shutil

import pytest
from reportlab.lib import colors, pagesizes
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
GB9704 = {"fontSize": 16, "leading": 28, "firstLineIndent": 32, "alignment": TA_JUSTIFY}
SPACED = {"fontSize": 11, "leading": 16, "spaceAfter": 8}
TITLE = {"fontSize": 22, "leading": 32, "alignment": TA_CENTER}
BREAK = PageBreak()


def paragraph(text: str, **style: float) -> Paragraph:
    return Paragraph(text, ParagraphStyle("p", fontName=FONT, wordWrap="CJK", **style))


def table(rows: list[list[str]], *spans: tuple[tuple[int, int], tuple[int, int]]) -> Table:
    ruled = [("FONT", (0, 0), (-1, -1), FONT, 11), ("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    return Table(rows, style=TableStyle([*ruled, *(("SPAN", *span) for span in spans)]))


def printed(*parts: Flowable, head: str = "", number: str = "", password: str = "") -> bytes:
    """Return a PDF; `head` stands above each page, `number` (as "— {} —") below it."""

    def furnish(canvas: Canvas, _document: object) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawString(28 * mm, 285 * mm, head)
        canvas.drawCentredString(105 * mm, 12 * mm, number.format(canvas.getPageNumber()))

    file = io.BytesIO()
    document = SimpleDocTemplate(
        file,
        pagesize=pagesizes.A4,
        leftMargin=28 * mm,
        rightMargin=26 * mm,
        encrypt=password or None,
    )
    document.build(list(parts), onFirstPage=furnish, onLaterPages=furnish)
    return file.getvalue()


def need_tesseract() -> None:
    """Skip a test where tesseract is not installed, unless it has to be."""
    if shutil.which("tesseract") is None and not os.environ.get("KEWEN_REQUIRE_OCR"):
        pytest.skip("tesseract is not installed")
