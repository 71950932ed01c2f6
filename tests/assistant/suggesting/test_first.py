"""Questions to begin with, made of whatever notices there are."""

import pytest

from assistant.question.intent import language_of
from assistant.suggesting import examples

NO_FIGURES = """普陀区科委2016年工作要点

一、加强科普工作
办好科技节。
"""


def test_those_of_the_shipped_notices(kewen):
    assert kewen.examples("zh") == (
        "2016–2018年哪些区提出了高新技术企业目标？",
        "嘉定区2018年科技小巨人企业的目标是多少家？",
        "虹口区2015年6月底前要完成哪些工作？",
        "普陀区2016年和嘉定区2018年的众创空间目标有什么不同？",
        "黄浦区2018年高新技术企业的目标是多少？",
        "Which districts set targets for high-tech enterprises in 2016–2018?",
    )
    assert kewen.examples("en") == (
        "Which districts set targets for high-tech enterprises in 2016–2018?",
        "How many little giants does Jiading aim for in 2018?",
        "Which tasks are due in Hongkou by the end of June 2015?",
        "How do the 2016 and 2018 targets of Putuo and Jiading for maker spaces compare?",
        "What is the 2018 target for high-tech enterprises in Huangpu?",
        "2016–2018年哪些区提出了高新技术企业目标？",
    )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("archive", ["kewen", "reports"])
def test_all_but_one_are_answered_and_all_but_one_are_in_the_language(request, archive, language):
    assistant = request.getfixturevalue(archive)
    found = assistant.examples(language)
    assert len(set(found)) == 6
    assert [assistant.ask(question).status for question in found] == [
        *["answered"] * 4,
        "not_found",
        "answered",
    ]
    assert assistant.ask(found[4]).reason == "no_such_notice"
    assert [language_of(question) == language for question in found] == [True] * 5 + [False]


def test_those_of_other_notices_are_about_them(reports):
    assert reports.examples("zh")[:3] == (
        "2023年哪些市提出了高新技术企业目标？",
        "安庆市2023年研发经费支出占GDP比重的目标是多少？",
        "安庆市和芜湖市2023年的地区生产总值目标哪个更高？",
    )


def test_notices_without_figures_can_be_listed(opened):
    assistant = opened({"putuo": NO_FIGURES})
    assert assistant.examples("zh") == ("现在收录了哪些通知？", "Which notices are there?")
    for question in assistant.examples("zh"):
        assert assistant.ask(question).status == "answered"


def test_an_empty_archive_has_none(emptied):
    assert emptied.examples("zh") == ()
    assert emptied.examples("en") == ()


def test_they_are_made_once_for_each_generation(kewen):
    tables = kewen.generation.tables
    assert examples(tables, "zh")[0] is examples(tables, "zh")[0]


def test_a_new_generation_has_its_own(opened):
    assistant = opened({"putuo": NO_FIGURES})
    assert assistant.examples("zh")
    assistant.remove("putuo")
    assert assistant.examples("zh") == ()
