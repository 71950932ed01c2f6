"""The list as HTML."""

import re

from assistant.faces.page.notices.links import chosen_by, notice_link
from assistant.faces.page.notices.selecting import Wanted, select
from assistant.faces.page.notices.views import counted, list_html
from assistant.faces.page.notices.wording import CHINESE, ENGLISH
from corpus.notice import Related
from tests.assistant.faces.notices.conftest import summary

HOSTILE = '<img src=x onerror=alert(1)>"关于'
OLD = summary("old", "旧办法", related=(Related("repeals", "new/1", 0.5, "new/1"),))
NEW = summary("new/1", "新办法", warnings=("No year was found in the title.", "别的提醒"), tasks=2)


def shown(*notices, wording=CHINESE, titles=None):
    return list_html(select(notices, Wanted()), titles or {}, wording)


def headings(html):
    return re.findall('<th scope="col">(.*?)</th>', html)


def test_columns_that_would_say_nothing_are_left_out():
    assert headings(shown(summary("a", "通知"))) == ["标题", "段落", "数字", "任务"]
    assert headings(shown(OLD, NEW, wording=ENGLISH)) == [
        "Title",
        "Passages",
        "Figures",
        "Tasks",
        "Warnings",
        "Related",
    ]


def test_a_title_opens_the_source_its_page_and_its_details():
    html = shown(NEW)
    assert 'href="#open/new%2F1/0/0"' in html
    assert 'href="/notice/new%2F1?start=0&amp;end=0#cited"' in html
    assert 'href="#notice/new%2F1"' in html


def test_the_page_can_sort_the_table():
    assert '<table class="sortable notices">' in shown(NEW)


def test_warnings_are_counted_and_folded_in_the_language_of_the_page():
    html = shown(NEW)
    assert "<summary>2 条</summary>" in html
    assert "没有写明年份" in html
    assert "No year was found" in shown(NEW, wording=ENGLISH)


def test_a_related_notice_is_named_and_leads_to_its_details():
    html = shown(OLD, titles={"new/1": "新办法"})
    assert "<summary>已被…废止。</summary>" in html
    assert '已被<a href="#notice/new%2F1">《新办法》</a>废止。' in html


def test_what_a_notice_says_is_text():
    html = shown(
        summary("x", HOSTILE, issuer=HOSTILE, document_number=HOSTILE, notice_type=HOSTILE)
    )
    assert "<img" not in html
    assert html.count("&lt;img src=x") == 4


def test_what_to_do_is_said_where_nothing_is_shown():
    assert "选择文件" in shown()
    selection = select([NEW], Wanted("没有的词"))
    assert "换一个词" in list_html(selection, {}, CHINESE)
    assert "Try another word" in list_html(selection, {}, ENGLISH)


def test_it_is_said_how_many_there_are_and_on_which_page_one_is():
    assert "1 / 2 份通知" in counted(select([OLD, NEW], Wanted("旧")), CHINESE)
    many = [summary(str(number), "通知") for number in range(101)]
    assert "101 / 101 份通知 · 第 2 / 2 页" in counted(select(many, Wanted(page=2)), CHINESE)
    assert counted(select([], Wanted()), CHINESE) == ""


def test_a_link_chooses_the_notice_that_it_was_made_for():
    for notice_id in ("a/b", "通知 1", "50%", "#notice", "?x"):
        assert chosen_by(notice_link(notice_id)) == notice_id
        assert chosen_by(notice_id) == notice_id
