"""Bars: one kind of figure a panel, every bar named, in order, and linked to its source."""

import re
from html.parser import HTMLParser

import pytest

from assistant import Assistant, Settings
from assistant.faces.rendering.bars import Axis
from assistant.faces.rendering.plots import MOST_BARS, MOST_PANELS, plots_html
from assistant.indexing import build_index
from tests.assistant.answers.made_up import NOTICES
from tests.assistant.faces.exports.told import HOSTILE, SILENT, answer, citation, row
from tests.assistant.faces.test_rendering import Elements

ALLOWED = {"div", "p", "ol", "li", "a", "span"}
ATTRIBUTES = {"class", "href", "title", "style"}
WIDTH = re.compile(r"(margin-left|width):(-?[\d.]+)%")


class Panels(HTMLParser):
    """Title, classes, and per bar what is written, its title, its link and its lengths."""

    def __init__(self, html):
        super().__init__()
        self.panels, self.classes, self.notes = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        classes = attributes.get("class", "").split()
        self.classes.append(classes)
        if "panel" in classes:
            self.panels.append({"title": "", "bars": [], "classes": classes})
        elif "bar" in classes:
            bar = {"href": attributes.get("href"), "title": attributes.get("title")}
            self.panels[-1]["bars"].append(bar | {"text": [], "lengths": {}})
        elif "panel-note" in classes:
            self.notes.append("")
        if style := attributes.get("style"):
            name = classes[0]
            lengths = {(name, kind): float(share) for kind, share in WIDTH.findall(style)}
            self.panels[-1]["bars"][-1]["lengths"] |= lengths

    def handle_data(self, data):
        if "panel-title" in self.classes[-1]:
            self.panels[-1]["title"] += data
        elif "panel-note" in self.classes[-1]:
            self.notes[-1] += data
        else:
            self.panels[-1]["bars"][-1]["text"].append(data)


def figure(place, number, year=2016, marker=1, **changes):
    value = f"{number}家" if not isinstance(number, tuple) else f"{number[0]}-{number[1]}家"
    return row(
        **(
            {
                "place": place,
                "notice_id": f"{place}-{year}",
                "year": year,
                "target_year": year,
                "number": number,
                "value": value,
                "comparator_text": "",
                "citation": marker,
            }
            | changes
        )
    )


def panels(*rows, turn=1, **changes):
    return Panels(plots_html(answer(rows=rows, **changes), "zh", turn)).panels


def names(panel):
    return [bar["text"][0] for bar in panel["bars"]]


def test_the_greatest_comes_first_and_every_bar_is_named():
    (panel,) = panels(figure("甲区", 20), figure("乙区", 50, marker=2), SILENT)
    assert panel["title"] == "高新技术企业 新认定（家） · 提出目标 · 2016"
    assert [bar["text"] for bar in panel["bars"]] == [
        ["乙区", "50家 [2]"],
        ["甲区", "20家 [1]"],
    ]


def test_a_bar_is_as_long_as_its_figure():
    (panel,) = panels(figure("甲区", 20), figure("乙区", 50))
    assert [bar["lengths"]["bar-fill", "width"] for bar in panel["bars"]] == [100.0, 40.0]


def test_a_bar_links_to_its_source_and_tells_its_quote():
    (panel,) = panels(figure("甲区", 20), figure("乙区", 10, marker=None), turn=7)
    assert [bar["href"] for bar in panel["bars"]] == ["#cite-7-1", None]
    assert [bar["title"] for bar in panel["bars"]] == ["新增四家", None]


@pytest.mark.parametrize(
    "other",
    [
        {"indicator": "众创空间"},
        {"unit": "%"},
        {"action": "总数"},
        {"finding": "achieved"},
        {"scope": "张江园区"},
    ],
)
def test_figures_of_different_kinds_are_never_on_one_axis(other):
    rows = [figure("甲区", 20), figure("乙区", 900, **other)]
    assert plots_html(answer(rows=tuple(rows)), "zh") is None
    both = [*rows, figure("丙区", 30), figure("丁区", 800, **other)]
    assert [names(panel) for panel in panels(*both)] == [["丙区", "甲区"], ["乙区", "丁区"]]


def test_a_panel_has_the_colour_of_targets_or_of_what_was_achieved():
    found = panels(
        figure("甲区", 20),
        figure("乙区", 30),
        figure("甲区", 18, finding="achieved"),
        figure("乙区", 19, finding="achieved"),
    )
    assert [panel["classes"] for panel in found] == [["panel", "target"], ["panel", "achieved"]]


def test_one_place_goes_by_year():
    rows = [figure("甲区", number, year) for number, year in ((9, 2018), (30, 2016), (7, 2017))]
    (panel,) = panels(*rows)
    assert panel["title"].endswith(" · 甲区")
    assert names(panel) == ["2016", "2017", "2018"]


def test_places_with_several_years_go_one_by_one():
    rows = [figure(place, n, year) for n, (place, year) in enumerate(
        [("甲区", 2017), ("乙区", 2017), ("甲区", 2016), ("乙区", 2016)], start=1)]  # fmt: skip
    (panel,) = panels(*rows)
    assert names(panel) == ["乙区 2016", "乙区 2017", "甲区 2016", "甲区 2017"]


