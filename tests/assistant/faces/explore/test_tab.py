import re

import pytest

from assistant.faces.page.explore.controls import OF_VIEW
from assistant.faces.page.explore.wording import VIEWS
from assistant.faces.rendering.links import opened
from tests.assistant.faces.explore.shown import content, rows, text_of, values, visible

LINK = re.compile(r'<a class="(?:figure|task)[^"]*" href="([^"]*)" title="([^"]*)"')


def test_the_first_view_shows_something_before_anything_is_chosen(tab):
    changes = tab.fill("zh", *values())
    view = changes[tab.controls.view]["value"]
    assert view in VIEWS
    assert len(rows(changes[tab.content])) > 2
    assert visible(tab, changes) == set(OF_VIEW[view])


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_shows_records_and_has_its_own_filters(tab, view):
    changes = tab.first("zh", *values(view=view))
    assert visible(tab, changes) == set(OF_VIEW[view])
    assert LINK.search(changes[tab.content])
    assert 'class="hint"' not in changes[tab.content]


@pytest.mark.parametrize("view", VIEWS)
def test_every_figure_and_task_leads_to_where_it_stands(tab, kewen, view):
    shown = content(tab, view=view)
    for href, title in LINK.findall(shown):
        span = opened(href)
        notice = kewen.notice(span.notice_id)
        quote = " ".join(notice.text[span.start : span.end].split())
        assert text_of(title).rstrip("…") in quote


def test_the_matrix_tells_goals_from_results_and_says_who_is_silent(tab):
    shown = content(tab, view="matrix", indicator="高企", measure="总数\t家")
    assert rows(shown) == [
        ["地区", "2018"],
        ["上海市", "—"],
        ["普陀区", "—"],
        ["虹口区", "—"],
        ["嘉定区", "超过 900家"],
        ["海曙区", "—"],
    ]
    assert "1 个地区有数字 4 个在范围内但没有" in text_of(shown)
    assert 'class="figure target"' in shown


def test_the_measures_of_the_indicator_can_be_chosen(tab):
    changes = tab.first("zh", *values(view="matrix", indicator="高新技术企业"))
    offered = changes[tab.controls.filters["measure"]]
    assert next(value for _, value in offered["choices"]) == offered["value"]
    assert {"新认定\t家", "总数\t家"} <= {value for _, value in offered["choices"]}


def test_without_a_choice_a_view_says_that_it_chose(tab):
    assert "没有选指标" in text_of(content(tab, view="matrix"))
    assert "没有选指标" not in text_of(content(tab, view="matrix", indicator="众创空间"))
    assert "没有选地区" in text_of(content(tab, view="timeline"))
    assert "没有选地区" not in text_of(content(tab, view="timeline", place="嘉定区"))


def test_the_timeline_is_of_the_place_that_is_asked_for(tab):
    assert text_of(content(tab, view="timeline", place="嘉定")).startswith("嘉定区")
    assert text_of(content(tab, view="timeline", places=["海曙区"])).startswith("海曙区")
    assert "“月球”：所有通知里都没有" in text_of(content(tab, view="timeline", place="月球"))


def test_the_timeline_holds_what_is_due(tab):
    shown = text_of(content(tab, view="timeline", place="虹口区"))
    assert "各年要完成的任务 2015 年 24 项" in shown
    assert "各年" not in text_of(
        content(tab, view="timeline", place="虹口区", indicator="创新驿站")
    )


def test_the_ledger_of_figures_holds_those_of_the_filters(tab, kewen):
    shown = content(tab, view="figures", places=["嘉定区"])
    assert len(rows(shown)) == 1 + len([one for one in kewen.targets() if one.place == "嘉定区"])
    assert {row[0] for row in rows(shown)[1:]} == {"嘉定区"}
    assert "/api/v1/targets?place=%E5%98%89%E5%AE%9A%E5%8C%BA&amp;format=xlsx" in shown


def test_tasks_are_filtered_by_office_and_day(tab, kewen):
    shown = rows(content(tab, view="tasks", responsible="区金融办", due_before="2015-06-30"))
    assert len(shown) == 1 + len(kewen.tasks(None, "区金融办", "2015-06-30"))
    assert all("区金融办" in row[3] and row[4] <= "2015-06-30" for row in shown[1:])


