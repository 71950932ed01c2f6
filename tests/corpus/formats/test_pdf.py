"""PDF: broken lines are paragraphs again, page furniture is left out, pages are kept."""

import io
import random

import pypdfium2
import pytest
from reportlab.platypus import Flowable

from corpus.errors import UnreadableFile
from corpus.formats import limits, pdf, recognition
from tests.corpus.formats.printing import (
    BREAK,
    GB9704,
    SPACED,
    TITLE,
    need_tesseract,
    paragraph,
    printed,
    table,
)

PROSE = (
    "2016年是“十三五”开局之年，区科委将积极对接上海建设具有全球影响力的科技创新中心工作，以建设科创驱动转型实践区为目标，"
    "力争新认定高新技术企业20家，培育科技小巨人企业16家，推进i-Shanghai及CMCC-PTQ无线热点覆盖建设。"
)
LINES = [
    "普陀区科委2016年工作要点",
    "一、着力提升科技产业发展能级",
    PROSE,
    "（一）众创空间。" + PROSE,
    "二、保障措施",
    PROSE * 3,
]


def lines_of(data: bytes) -> list[str]:
    return pdf.read(data).text.split("\n")


def document(style: dict[str, float]) -> list[Flowable]:
    return [paragraph(LINES[0], **TITLE), *(paragraph(line, **style) for line in LINES[1:])]


@pytest.mark.parametrize("style", [GB9704, SPACED], ids=["indented", "spaced"])
def test_the_lines_of_a_paragraph_are_one_line_again(style):
    assert lines_of(printed(*document(style))) == LINES


def test_a_paragraph_goes_on_across_pages_without_head_and_page_number():
    data = printed(*document(GB9704) * 3, head="普陀区人民政府公报 2016年第5期", number="— {} —")
    found = pdf.read(data)
    assert found.text.split("\n") == LINES * 3
    assert len(found.pages) == len(pypdfium2.PdfDocument(data)) > 2
    assert list(found.pages) == sorted(found.pages)


def test_a_page_begins_where_its_text_does():
    data = printed(paragraph("第一页。", **GB9704), BREAK, paragraph("第二页的话。", **GB9704))
    found = pdf.read(data)
    assert [found.text[start:] for start in found.pages] == [found.text, "第二页的话。"]


def test_a_ruled_table_is_rows_with_their_header_in_its_place():
    rows = [
        ["指标", "2017年", "2018年"],
        ["高新技术企业（家）", "820", "900"],
        ["专利", "1.2万", "1.3万"],
    ]
    before, after = paragraph("主要指标如下。", **GB9704), paragraph("以上为预期。", **GB9704)
    assert lines_of(printed(before, table(rows), after)) == [
        "主要指标如下。",
        "指标：高新技术企业（家）；2017年：820；2018年：900",
        "指标：专利；2017年：1.2万；2018年：1.3万",
        "以上为预期。",
    ]


def test_a_cell_over_several_rows_is_repeated_in_each():
    rows = [["部门", "任务"], ["区科委", "新建众创空间"], ["", "培育高新技术企业"]]
    found = lines_of(printed(table(rows, ((0, 1), (0, 2)))))
    assert found == ["部门：区科委；任务：新建众创空间", "部门：区科委；任务：培育高新技术企业"]


def test_a_number_inside_a_page_is_no_page_number():
    assert (
        lines_of(printed(paragraph("共建设", **GB9704), paragraph("2016", **GB9704)))[-1] == "2016"
    )


def test_a_protected_file_is_refused():
    with pytest.raises(UnreadableFile, match="protected by a password"):
        pdf.read(printed(paragraph("通知", **GB9704), password="geheim"))


def test_a_cut_file_is_refused_or_read_never_worse():
    whole, chance = printed(*document(GB9704)), random.Random(7)
    for _ in range(30):
        data = whole[: chance.randrange(len(whole))]
        with pytest.raises(UnreadableFile, match=r"damaged"):
            pdf.read(data)


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_PAGES", 2)
    with pytest.raises(UnreadableFile, match="3 pages, more than 2"):
        pdf.read(printed(*[paragraph("页", **GB9704), BREAK] * 3))


def scan(data: bytes) -> list[object]:
    pages = pypdfium2.PdfDocument(data)
    return [page.render(scale=300 / 72, grayscale=True).to_pil() for page in pages]


def as_pictures(data: bytes) -> bytes:
    """Return the PDF with a picture of each page in place of its text."""
    file, pictures = io.BytesIO(), scan(data)
    pictures[0].save(file, "PDF", save_all=True, append_images=pictures[1:], resolution=300)
    return file.getvalue()


def test_pictures_of_pages_need_tesseract_and_say_so(monkeypatch):
    def missing() -> None:
        raise recognition.Unrecognised(recognition.INSTALL)

    monkeypatch.setattr(recognition, "required", missing)
    with pytest.raises(UnreadableFile, match=r"holds pictures.*Install tesseract"):
        pdf.read(as_pictures(printed(paragraph("通知", **GB9704))))


def test_pictures_of_pages_are_recognised_with_their_pages_and_a_warning():
    need_tesseract()
    data = printed(paragraph(PROSE, **GB9704), BREAK, paragraph("第二页写明保障措施。", **GB9704))
    found = pdf.read(as_pictures(data))
    assert "高新技术企业20家" in found.text
    assert "第二页" in found.text[found.pages[1] :]
    assert len(found.text.split("\n")) == 2
    assert "may be wrong" in found.warnings[0]
