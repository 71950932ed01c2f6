import pytest

from corpus.errors import UnreadableFile
from corpus.formats.office import read
from corpus.formats.wordml import read as read_wordml
from tests.corpus.formats.writing import W, docx, footnote, p, packed, r, tbl, tc

INSERTED = '<w:ins w:id="1" w:author="甲">{}</w:ins>'
DELETED = '<w:del w:id="2" w:author="甲"><w:r><w:delText>已删除的话</w:delText></w:r></w:del>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "a" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
# The text of `files/notice.doc` and `files/notice.rtf` too.
LINES = [
    "星海市科学技术局关于印发《星海市科技创新三年行动计划（2018—2020年）》的通知",
    "星科〔2018〕12号",
    "各有关单位：",
    "现将《星海市科技创新三年行动计划（2018—2020年）》印发给你们，请认真贯彻执行。",
    "一、总体要求",
    "到2020年，全市高新技术企业达到300家，技术合同成交额达到20亿元。",
    "二、重点任务",
    "（一）培育科技企业。",
    "1.新增科技小巨人企业50家。",
    "2.新建众创空间10家。",
    "（二）加快成果转化。",
    "1.新建技术转移机构5家。",
    "三、保障措施",
    "本条保留的插入如期施行。",
    "联系人见市科技局网站。",
    "附件：主要指标",
    "指标：高新技术企业（家）；目标值 2018年：200；目标值 2020年：300",
    "指标：研发投入强度（%）；目标值 2018年：2.8；目标值 2020年：3.2",
    "星海市科学技术局",
    "2018年3月15日",
    "不含已认定的培育企业。",
]


def notice() -> bytes:
    """Return the document of which the other files are conversions."""
    parts = [
        *map(p, LINES[:4]),
        p("总体要求", 0),
        p(
            "到2020年，全市高新技术企业达到300家",
            runs=footnote(1) + r("，技术合同成交额达到20亿元。"),
        ),
        p("重点任务", 0),
        p("培育科技企业。", 1),
        p("新增科技小巨人企业50家。", 2),
        p("新建众创空间10家。", 2),
        p("加快成果转化。", 1),
        p("新建技术转移机构5家。", 2),
        p("保障措施", 0),
        p("本条", runs=INSERTED.format(r("保留的插入")) + DELETED + r("如期施行。")),
        p(
            "联系人见",
            runs=FIELD.format(r("市科技局网站")) + r("。") + r("隐藏文字", "<w:vanish/>"),
        ),
        p("附件：主要指标"),
        tbl(
            tc("指标", merge="restart") + tc("目标值", columns=2),
            tc(merge="continue") + tc("2018年") + tc("2020年"),
            tc("高新技术企业（家）") + tc("200") + tc("300"),
            tc("研发投入强度|（%）") + tc("2.8") + tc("3.2"),
        ),
        *map(p, LINES[-3:-1]),
    ]
    return docx("".join(parts), LINES[-1])


def lines(body: str, *notes: str) -> list[str]:
    return read(docx(body, *notes)).text.split("\n")


def test_a_notice_is_what_prints_with_its_numbers_tables_and_notes():
    assert read(notice()).text.split("\n") == LINES


def test_endnotes_stand_behind_footnotes():
    ends = f'<w:endnotes {W}><w:endnote w:id="1">{p("尾注。")}</w:endnote></w:endnotes>'
    runs = '<w:r><w:endnoteReference w:id="1"/></w:r>' + footnote(1)
    data = docx(p("正文。", runs=runs), "脚注。", **{"word/endnotes.xml": ends})
    assert read(data).text.split("\n") == ["正文。", "脚注。", "尾注。"]


def test_a_text_box_follows_its_paragraph_and_is_read_once():
    box = f"<w:txbxContent>{p('框中的话。')}</w:txbxContent>"
    both = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(p("正文。", runs=both)) == ["正文。", "框中的话。"]


def test_cells_merged_downwards_count_for_each_of_their_rows():
    table = tbl(
        tc("项目") + tc("内容") + tc("单位"),
        tc("平台建设", merge="restart") + tc("新建2个") + tc("科技局"),
        tc(merge="continue") + tc("升级3个") + tc("发改委"),
    )
    assert lines(table) == [
        "项目：平台建设；内容：新建2个；单位：科技局",
        "项目：平台建设；内容：升级3个；单位：发改委",
    ]


def test_a_table_in_a_cell_makes_the_outer_one_a_layout():
    inner = tbl(tc("指标") + tc("目标值"), tc("专利") + tc("300件"))
    outer = f"<w:tbl><w:tr><w:tc>{p('左')}</w:tc><w:tc>{inner}{p('右')}</w:tc></w:tr></w:tbl>"
    assert lines(outer) == ["左", "指标：专利；目标值：300件", "右"]


def test_a_table_of_contents_is_left_out():
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{p('一、总体要求 1')}</w:sdtContent></w:sdt>"
    )
    assert lines(contents + p("正文。")) == ["正文。"]


def test_line_breaks_tabs_and_ticks_are_written():
    symbols = '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B7"/>'
    runs = f"<w:r><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t>{symbols}</w:r>"
    assert lines(p("甲", runs=runs)) == ["甲", "乙 丙☑"]


def test_an_exponent_stays_raised():
    raised = '<w:vertAlign w:val="superscript"/>'
    assert lines(p("占地10", runs=r("4", raised) + r("亩"))) == ["占地10⁴亩"]


def test_the_xml_of_word_2003_is_read_with_the_numbers_it_writes_down():
    xml = (
        '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
        'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"><w:body><w:p><w:pPr><w:listPr>'
        '<wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>总体要求</w:t></w:r></w:p></w:body></w:wordDocument>'
    )
    assert read_wordml(xml.encode()).text == "一、总体要求"


ENTITIES = '<!DOCTYPE x [<!ENTITY a "科科科科科科科科科科">{}]>'.format(
    "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
)


def with_head(head: str, text: str) -> bytes:
    body = f"<w:document {W}><w:body>{p(text)}</w:body></w:document>"
    return packed({"word/document.xml": f'<?xml version="1.0"?>{head}{body}'})


def test_entities_that_multiply_are_refused():
    with pytest.raises(UnreadableFile, match="a part of it is no XML"):
        read(with_head(ENTITIES, "&j;"))


def test_a_file_named_by_an_entity_is_not_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="declares XML entities"):
        read(with_head(f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{secret}">]>', "&a;"))


@pytest.mark.parametrize("size", [30, 200, 1000, -30, -5])
def test_a_file_that_is_cut_off_is_refused(size):
    with pytest.raises(UnreadableFile, match="cut off or damaged"):
        read(notice()[:size])
