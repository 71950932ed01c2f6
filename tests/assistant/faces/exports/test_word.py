"""Word: real headings, tables and styles; whatever is in a notice, the file opens."""

import io
from datetime import datetime

import pytest
from docx import Document
from docx.oxml.ns import qn

from assistant.faces.exports import to_docx
from assistant.faces.rendering.plain import one_line, visible
from corpus.reading import read
from tests.assistant.faces.exports.told import (
    DAY,
    HOSTILE,
    answer,
    citation,
    everywhere,
    lookup,
    transcript,
)


def opened(told):
    return Document(io.BytesIO(to_docx(told)))


def of_style(document, name):
    return [p.text for p in document.paragraphs if p.style.name == name]


def test_questions_and_parts_are_headings_of_word():
    document = opened(transcript(answer(), "没有索引。"))
    assert of_style(document, "Title") == ["对话记录"]
    assert of_style(document, "Heading 1") == ["哪些区提出了目标？", "问？", "参考文献"]
    assert of_style(document, "Heading 2") == ["引文"]


def test_rows_are_a_table_whose_head_is_repeated():
    (table,) = opened(transcript(answer())).tables
    assert table.style.name == "Table Grid"
    assert [cell.text for cell in table.rows[0].cells][-1] == "出处"
    assert [cell.text for cell in table.rows[1].cells] == [
        "普陀区", "2016", "提出目标", "力争 20家", "新认定", "[1]",
    ]  # fmt: skip
    heads = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None
             for row in table.rows]  # fmt: skip
    assert heads == [True, False, False]


def test_a_table_fits_between_the_margins():
    document = opened(transcript(answer()))
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    widths = [cell.width for cell in document.tables[0].rows[1].cells]
    assert room * 0.99 < sum(widths) <= room
    assert min(widths) > 0


def test_quotes_are_exact_with_their_line_breaks():
    quote = "主要任务：\n1.新建两家；\t\n2.新增四家。"
    document = opened(transcript(lookup("甲 [1]", citation(quote=quote))))
    assert of_style(document, "Quote") == [f"[1] 「{quote}」"]


def test_points_are_a_list_with_bold_names():
    document = opened(transcript(lookup("**普陀区**：\n- **甲**：四家 [1]", citation())))
    assert of_style(document, "List Bullet") == ["甲：四家 [1]"]
    point = next(p for p in document.paragraphs if p.style.name == "List Bullet")
    assert [run.text for run in point.runs if run.bold] == ["甲"]


@pytest.mark.parametrize(
    ("style", "face"), [("Normal", "宋体"), ("Heading 1", "黑体"), ("Quote", "宋体")]
)
def test_faces_are_set_for_chinese_and_no_theme_comes_before_them(style, face):
    fonts = opened(transcript(answer())).styles[style].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == face
    assert not [name for name in fonts.attrib if name.endswith("Theme")]


def test_the_file_says_what_it_is_and_when_it_was_made():
    about = opened(transcript(answer(), title="对话\n记录\x00")).core_properties
    assert about.title == "对话 记录"
    assert about.author == "科问 kewen"
    assert about.created.replace(tzinfo=None) == datetime.combine(DAY, datetime.min.time())
    assert about.modified == about.created


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_others_wrote_is_text_less_what_cannot_be_seen(hostile):
    document = opened(everywhere(hostile))
    text = one_line(hostile)
    assert of_style(document, "Title") == [text]
    assert of_style(document, "Heading 1") == [text, text, "问？", "参考文献"]
    assert of_style(document, "Quote")[0] == f"[1] 「{visible(hostile)}」"
    assert document.tables[0].rows[1].cells[0].text == text
    assert len(document.tables) == 1
    assert len(document.tables[0].rows) == 3


def test_a_file_holds_nothing_that_runs_or_loads():
    document = opened(everywhere("<script>=cmd|'/c calc'!A1</script> http://evil.example"))
    relations = document.part.rels.values()
    assert not [relation for relation in relations if relation.is_external]
    fields = document.element.xpath("//w:instrText | //w:fldSimple | //w:hyperlink | //w:object")
    assert not fields


def test_what_was_exported_can_be_indexed(kewen, tmp_path):
    asked = kewen.ask("2016–2018年哪些区提出了高新技术企业目标？")
    path = tmp_path / "conversation.docx"
    path.write_bytes(to_docx(transcript(asked)))
    stored = read(path)
    for cited in asked.citations:
        assert cited.quote in stored.text
    for row in asked.rows:
        assert row.place in stored.text
    assert "已逐份查阅 4 份" in stored.text
    assert not stored.warnings
