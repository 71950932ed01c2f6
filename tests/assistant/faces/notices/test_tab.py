"""What each event of the notices tab shows."""

import re
from collections import Counter
from dataclasses import fields

import pytest

from assistant.faces.page.notices import SCRIPT, STYLE
from assistant.faces.page.notices import zone as zones
from assistant.faces.page.notices.detail import Outcome
from assistant.faces.page.notices.wording import CHINESE, ENGLISH, wording_for
from corpus.errors import IndexDamaged
from corpus.reading import SUFFIXES

SKIPPED = {"__type__": "update"}
PUTUO = "putuo-2016"


def _tab(assistant):
    import gradio as gr

    from assistant.faces.page.notices import NoticesTab

    with gr.Blocks() as blocks:
        language = gr.Radio(["zh", "en"], value="zh")
        tab = NoticesTab(assistant)
        tab.connect(blocks, language)
    return tab


@pytest.fixture(scope="module")
def tab(keeper, build):
    return build(_tab, keeper)


def shown(part, updates):
    """Return the updates by the components that they are for."""
    return dict(zip((id(component) for component in part), updates, strict=True))


def correct(tab, title=None, place=None, years=None, notice_id=PUTUO):
    detail = tab.detail
    now = shown(detail.shown, detail.show(notice_id, "zh"))
    values = [now[id(field)]["value"] for field in detail.fields]
    given = [
        new if new is not None else old
        for new, old in zip((title, place, years), values, strict=True)
    ]
    outcome = detail.correct(notice_id, *given, "zh")
    return shown(detail.shown, detail.settle(outcome, notice_id, "zh"))


def test_the_list_says_how_many_there_are_and_offers_places_and_years(tab):
    listing = tab.listing
    updates = shown(listing.shown, listing.refresh("", "", "", 1, "zh"))
    assert "5 / 5" in updates[id(listing.count)]
    assert ("上海市普陀区", "上海市普陀区") in updates[id(listing.place)]["choices"]
    assert updates[id(listing.years)]["choices"][0] == ("全部年份", "")
    assert updates[id(listing.next)]["visible"] is False


def test_finding_begins_at_the_first_page_and_bad_years_are_said(tab):
    listing = tab.listing
    page, count, table, *_ = listing.find("普陀", "", "", 7, "zh")
    assert page == 1
    assert "1 / 5" in count
    assert "普陀区" in table
    _, count, table, *_ = listing.find("", "", "明年", 1, "zh")
    assert "failure" in count
    assert "2016–2018" in count
    assert table == ""


def test_a_link_shows_what_was_understood_in_place_of_the_list(tab):
    all_notices, panel, *rest = tab.choose(f"#notice/{PUTUO}", "zh")
    assert (all_notices["visible"], panel["visible"]) == ("hidden", True)
    updates = shown(tab.detail.shown, rest)
    assert "上海市普陀区" in updates[id(tab.detail.facts)]
    assert updates[id(tab.detail.fields[2])]["value"] == "2016"
    assert [update["visible"] for update in tab.go_back()] == [True, False]


def test_a_notice_that_is_not_there_is_said(tab):
    updates = shown(tab.detail.shown, tab.detail.show("none", "zh"))
    assert "没有这份通知" in updates[id(tab.detail.facts)]
    assert updates[id(tab.detail.fields[0])]["interactive"] is False


