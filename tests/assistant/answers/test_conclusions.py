import pytest

from assistant.answers.answer import Row
from assistant.answers.conclusion import conclusion, verdict
from assistant.question.condition import Condition, Premise, condition_of, premise_of


def row(place, finding, number=None, action=None, citation=None):
    value = f"{number:g}家" if number else None
    return Row(
        place,
        place,
        2016,
        finding,
        "高新技术企业",
        action,
        "=",
        None,
        value,
        number,
        "家",
        citation=citation,
    )


ROWS = [
    row("嘉定区", "target", 900, "总数", 1),
    row("普陀区", "target", 20, "新认定", 2),
    row("海曙区", "target", 35, "新认定", 3),
    row("长宁区", "mention", citation=4),
    row("虹口区", "silent"),
]


@pytest.mark.parametrize(
    ("question", "condition"),
    [
        ("哪个区的高新技术企业目标最多？", Condition("most")),
        ("安庆和许昌谁更多？", Condition("most")),
        ("which district has the lowest target?", Condition("least")),
        ("有多少个区提出了众创空间目标？", Condition("count")),
        ("哪些区没有提到高新技术企业？", Condition("absent")),
        ("目标超过100家的区有哪些？", Condition("above", 100.0, "超过100家")),
        ("不到2万人的有哪些？", Condition("below", 20000.0, "不到2万人")),
        ("哪些区提出了高新技术企业目标？", None),
        ("普陀区要新增多少家？", None),
    ],
)
def test_what_a_question_asks_of_the_rows(question, condition):
    assert condition_of(question) == condition


def test_the_most_and_the_least_are_within_figures_of_one_kind_and_cited():
    most = conclusion("zh", Condition("most"), ROWS)
    assert most == "按总数，只有嘉定区（900家） [1]。\n按新认定，最高的是海曙区（35家） [3]。"
    least = conclusion("zh", Condition("least"), ROWS[1:])
    assert least == "最低的是普陀区（20家） [2]。"


def test_places_that_share_the_most_are_all_named():
    rows = [*ROWS[1:3], row("静安区", "target", 35, "新认定", 5)]
    assert "海曙区（35家） [3]、静安区（35家） [5]" in conclusion("zh", Condition("most"), rows)


def test_how_many_counts_places_that_set_a_figure_once_each():
    rows = [*ROWS, row("普陀区", "target", 16, "培育", 6)]
    assert conclusion("zh", Condition("count"), rows) == "共 3 个：嘉定区、普陀区、海曙区。"
    assert conclusion("en", Condition("count"), ROWS[3:]) == "1: 长宁区."


def test_who_does_not_speak_of_it_is_told_from_who_sets_no_figure():
    said = conclusion("zh", Condition("absent"), ROWS)
    assert said == "没有提及的是：虹口区。提到而没有数字的是：长宁区。"
    assert conclusion("zh", Condition("absent"), ROWS[:1]) == "范围内没有这样的通知。"


def test_only_figures_beyond_the_limit_are_named():
    assert conclusion("zh", condition_of("超过30家的有哪些"), ROWS) == (
        "符合“超过30家”的是：嘉定区（900家） [1]、海曙区（35家） [3]。"
    )
    assert conclusion("zh", condition_of("低于5家的有哪些"), ROWS) == "没有符合“低于5家”的数字。"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("嘉定区总数要超过900家，对吗？", "是，原文如此 [1]。"),
        ("嘉定区2018年要新增900家，对吗？", "不是：900家在原文里是总数 [1]。"),
        ("嘉定区要新增777家，对吗？", "不是：原文没有777家，写的是："),
    ],
)
def test_a_premise_is_borne_out_or_denied(question, said):
    assert verdict("zh", premise_of(question), ROWS[:1], ["高新技术企业总数超过900家"]) == said


def test_a_figure_that_stands_in_the_text_is_not_denied_and_a_year_is_no_figure():
    assert verdict("zh", Premise(50.0, "50家", frozenset()), ROWS[:1], ["另有50家"]) == ""
    assert premise_of("嘉定区2018年提出了吗？") is None
