"""Rendering: nothing that others wrote becomes markup; rows, figures and sources read well."""

import re
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest

from assistant.answers.answer import Answer, Citation, Coverage, Row
from assistant.faces.rendering import (
    Html,
    answer_html,
    element,
    reference,
    safe,
)
from assistant.faces.rendering.labels import CHINESE, ENGLISH
from assistant.faces.rendering.notices import Marked, panel_html
from corpus.notice import Years

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '<a href="javascript:alert(1)">点击</a>',
    "[点击](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "<div style=\"background:url('https://evil.example')\">",
    '<form action="https://evil.example"><input></form>',
    "<iframe src=//evil.example></iframe>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "</div></td></table><h1>出界</h1>",
    "<!-- 注释 -->",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "${alert(1)} {{constructor.constructor('alert(1)')()}}",
    "$$\\href{javascript:alert(1)}{x}$$",
    "\n\n<b>新段</b>\n\n",
    "```html\n<script>alert(1)</script>\n```",
    "|a|b|\n|---|---|\n|<b>|c|",
    "\u202e反向\u200b零宽\U000e0041标签",
    "<<a>script>alert(1)<</a>/script>",
]
ALLOWED = {
    "div", "p", "a", "span", "strong", "ul", "ol", "li", "q", "table", "caption", "thead",
    "tbody", "tr", "th", "td", "details", "summary", "mark",
}  # fmt: skip
ATTRIBUTES = {"class", "href", "lang", "scope", "tabindex"}


class Elements(HTMLParser):
    """The elements, attributes and text of some HTML."""

    def __init__(self, html):
        super().__init__()
        self.open, self.found, self.attributes, self.links, self.text = [], set(), set(), [], ""
        self.feed(html)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag, attrs):
        self.found.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name == "href"]
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_comment(self, data):
        raise AssertionError(data)

    def handle_data(self, data):
        self.text += data


def citation(marker=1, **changes):
    values = {
        "marker": marker,
        "notice_id": "putuo-2016",
        "title": "普陀区科委2016年工作要点",
        "place": "普陀区",
        "issuer": "普陀区科学技术委员会",
        "document_number": "普科〔2016〕1号",
        "issued_on": date(2016, 5, 6),
        "section_path": ("一、产业",),
        "start": 0,
        "end": 4,
        "quote": "新增四家",
    }
    return Citation(**(values | changes))


def row(**changes):
    values = {
        "notice_id": "putuo-2016",
        "place": "普陀区",
        "year": 2016,
        "finding": "target",
        "indicator": "高新技术企业",
        "action": "新认定",
        "comparator": "=",
        "comparator_text": "力争",
        "value": "20家",
        "citation": 1,
    }
    return Row(**(values | changes))


SILENT = row(
    place="虹口区",
    year=2015,
    finding="silent",
    action=None,
    comparator=None,
    comparator_text=None,
    value=None,
    citation=None,
)


def answer(**changes):
    values = {
        "question": "问",
        "standalone_question": "问",
        "language": "zh",
        "kind": "coverage",
        "status": "answered",
        "text": "两份。\n\n- **普陀区**：力争 20家 [1]\n- 虹口区：未提及\n\n注意口径。",
        "rows": (row(), SILENT),
        "coverage": Coverage(2, 2, 1),
        "citations": (citation(),),
    }
    return Answer(**(values | changes))


def everywhere(text):
    """An answer with the text wherever text of others can stand."""
    quoted = citation(
        title=text, issuer=text, document_number=text, section_path=(text, text), quote=text
    )
    told = row(
        place=text,
        indicator=text,
        action=text,
        value=text,
        comparator_text=text,
        deadline=text,
        responsible=(text, text),
    )
    lines = f"{text} [1]\n- {text}\n**{text}** [2] [99]"
    return answer(text=lines, rows=(told, SILENT), citations=(quoted,), notes=(text,))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_others_wrote_is_only_ever_text(hostile):
    html = answer_html(everywhere(hostile))
    found = Elements(html)
    assert found.found <= ALLOWED
    assert found.attributes <= ATTRIBUTES
    assert set(found.links) == {"#cite-1-1"}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_an_answer_is_one_block_for_markdown(hostile):
    html = answer_html(everywhere(hostile))
    assert html.startswith("<div")
    assert not set(html) & set("\n\r`*$\\{}|~")