def test_a_correction_is_kept_marked_counted_and_taken_back(tab, keeper):
    detail = tab.detail
    updates = correct(tab, title="普陀区科技工作", years="2016–2018")
    assert "已保存" in updates[id(detail.note)]
    assert updates[id(detail.facts)].count("已更正") == 2
    assert [updates[id(button)]["visible"] for button in detail.back_to_read] == [True, False, True]
    assert keeper.notice(PUTUO).plan_years == (2016, 2018)
    for field in ("title", "plan_years"):
        outcome = detail.take_back(field, PUTUO, "zh")
        updates = shown(detail.shown, detail.settle(outcome, PUTUO, "zh"))
    assert "已更正" not in updates[id(detail.facts)]
    assert keeper.notice(PUTUO).plan_years == (2016, 2016)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("place", "某某区", "没有叫“某某区”"),
        ("place", "普陀区", "不止一个"),
        ("years", "明年", "2016–2018"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_written_stays(tab, keeper, field, value, said):
    updates = correct(tab, **{field: value})
    assert said in updates[id(tab.detail.note)]
    assert all(updates[id(box)] == SKIPPED for box in tab.detail.fields)
    assert not keeper.correction(PUTUO)


def test_what_became_of_a_change_is_not_said_of_another_notice(tab):
    outcome = Outcome(PUTUO, True, CHINESE.saved)
    assert tab.detail.settle(outcome, "jiading-2018", "zh") == [SKIPPED] * len(tab.detail.shown)


def test_while_the_index_is_written_it_is_said(tab):
    assert CHINESE.working in tab.detail.say_at_it("zh")
    assert CHINESE.working in tab.say_deleting(True, "zh")
    assert tab.say_deleting(False, "zh") == ""
    assert tab.deletion.say_at_it("en")[1]["visible"] is False


def test_saving_what_was_not_changed_says_so(tab, keeper):
    number = keeper.generation.number
    assert CHINESE.unchanged in correct(tab)[id(tab.detail.note)]
    assert keeper.generation.number == number


def test_deleting_asks_once_more_and_can_be_undone(tab, keeper):
    detail, bar = tab.detail, tab.deletion
    outputs = [detail.note, *detail.arming, *tab.panels, *bar.shown]
    asked = shown(outputs, tab.delete(PUTUO, False, (), "zh"))
    assert asked[id(detail.armed)] is True
    assert asked[id(detail.remove)]["value"] == CHINESE.confirm
    assert len(keeper.notices()) == 5
    done = shown(outputs, tab.delete(PUTUO, True, (), "zh"))
    assert len(keeper.notices()) == 4
    assert "普陀区" in done[id(bar.note)]
    assert done[id(bar.undo)]["visible"] is True
    assert done[id(tab.list_panel)]["visible"] is True
    deleted = done[id(bar.deleted)]
    undone = shown(bar.shown, bar.restore(deleted, "zh"))
    assert "已恢复" in undone[id(bar.note)]
    assert len(keeper.notices()) == 5
    again = shown(bar.shown, bar.restore(deleted, "zh"))
    assert "已经在列表里" in again[id(bar.note)]


def test_deleting_what_is_gone_is_said_and_the_notice_stays_chosen(tab):
    outputs = [tab.detail.note, *tab.detail.arming, *tab.panels, *tab.deletion.shown]
    updates = shown(outputs, tab.delete("none", True, (), "zh"))
    assert "没有这份通知" in updates[id(tab.deletion.note)]
    assert updates[id(tab.deletion.undo)]["visible"] is False
    assert updates[id(tab.detail.panel)]["visible"] is True


def test_of_two_that_were_deleted_the_last_comes_back_first(tab, keeper):
    _, bar = tab.deletion.delete(PUTUO, (), "zh")
    _, bar = tab.deletion.delete("jiading-2018", bar[0], "zh")
    bar = tab.deletion.restore(bar[0], "zh")
    assert {notice.notice_id for notice in keeper.notices()} >= {"jiading-2018"}
    assert "普陀区" in bar[2]
    tab.deletion.restore(bar[0], "zh")
    assert len(keeper.notices()) == 5


def test_the_language_changes_every_word(tab):
    assert len(tab.spoken("en")) == len(tab.worded)
    assert ENGLISH.save in tab.spoken("en")
    assert tab.speak_of("", "en") == [SKIPPED] * len(tab.detail.shown)
    facts = shown(tab.detail.shown, tab.speak_of(PUTUO, "en"))[id(tab.detail.facts)]
    assert "Plans for" in facts
    assert "By" in facts


def test_both_languages_say_everything():
    for field in fields(CHINESE):
        zh, en = getattr(CHINESE, field.name), getattr(ENGLISH, field.name)
        assert zh
        assert en
        if isinstance(zh, dict):
            assert zh.keys() == en.keys()
        elif field.name != "language":
            assert _places(zh) == _places(en), field.name
    assert wording_for("fr") is CHINESE


def test_the_script_says_nothing_that_has_no_words_and_no_word_is_left_over():
    assert zones.CHINESE.keys() == zones.ENGLISH.keys()
    for name, words in zones.CHINESE.items():
        assert _places(words) == _places(zones.ENGLISH[name]), name
    script = SCRIPT.read_text("utf-8")
    said = re.findall(r'word\([^()"]*"([a-z-]+)"(?:[^()"]*"([a-z-]+)")?(?: : "([a-z-]+)")?', script)
    named = {name for names in said for name in names if not name.startswith("stage-")} - {""}
    states = {name for name in zones.CHINESE if name.startswith(("state-", "stage-"))}
    assert named - {"suffixes"} == zones.CHINESE.keys() - states
    assert {name.removeprefix("state-") for name in states if name.startswith("state-")} == {
        "queued", "cancelled", "sending", "waiting", "reading",
        "added", "updated", "unchanged", "rejected", "unknown",
    }  # fmt: skip


def test_the_zone_knows_every_kind_of_file_that_is_read():
    assert f'class="word word-suffixes">{",".join(sorted(SUFFIXES))}<' in zones.zone_html("zh")
    assert "As many as you like" in zones.zone_html("en")


def test_the_script_makes_no_html_and_the_styles_only_concern_the_tab():
    script = SCRIPT.read_text("utf-8")
    assert "innerHTML" not in script
    assert "eval" not in script
    rules = re.sub(r"/\*.*?\*/|@media[^{]*\{", "", STYLE.read_text("utf-8"), flags=re.S)
    selectors = re.findall(r"([^{}]+)\{", rules)
    assert len(selectors) > 20
    for selector in selectors:
        assert all("#notice" in part for part in selector.split(",\n")), selector


class Failing:
    def notices(self):
        raise IndexDamaged("The index is damaged: <notices.sqlite>.")

    notice = correction = remove = restore = lambda self, *_: self.notices()


def test_an_index_that_cannot_be_read_is_said_everywhere(build):
    tab = build(_tab, Failing())
    said = "The index is damaged: &lt;notices.sqlite&gt;."
    assert said in tab.listing.refresh("", "", "", 1, "zh")[3]
    assert said in tab.detail.show("a", "zh")[1]
    outcome = tab.detail.correct("a", "t", "p", "y", "zh")
    assert said in tab.detail.settle(outcome, "a", "zh")[-3]
    assert said in tab.deletion.delete("a", (), "zh")[1][2]
    assert said in tab.rereading.start("zh")[0]


def _places(words):
    return Counter(re.findall(r"\{\w+\}", words))
