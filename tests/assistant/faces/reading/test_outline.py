"""The outline: nested as the notice is, folded where it is long, marked where it is cited."""

import time

from assistant.faces.rendering.notices import Marked, outline_html
from assistant.faces.rendering.notices.entries import entries
from corpus.understanding import understand_text
from tests.assistant.faces.reading.shown import HOSTILE, Shown

TEXT = (
    "普陀区科委2016年工作要点\n一、目标\n（一）企业\n1.培育\n新增4家。\n2.服务\n走访。\n"
    "（二）空间\n新建5家。\n二、措施\n加强领导。"
)


def understood(text):
    return understand_text(text, "n", source="n.txt", sha256="")


def anchored(entry):
    return f"#{entry.anchor}"


def shown(text, *spans):
    return Shown(outline_html(understood(text), "zh", anchored, spans=spans))


def long_text(parts=20):
    numerals = "一二三四五六七八九十"
    names = [f"{'' if n < 10 else '十'}{numerals[n % 10]}" for n in range(parts)]
    return "普陀区科委2016年工作要点\n" + "".join(
        f"{name}、工作{name}\n（一）企业\n1.培育\n新增4家。\n2.服务\n走访企业。\n（二）空间\n建设。\n"
        for name in names
    )


def test_the_headings_stand_in_one_another():
    html = outline_html(understood(TEXT), "zh", lambda entry: f"#{entry.title}")
    assert Shown(html).text("nav") == "一、目标（一）企业1.培育2.服务（二）空间二、措施"
    inner = '<ul><li><a href="#1.培育">1.培育</a></li><li><a href="#2.服务">2.服务</a></li></ul>'
    assert f"（一）企业</a>{inner}" in html
    assert html.count("<ul>") == html.count("</ul>") == 3


def test_a_heading_is_found_where_it_stands():
    for entry in entries(understood(TEXT)):
        assert TEXT[entry.start : entry.heading_end] == entry.title


def test_the_words_of_a_heading_may_be_parted_by_white_space():
    text = (
        "某市科技进步条例\n第一章　总则\n第一条　为了促进科技进步，制定本条例。\n第二章　附则\n无。"
    )
    stretches = [text[e.start : e.heading_end] for e in entries(understood(text))]
    assert stretches[0] == "第一章　总则"


def test_headings_above_what_is_cited_are_marked():
    start = TEXT.index("走访")
    found = shown(TEXT, Marked(start, start + 2))
    assert found.text("a", "holds") == "一、目标（一）企业2.服务"


def test_nothing_is_marked_for_an_empty_stretch_before_the_first_heading():
    assert shown(TEXT, Marked(0, 0)).text("a", "holds") == ""


def test_a_notice_without_headings_has_no_outline():
    assert outline_html(understood("普陀区新增众创空间四家。"), "zh", anchored) == ""


def test_a_long_outline_folds_below_the_second_level():
    text = long_text()
    start = text.index("走访")
    found = shown(text, Marked(start, start + 2))
    folded = found.all("details")
    assert len(folded) == 20
    assert [i for i, attributes in enumerate(folded) if "open" in attributes] == [0]
    assert found.text("summary").count("（一）企业") == 20
    assert "details" not in shown(long_text(parts=5)).tags


def test_every_link_leads_to_a_heading_of_the_text():
    notice = understood(long_text())
    links = [link["href"] for link in Shown(outline_html(notice, "zh", anchored)).all("a")]
    assert links == [f"#at-{s.start}" for s in notice.sections if s.level]
    assert len(set(links)) == len(links) == 100


def test_headings_of_others_are_only_ever_text():
    for hostile in HOSTILE:
        found = shown(f"普陀区工作要点\n一、{hostile}\n新增四家。\n二、{hostile}\n完成好。")
        assert found.tags <= {"nav", "ul", "li", "a"}
        assert all(link["href"].startswith("#at-") for link in found.all("a"))


def test_a_thousand_headings_take_no_time():
    notice = understood(long_text(parts=20) * 10)
    begin = time.perf_counter()
    outline_html(notice, "zh", anchored, spans=[Marked(0, 9)])
    # A tenth of it is usual; more than this would be a loop in a loop.
    assert time.perf_counter() - begin < 0.5