@pytest.mark.parametrize("plain", ["力争20家", "a < b & c > d", "5-10家「甲」", "100%", "x_y*z"])
def test_safe_text_reads_as_it_was(plain):
    assert Elements(element("p", plain)).text == plain


def test_what_cannot_be_seen_is_left_out():
    assert safe("甲\u200b乙\u202e丙\U000e0041") == "甲乙丙"


def test_html_is_not_escaped_twice_and_text_always_is():
    assert element("p", element("b", "<"), "<") == "<p><b>&lt;</b>&lt;</p>"
    assert isinstance(safe(Html("<b>")), Html)


def test_attributes_cannot_be_left():
    assert element("a", "x", href='"><b>') == '<a href="&quot;&gt;&lt;b&gt;">x</a>'


def test_markers_of_citations_are_links_and_others_are_text():
    html = answer_html(answer(text="甲 [1] 乙 [0] 丙 [2]", rows=()), turn=3)
    assert Elements(html).links == ["#cite-3-1", "#cite-3-1"]
    assert "&#91;0&#93;" in html
    assert "&#91;2&#93;" in html


def test_a_finding_is_said_by_word_and_colour():
    html = answer_html(answer())
    assert '<span class="finding target">提出目标</span>' in html
    assert '<span class="finding silent">未提及</span>' in html


def test_what_all_rows_share_stands_above_the_table():
    html = answer_html(answer())
    assert "<caption>高新技术企业</caption>" in html
    assert "指标" not in html


def test_the_list_that_says_the_same_folds_behind_the_table():
    html = answer_html(answer())
    assert html.index("<table") < html.index("<details") < html.index("注意口径")


def test_tasks_show_who_and_by_when_but_no_finding():
    told = [
        row(indicator=name, value=None, responsible=("区科委",), deadline="2015-06-30")
        for name in ("一事", "二事")
    ]
    html = answer_html(answer(kind="tasks", rows=tuple(told)))
    assert all(word in html for word in ("任务", "责任单位", "区科委", "2015-06-30", "二事"))
    assert "提出目标" not in html


def test_a_single_figure_needs_no_table():
    assert "<table" not in answer_html(answer(kind="lookup", rows=(row(),)))


def test_coverage_is_said():
    assert "已逐份查阅 2 份" in answer_html(answer())
    assert "2 examined" in answer_html(answer(language="en"))


@pytest.mark.parametrize(
    ("labels", "changes", "said"),
    [
        (CHINESE, {}, "力争 20家"),
        (CHINESE, {"comparator": ">", "comparator_text": None}, "超过 20家"),
        (CHINESE, {"comparator": "=", "comparator_text": None}, "20家"),
        (CHINESE, {"comparator": ">=", "comparator_text": "以上", "value": "2家以上"}, "2家以上"),
        (CHINESE, {"value": None}, ""),
        (ENGLISH, {"comparator": ">", "comparator_text": "超过"}, "more than 20家"),
        (ENGLISH, {}, "aims for 20家"),
    ],
)
def test_a_figure_comes_with_its_bound_in_words(labels, changes, said):
    assert labels.figure(row(**changes)) == said


def test_citations_name_issuer_number_day_section_and_quote():
    html = answer_html(answer())
    for part in ("普陀区科学技术委员会", "普科〔2016〕1号", "2016-05-06", "一、产业", "新增四家"):
        assert part in Elements(html).text


def test_a_citation_names_its_page_and_the_years_it_looks_back_on():
    seen = citation(page=3, role="review", years=Years(2013, 2013))
    assert CHINESE.place_of(seen) == ["第 3 页", "回顾 2013 年"]
    assert ENGLISH.place_of(seen) == ["p. 3", "looks back on 2013"]
    assert reference(seen, CHINESE).endswith("第 3 页 · 回顾 2013 年")
    assert CHINESE.place_of(citation(years=Years(2016, 2016))) == []


def test_every_quote_of_the_shipped_notices_is_marked(kewen):
    for question in ("2016–2018年哪些区提出了高新技术企业目标？", "哪些区提出了众创空间目标？"):
        for cited in kewen.ask(question).citations:
            span = Marked(cited.start, cited.end)
            html = panel_html(kewen.notice(cited.notice_id), span, "zh")
            marked = "".join(re.findall(r"<mark[^>]*>([^<]*)</mark>", html))
            assert "".join(unescape(marked).split()) == "".join(cited.quote.split())