def test_the_calendar_counts_by_month_and_lists_below(tab):
    shown = content(tab, view="calendar")
    assert rows(shown)[1] == ["2015 年", *[""] * 5, "7", *[""] * 5, "17"]
    assert text_of(shown).index("2015 年 6 月 7 项") < text_of(shown).index("2015 年 12 月 17 项")
    assert len(LINK.findall(shown)) == 24


@pytest.mark.parametrize(
    ("chosen", "named"),
    [
        ({"view": "figures", "indicator": "飞碟"}, "指标“飞碟”：所有通知里都没有"),
        ({"view": "matrix", "indicator": "飞碟"}, "指标“飞碟”：所有通知里都没有"),
        ({"view": "figures", "places": ["月球"]}, "地区“月球”：所有通知里都没有"),
        ({"view": "tasks", "responsible": "区火星办"}, "责任单位“区火星办”：所有通知里都没有"),
        ({"view": "calendar", "due_before": "1999-01-01"}, "“1999-01-01”：所有通知里都没有"),
        ({"view": "figures", "places": ["海曙区"], "indicator": "众创空间"}, "去掉“指标”就有 1 条"),
        ({"view": "figures", "indicator": "技术"}, "名称相近的指标：高新技术企业"),
    ],
)  # fmt: skip
def test_where_nothing_matches_it_says_because_of_which_filter(tab, chosen, named):
    shown = text_of(content(tab, **chosen))
    assert "没有符合这些条件的内容" in shown
    assert named in shown


@pytest.mark.parametrize(
    ("chosen", "chinese", "english"),
    [
        (
            {"view": "figures", "year_from": "2018", "year_to": "2016"},
            "起始年份 2018 晚于截止年份 2016",
            "from 2018 to 2016",
        ),
        (
            {"view": "tasks", "due_before": "六月"},
            "日期写的是“六月”",
            "'六月'. Give it as 2015-06-30",
        ),
        ({"view": "matrix", "year_from": "往年"}, "年份写的是“往年”", "'往年'. Give it as 2016"),
    ],
)
def test_what_cannot_be_a_filter_is_said_in_a_sentence(tab, chosen, chinese, english):
    for language, sentence in (("zh", chinese), ("en", english)):
        changes = tab.first(language, *values(**chosen))
        assert 'class="failure"' in changes[tab.content]
        assert sentence in text_of(changes[tab.content])
        assert visible(tab, changes) == set(OF_VIEW[chosen["view"]])


def test_what_is_typed_is_shown_as_text(tab):
    shown = content(tab, view="figures", indicator="<img src=x onerror=alert(1)>**_")
    assert "<img" not in shown
    assert "“<img src=x onerror=alert(1)>**_”" in text_of(shown)


def test_english_words_stand_around_the_same_records(tab):
    changes = tab.fill("en", *values(view="matrix", indicator="高新技术企业"))
    shown = text_of(changes[tab.content])
    assert "高新技术企业 (high-tech enterprise)" in shown
    assert "Putuo 普陀区" in shown
    assert changes[tab.before]["value"] == "Back"


def test_both_languages_word_every_component(tab):
    for language in ("zh", "en"):
        assert len(tab.spoken(language)) == len(tab.worded)
    chinese, english = (tab.spoken(language) for language in ("zh", "en"))
    assert all(one != other for one, other in zip(chinese, english, strict=True))


def test_clearing_empties_the_filters_and_stays_in_the_view(tab):
    changes = tab.clear("zh", "figures")
    assert changes[tab.controls.view]["value"] == "figures"
    assert changes[tab.content] == content(tab, view="figures")
    emptied = {name: changes[c]["value"] for name, c in tab.controls.filters.items()}
    assert emptied == {name: {"places": [], "kind": ""}.get(name) for name in emptied}


def test_the_choices_say_how_much_there_is(tab):
    offered = dict(zip(tab.worded, tab.spoken("zh"), strict=True))
    filters = tab.controls.filters
    assert ("上海市 · 4", "上海市") in offered[filters["places"]]["choices"]
    assert ("区科委 · 10", "区科委") in offered[filters["responsible"]]["choices"]
    assert ("2015-06-30 · 7", "2015-06-30") in offered[filters["due_before"]]["choices"]
