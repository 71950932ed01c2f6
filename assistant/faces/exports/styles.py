"""How an exported Word file looks: page, faces, sizes."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Row

# A4 with the margins that Chinese Word begins with, as whole centimetres.
PAGE = (Cm(21), Cm(29.7))
MARGIN = Cm(2.5)
TEXT_WIDTH = PAGE[0] - 2 * MARGIN
# Names only: GB/T 9704 has headings in a black face, bodies in a Song one; Word finds others where
# these are not installed.
BODY, BLACK, LATIN = "宋体", "黑体", "Times New Roman"
INK, SOFT = RGBColor(0x22, 0x26, 0x2B), RGBColor(0x64, 0x6B, 0x73)
# Styles of ours: what is said about an answer, and what stands in a table.
ASIDE, CELL = "Aside", "Cell"


def lay_out(document: Document) -> None:
    """Set page, styles and page numbers of a new document."""
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    _style(document, "Normal", BODY, 11)
    _style(document, "Title", BLACK, 20)
    _style(document, "Heading 1", BLACK, 15)
    _style(document, "Heading 2", BLACK, 12)
    _style(document, "Caption", BLACK, 10).paragraph_format.keep_with_next = True
    _style(document, "Quote", BODY, 10.5).paragraph_format.left_indent = Cm(0.8)
    _style(document, ASIDE, BODY, 10, SOFT).paragraph_format.space_before = Pt(6)
    _style(document, CELL, BODY, 9).paragraph_format.space_after = Pt(0)
    _number_pages(document)


def head_row(row: _Row) -> None:
    """Make a row the head of its table, which every page repeats."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _style(
    document: Document, name: str, face: str, size: float, colour: RGBColor = INK
) -> ParagraphStyle:
    styles = document.styles
    known = name in styles
    style = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    # The faces of a theme would come before ours.
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    style.font.name = LATIN
    fonts.set(qn("w:eastAsia"), face)
    style.font.size, style.font.color.rgb, style.font.italic = Pt(size), colour, False
    return style


def _number_pages(document: Document) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    # What stands in the field until a program works it out.
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)
