"""Coverage over notices that the program was not written on."""

import pytest

from assistant import Assistant, Settings
from tests.assistant.answers.made_up import NOTICES


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made-up")
    for name, text in NOTICES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    settings = Settings(data=folder / "data", encoder="hashing")
    with Assistant.open(settings) as kewen:
        for notice in kewen.notices():
            kewen.remove(notice.notice_id)
        kewen.index([folder])
        yield kewen


def rows(answer, finding):
    return {(row.place, row.action, row.number) for row in answer.rows if row.finding == finding}


def test_every_figure_of_the_years_is_a_row(made_up):
    answer = made_up.ask("2017—2019年哪些区提出了高新技术企业目标？")
    assert rows(answer, "target") == {
        ("徐汇区", "净增", 60),
        ("徐汇区", "总数", 580),
        ("杨浦区", "总数", 500),
        ("杨浦区", "新认定", 100),
    }
    assert answer.coverage.in_scope == answer.coverage.examined == 3


def test_an_achievement_is_no_target(made_up):
    answer = made_up.ask("2017—2019年哪些区提出了高新技术企业目标？")
    assert rows(answer, "achieved") == {("奉贤区", "新认定", 150)}


def test_a_year_is_told_by_the_plan_of_the_next(made_up):
    answer = made_up.ask("徐汇区2016年新认定了多少家高新技术企业？")
    assert (answer.status, answer.rows[0].finding, answer.rows[0].number) == (
        "answered",
        "achieved",
        85,
    )


def test_a_target_is_not_answered_with_an_achievement(made_up):
    answer = made_up.ask("奉贤区2018年高新技术企业的目标是多少？")
    assert (answer.status, answer.reason) == ("not_found", "no_such_notice")


def test_a_figure_of_another_year_is_said_to_be_one(made_up):
    answer = made_up.ask("哪些区2019年提出高新技术企业目标？")
    row = next(row for row in answer.rows if row.place == "杨浦区" and row.finding == "mention")
    assert row.value is None
    assert row.target_year == 2020


def test_a_word_inside_another_is_no_mention(made_up):
    # 提高企业创新意识 speaks of no 高企; the figure of the year before is what there is.
    rows = made_up.ask("2019年哪些区提到高企？").rows
    fengxian = next(row for row in rows if row.place == "奉贤区")
    assert fengxian.target_year == 2018


def test_a_plan_that_reaches_into_the_years_is_in_scope(made_up):
    answer = made_up.ask("2020年哪些区提出众创空间目标？")
    assert rows(answer, "target") == {("杨浦区", "总数", 80)}
    assert answer.coverage.in_scope == 1


def test_figures_of_different_kinds_are_not_compared(made_up):
    assert "不能直接相比" in made_up.ask("2017—2019年哪些区提出了高新技术企业目标？").text


def test_a_rare_topic_is_found_by_its_words(made_up):
    answer = made_up.ask("哪些区提到科技节？")
    assert rows(answer, "mention") == {("奉贤区", None, None)}
    assert {row.place for row in answer.rows if row.finding == "silent"} == {"徐汇区", "杨浦区"}


def test_a_mention_in_a_long_sentence_is_quoted_by_its_statement(kewen):
    answer = kewen.ask("各区在科技金融方面有什么举措")
    putuo = next(c for c in answer.citations if c.place == "普陀区")
    assert "科技金融" in putuo.quote
    assert len(putuo.quote) < 120


def test_everyday_words_of_a_topic_must_all_be_spoken_of(kewen):
    answer = kewen.ask("哪些区给企业买保险的钱")
    assert not any(row.finding == "mention" for row in answer.rows)
