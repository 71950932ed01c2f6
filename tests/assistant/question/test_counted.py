import pytest

from assistant.question.analysis import analyse
from assistant.question.counted import fits, measures


@pytest.mark.parametrize(
    ("question", "form", "measure"),
    [
        ("要上门跑几家大学去谈合作?", "高校", "家"),
        ("想拉几家风险投资公司一起投钱?", "风投", "家"),
        ("新增多少个众创空间", "众创空间", "个"),
    ],
)
def test_what_a_measure_word_stands_before_is_counted(question, form, measure):
    counted = analyse(question).counted
    assert form in counted.forms
    assert counted.measure == measure


@pytest.mark.parametrize("question", ["几家呢，众创空间？", "众创空间的目标是多少", "有几家？"])
def test_nothing_is_counted_without_a_name_in_the_clause(question):
    assert analyse(question).counted is None


def test_of_what_is_counted_nothing_else_is_asked():
    assert analyse("几家风险投资公司长期一起投钱").asked == ()
    assert analyse("众创空间的租金是多少").asked == ("租金",)


def test_measure_words_that_notices_use_one_for_the_other_fit():
    assert fits("个", "家")
    assert fits("名", "人次")
    assert not fits("家", "人")
    assert not fits("家", None)


def test_every_measure_word_is_found():
    assert measures("教会多少人次、推开多少项技术") == ["人次", "项"]


def test_what_stands_before_de_qualifies_what_is_counted():
    counted = analyse("今年要添几家孵化创业公司的地方").counted
    assert counted.is_of("科技孵化载体")
    assert not counted.is_of("物理载体")
    assert not counted.is_of("创业社区")


def test_a_qualifier_that_an_indicator_has_nothing_of_is_another_thing():
    assert not analyse("一年新开了几个老人白天待的地方").counted.is_of("科技孵化载体")


def test_an_indicator_with_a_name_of_its_own_is_not_asked_by_a_general_word():
    counted = analyse("要跑几家公司").counted
    assert counted.is_of("企业")
    assert counted.is_of("外资重点企业名录")
    assert not counted.is_of("高新技术企业")


def test_a_longer_name_of_the_same_thing_is_counted():
    counted = analyse("要建几家孵化器").counted
    assert counted.is_of("科技企业孵化器")
    assert counted.is_of("孵化器")