def test_a_figure_is_of_the_year_it_is_for():
    (panel,) = panels(figure("甲区", 2, target_year=2020), figure("乙区", 1, target_year=None))
    assert names(panel) == ["甲区 2020", "乙区 2016"]


def test_a_range_is_drawn_as_one():
    (panel,) = panels(figure("甲区", (4.0, 5.0)), figure("乙区", 2))
    lengths = panel["bars"][0]["lengths"]
    assert lengths["bar-fill", "width"] == 80.0
    assert lengths["bar-range", "width"] == 20.0
    assert ("bar-range", "width") not in panel["bars"][1]["lengths"]


@pytest.mark.parametrize(
    ("comparator", "said", "sign"),
    [
        (">=", "以上", "≥"),
        (">", "超过", "＞"),
        ("=", "力争", "≥"),
        ("=", "争取", "≥"),
        (">", "力争突破", "＞"),
        ("<=", "以内", "≤"),
        ("<", "低于", "＜"),
        ("~", "左右", "≈"),
    ],
)
def test_a_bound_is_shown_at_the_end_of_its_bar(comparator, said, sign):
    bound = figure("甲区", 20, comparator=comparator, comparator_text=said)
    (panel,) = panels(bound, figure("乙区", 10))
    assert panel["bars"][0]["text"][1] == sign
    assert panel["bars"][1]["text"][1] == "10家 [1]"


@pytest.mark.parametrize("said", ["", "达到", "增至"])
def test_a_figure_without_a_bound_has_no_sign(said):
    (panel,) = panels(figure("甲区", 20, comparator_text=said), figure("乙区", 10))
    assert len(panel["bars"][0]["text"]) == 2


def test_too_many_bars_are_left_to_the_table():
    rows = tuple(figure(f"第{n}区", n) for n in range(1, MOST_BARS + 4))
    found = Panels(plots_html(answer(rows=rows), "zh"))
    assert len(found.panels[0]["bars"]) == MOST_BARS
    assert found.notes == ["另有 3 个数字只列在表中。"]


def test_too_many_panels_and_lone_figures_are_left_to_the_table():
    rows = [
        figure(place, 5, indicator=f"指标{n}") for n in range(MOST_PANELS + 2) for place in "甲乙"
    ]
    found = Panels(plots_html(answer(rows=(*rows, figure("丙", 1, indicator="独"))), "zh"))
    assert len(found.panels) == MOST_PANELS
    assert found.notes == ["5 个数字没有同口径的可比，只列在表中。"]


@pytest.mark.parametrize("kind", ["lookup", "tasks", "listing", "small_talk"])
def test_other_answers_have_no_bars(kind):
    rows = (figure("甲区", 20), figure("乙区", 50))
    assert plots_html(answer(kind=kind, rows=rows), "zh") is None


def test_nothing_to_compare_gives_no_panel():
    assert plots_html(answer(rows=(figure("甲区", 20), SILENT)), "zh") is None
    assert plots_html(answer(rows=()), "zh") is None


def test_in_english_the_measure_has_its_english_name():
    html = plots_html(answer(rows=(figure("甲区", 20), figure("乙区", 50))), "en")
    (panel,) = Panels(html).panels
    assert "(high-tech enterprise) newly certified (新认定)" in panel["title"]


@pytest.mark.parametrize(
    ("figures", "shares"),
    [
        ([(0.0, 0.0)], [0.0]),
        ([(2.0, 2.0), (8.0, 8.0)], [25.0, 100.0]),
        ([(-5.0, -5.0), (5.0, 5.0)], [-50.0, 50.0]),
    ],
)
def test_an_axis_begins_at_zero_or_below(figures, shares):
    axis = Axis.over(figures)
    assert [axis.share(high) for _, high in figures] == shares


def test_a_figure_below_zero_goes_the_other_way():
    (panel,) = panels(figure("甲区", 5), figure("乙区", -5))
    assert [bar["lengths"] for bar in panel["bars"]] == [
        {("bar-fill", "margin-left"): 50.0, ("bar-fill", "width"): 50.0},
        {("bar-fill", "margin-left"): 0.0, ("bar-fill", "width"): 50.0},
    ]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_others_wrote_is_only_ever_text(hostile):
    told = {
        "place": hostile, "indicator": hostile, "action": hostile, "unit": hostile, "scope": hostile,
        "value": hostile, "comparator_text": hostile,
    }  # fmt: skip
    rows = (row(**told), row(**told, number=3.0))
    html = plots_html(answer(rows=rows, citations=(citation(quote=hostile),)), "zh", 2)
    found = Elements(html)
    assert found.found <= ALLOWED
    assert found.attributes <= ATTRIBUTES
    assert set(found.links) == {"#cite-2-1"}
    assert not set(html) & set("\n\r`*$\\{}|~")


def test_the_achievements_of_two_districts_are_drawn(tmp_path):
    folder = tmp_path / "notices"
    folder.mkdir()
    for name, text in NOTICES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    settings = Settings(data=tmp_path / "data")
    build_index(settings, [folder])
    with Assistant.open(settings) as assistant:
        found = Panels(plots_html(assistant.ask("各区新认定高新技术企业多少家？"), "zh")).panels
    achieved = next(panel for panel in found if "achieved" in panel["classes"])
    assert names(achieved) == ["奉贤区 2018", "徐汇区 2016"]
    assert [bar["lengths"]["bar-fill", "width"] for bar in achieved["bars"]] == [100.0, 56.67]
