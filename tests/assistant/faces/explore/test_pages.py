"""More than one page of everything, and notices that mean harm."""

import re

import gradio as gr
import pytest

from assistant.faces.page.explore import ExploreTab
from assistant.faces.page.explore.ledger_panes import ROWS
from assistant.faces.page.explore.matrix_pane import LINES
from tests.assistant.exploring.made import figure, notice, recorded, task
from tests.assistant.faces.explore.shown import content, rows, text_of, values

EVIL = '"><script>alert(1)</script><img src=x>'


class Held:
    """What the tab needs of an assistant, over tables that a test fills."""

    def __init__(self, tables):
        self.tables = tables
        self.generation = self

    def tasks(self, filters, responsible=None, due_before=None):
        ids = [one.notice_id for one in filters.planning(self.tables.notices())]
        return self.tables.tasks(ids)


@pytest.fixture
def explore(tmp_path, build):
    opened = []

    def over(*notices):
        kept = recorded(tmp_path, *notices)
        opened.append(kept)
        return build(_tab, kept.__enter__())

    yield over
    for one in opened:
        one.__exit__(None, None, None)


def _tab(tables):
    with gr.Blocks():
        return ExploreTab(Held(tables))


def many(number):
    return [figure(value=n) for n in range(number)]


def test_figures_are_turned_over_page_by_page(explore):
    tab = explore(notice("a", "上海普陀区", figures=many(2 * ROWS + 1)))
    first = tab.first("zh", *values(view="figures"))
    assert f"共 {2 * ROWS + 1} 条 显示第 1–{ROWS} 条" in text_of(first[tab.content])
    assert (first[tab.before]["visible"], first[tab.after]["visible"]) == (False, True)
    second = tab.forward(first[tab.page], "zh", *values(view="figures"))
    assert len(rows(second[tab.content])) == 1 + ROWS
    last = tab.forward(second[tab.page], "zh", *values(view="figures"))
    assert [row[2] for row in rows(last[tab.content])[1:]] == [f"不少于 {2 * ROWS}家"]
    assert (last[tab.before]["visible"], last[tab.after]["visible"]) == (True, False)
    assert tab.forward(last[tab.page], "zh", *values(view="figures"))[tab.page] == last[tab.page]
    assert tab.back(last[tab.page], "zh", *values(view="figures"))[tab.page] == 1


def test_the_calendar_goes_on_where_the_page_before_ended(explore):
    tasks = [task(f"任务{n}", "2016-06-30") for n in range(ROWS + 2)] + [task("以后")]
    tab = explore(notice("a", "上海普陀区", tasks=tasks))
    second = tab.forward(0, "zh", *values(view="calendar"))
    shown = text_of(second[tab.content])
    assert f"2016 年 6 月 {ROWS + 2} 项" in shown
    assert shown.endswith("没有日期：没有写明完成时间 1 项 以后 区科委 普陀区")
    assert re.findall(r"任务(\d+)", shown) == [str(ROWS), str(ROWS + 1)]


def test_many_lines_of_one_place_are_pages_too(explore):
    figures = [figure(indicator=f"指标{n:03}") for n in range(LINES + 3)]
    tab = explore(notice("a", "上海普陀区", figures=figures))
    second = tab.forward(0, "zh", *values(view="timeline"))
    assert len(rows(second[tab.content])) == 1 + 3
    assert second[tab.after]["visible"] is False


def test_old_years_are_left_out_until_they_are_asked_for(explore):
    figures = [figure(value=n, target_year=n) for n in range(1990, 2017)]
    tab = explore(notice("a", "上海普陀区", (1990, 2016), figures=figures))
    shown = content(tab, view="matrix")
    assert rows(shown)[0] == ["地区", *(str(year) for year in range(2005, 2017))]
    assert "1990–2004 年另有 15 个数字" in text_of(shown)
    older = content(tab, view="matrix", year_from="1990", year_to="1992")
    assert rows(older)[0] == ["地区", "1990", "1991", "1992"]


def test_the_matrix_opens_where_it_compares_places_else_the_ledger(explore):
    shared = [notice(name, name, figures=[figure()]) for name in ("上海普陀区", "嘉定区")]
    tab = explore(*shared)
    assert tab.fill("zh", *values())[tab.controls.view]["value"] == "matrix"


def test_the_ledger_opens_where_nothing_compares(explore):
    tab = explore(notice("a", "上海普陀区", figures=[figure()]), notice("b", "嘉定区"))
    assert tab.fill("zh", *values())[tab.controls.view]["value"] == "figures"


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("matrix", "没有数字"),
        ("timeline", "没有能认出地区"),
        ("figures", "没有数字"),
        ("tasks", "没有写明责任单位的任务"),
        ("calendar", "没有写明责任单位的任务"),
    ],
)
def test_an_archive_without_records_says_so(explore, view, said):
    assert said in text_of(content(explore(notice("a", "上海普陀区")), view=view))


@pytest.mark.parametrize("view", ["matrix", "timeline", "figures", "tasks", "calendar"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_stands_in_a_notice_never_becomes_markup(explore, view, language):
    harm = {"indicator": EVIL, "action": EVIL, "unit": EVIL, "quote": EVIL, "scope": EVIL}
    tab = explore(
        notice(
            'a"/<b>', "上海普陀区", (2016, 2016),
            [figure(comparator_text=EVIL, **harm), figure(action="总数")],
            [task(EVIL, deadline=EVIL, responsible=(EVIL,), supporting=(EVIL,), quote=EVIL)],
            EVIL,
        ),
        notice("b", None, (2016, 2016), [figure(**harm)], title=EVIL),
    )  # fmt: skip
    shown = content(tab, language, view=view, indicator=EVIL if view == "matrix" else None)
    assert "<script" not in shown
    assert "<img" not in shown
    assert EVIL in text_of(shown)
