import base64

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.webpage import read

PAGE = """<!DOCTYPE html>
<html><head><meta charset="gb2312">
<title>关于印发《星海市科技创新行动计划》的通知_星海市人民政府</title>
<meta name="PubDate" content="2018-03-20 09:00"><meta name="ContentSource" content="市政府网">
<script>var nav = "脚本";</script><style>.a{color:red}</style></head>
<body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/z">政务公开</a></li>
<li><a href="/f">办事服务</a></li><li><a href="/h">互动交流</a></li></ul></div>
<table class="info"><tr><td>索引号：</td><td>SK-2018-001</td><td>发布机构：</td><td>星海市科技局</td></tr>
<tr><td>文号：</td><td>星科〔2018〕12号</td><td>成文日期：</td><td>2018年3月15日</td></tr></table>
<h1>关于印发《星海市科技创新
行动计划》的通知</h1>
<div id="zoom"><p>各有关单位：</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;现将<b>《星海市科技创新行动计划》</b>印发给你们。</p>
<p>一、总体要求<br/>到2020年，全市高新技术企业达到300家。</p>
<table border="1"><tr><th rowspan="2">指标</th><th colspan="2">目标值</th></tr>
<tr><th>2018年</th><th>2020年</th></tr>
<tr><td>高新技术企业（家）</td><td>200</td><td>300</td></tr></table>
<ol><li>加强领导。</li><li>落实责任。</li></ol>
<p>附件：<a href="a.doc">1.任务分解表</a></p></div>
<div class="pager"><a href="1.html">1</a> <a href="2.html">2</a> <a href="3.html">3</a>
<a href="4.html">下一页</a></div>
<div class="footer">版权所有：星海市人民政府 ICP备00000000号</div>
</body></html>"""
LINES = [
    "发布日期：2018-03-20 09:00",
    "来源：市政府网",
    "索引号：SK-2018-001；发布机构：星海市科技局",
    "文号：星科〔2018〕12号；成文日期：2018年3月15日",
    "关于印发《星海市科技创新行动计划》的通知",
    "各有关单位：",
    "现将《星海市科技创新行动计划》印发给你们。",
    "一、总体要求",
    "到2020年，全市高新技术企业达到300家。",
    "指标：高新技术企业（家）；目标值 2018年：200；目标值 2020年：300",
    "1.加强领导。",
    "2.落实责任。",
    "附件：1.任务分解表",
]


def lines(html: str, encoding: str = "utf-8") -> list[str]:
    return read(html.encode(encoding)).text.split("\n")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_a_page_of_a_government_is_its_notice_without_menus_and_scripts(encoding):
    assert lines(PAGE, encoding) == LINES


def test_the_page_in_a_web_archive_is_read():
    head = (
        "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
        "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
    )
    body = base64.encodebytes(PAGE.encode("gb18030")).decode("ascii")
    archive = f"{head}{body}\n--x\nContent-Type: image/png\n\nxxxx\n--x--\n"
    assert lines(archive) == LINES


def test_a_web_archive_without_a_page_is_refused():
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
    archive = f"{head}--x\nContent-Type: image/png\n\nx\n--x--"
    with pytest.raises(UnreadableFile, match="holds no page"):
        lines(archive)


def test_hidden_text_is_left_out_unless_it_is_most_of_the_page():
    assert lines("<p>通知正文在此，请遵照执行。</p><p style='display:none'>暗</p>") == [
        "通知正文在此，请遵照执行。"
    ]
    assert lines("<p>通</p><p style='display: none'>通知正文在此。</p>") == ["通", "通知正文在此。"]


def test_a_list_of_links_to_annexes_is_no_menu():
    links = "".join(f"<li><a href='{n}.doc'>附件{n}</a></li>" for n in range(1, 6))
    assert lines(f"<p>通知。</p><ul>{links}</ul>")[1:] == [f"附件{n}" for n in range(1, 6)]


def test_a_layout_table_is_paragraphs_and_the_table_in_it_rows():
    inner = "<table><tr><td>指标</td><td>单位</td><td>目标</td></tr><tr><td>专利</td><td>件</td><td>9</td></tr></table>"
    html = f"<table><tr><td>左栏</td><td><p>通知</p>{inner}</td></tr></table>"
    assert lines(html) == ["左栏", "通知", "指标：专利；单位：件；目标：9"]


def test_a_numbered_list_starts_where_it_says_and_keeps_written_numbers():
    assert lines("<ol start=3><li>甲</li><li>乙</li></ol>") == ["3.甲", "4.乙"]
    assert lines("<ol><li>（一）甲</li><li>乙</li></ol>") == ["（一）甲", "2.乙"]


def test_the_number_of_an_item_stands_before_its_first_paragraph():
    assert lines("<ol><li><p>甲</p><p>续</p></li><li><ol><li><p>乙</p></li></ol></li></ol>") == [
        "1.甲",
        "续",
        "1.乙",
    ]


def test_the_mark_of_a_note_is_no_figure_and_an_exponent_is():
    assert lines("<p>达到300家<a href='#n'><sup>1</sup></a>，占地10<sup>4</sup>亩</p>") == [
        "达到300家，占地10⁴亩"
    ]
    assert lines("<p>达到300家<sup><a href='#n'>[1]</a></sup>。</p>") == ["达到300家。"]


def test_deleted_text_is_left_out():
    assert lines("<p>本条<del>不</del>如期施行。</p>") == ["本条如期施行。"]


def test_preformatted_lines_stay_lines():
    assert lines("<pre>第一行\n第二行</pre>") == ["第一行", "第二行"]


def test_a_half_character_here_and_there_does_not_lose_the_page():
    data = ("<p>" + "通知正文。" * 2000 + "</p>").encode("gbk") + b"<p>\xd0</p>"
    assert read(data).text.startswith("通知正文。")


def test_what_the_page_declares_is_not_repeated_where_it_is_shown():
    html = (
        "<head><meta name='PubDate' content='2018-03-05'></head><p>发布时间：2018年3月5日 通知</p>"
    )
    assert lines(html) == ["发布时间：2018年3月5日 通知"]


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<b>科</b>" * 1_000_001, "too many elements"),
        ("<div>" * 100_000 + "科技", "nested too deeply"),
    ],
)
def test_a_page_made_to_take_everything_is_refused(html, reason):
    with pytest.raises(UnreadableFile, match=reason):
        lines(html)


def test_entities_are_neither_expanded_nor_fetched(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    html = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><p>通知&x;</p>'
    assert "机密" not in read(html.encode()).text
