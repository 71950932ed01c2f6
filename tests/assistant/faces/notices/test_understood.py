"""What was understood of a notice as HTML."""

import re
from dataclasses import replace

import pytest

from assistant.faces.page.notices.understood import notice_html
from assistant.faces.page.notices.wording import CHINESE, ENGLISH
from assistant.faces.rendering.links import opened
from corpus.correction import BY_HAND
from corpus.notice import Reading, Related

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def notice(kewen):
    return kewen.notice("putuo-2016")


def rows(html):
    found = re.findall('<th scope="row">(.*?)</th>(.*?)</tr>', html)
    return {name: re.sub("<[^>]*>", "", cells) for name, cells in found}


def test_every_field_is_shown_with_its_rule_and_how_sure_it_is(notice):
    html = notice_html(notice, {}, CHINESE)
    by_name = rows(html)
    assert by_name["地区"].startswith("上海市普陀区")
    assert "标题里的年份97%" in by_name["规划年份"]
    assert by_name["成文日期"].startswith("2016-05-06")


def test_every_quote_opens_the_place_that_it_was_read_from(notice):
    links = re.findall(
        'class="quote"><a href="([^"]*)"[^>]*>([^<]*)<', notice_html(notice, {}, CHINESE)
    )
    read = [reading for reading in notice.readings if reading.start is not None]
    assert len(links) == len(read)
    for href, quote in links:
        span = opened(href)
        assert " ".join(notice.text[span.start : span.end].split()).startswith(quote.rstrip("…"))


def test_what_was_not_read_is_said_and_what_need_not_be_said_is_not(notice):
    bare = replace(notice, readings=())
    assert rows(notice_html(bare, {}, ENGLISH))["Number"] == "not found"
    assert "Status" not in rows(notice_html(bare, {}, ENGLISH))


def test_a_correction_is_marked_and_not_graded(notice):
    by_hand = Reading("title", "另一个标题", None, None, BY_HAND, 1.0)
    row = rows(notice_html(replace(notice, readings=(by_hand,)), {}, CHINESE))["标题"]
    assert row == "另一个标题 已更正人工更正"


def test_doubts_and_relations_are_said(notice):
    related = (Related("version", "other", 0.9, "other"),)
    doubtful = replace(notice, warnings=("No place is named in it.",), related=related)
    html = notice_html(doubtful, {"other": "新版"}, CHINESE)
    assert "没有写明地区" in html
    assert '已被<a href="#notice/other">《新版》</a>取代。' in html


def test_what_a_notice_says_is_text_and_its_folder_is_not_told(notice):
    reading = Reading("title", HOSTILE, 0, 5, HOSTILE, 0.5)
    hostile = replace(
        notice, title=HOSTILE, text=HOSTILE, readings=(reading,), source=f"/secret/{HOSTILE}.txt"
    )
    html = notice_html(hostile, {}, CHINESE)
    assert "<script" not in html
    assert "/secret" not in html
