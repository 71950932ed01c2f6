from datetime import date

import pytest
from hypothesis import given

from corpus.notice import Task, Years
from corpus.tasks import due_on
from tests.corpus.documents import document, shipped, understood


def tasks_of(body: str) -> tuple[Task, ...]:
    return understood(f"2015年虹口区科技工作要点\n{body}").tasks


def test_a_bracket_names_who_and_by_when() -> None:
    [task] = tasks_of(
        "1.成立天使俱乐部。(责任单位:区金融办、区科委,配合单位:科投公司,完成时间:6月底前)"
    )
    assert task.text == "成立天使俱乐部。"
    assert task.responsible == ("区金融办", "区科委")
    assert task.supporting == ("科投公司",)
    assert (task.deadline, task.due_on) == ("6月底前", date(2015, 6, 30))
    assert task.quote.startswith("成立天使俱乐部。(责任单位")


def test_who_leads_and_who_helps_without_labels() -> None:
    [task] = tasks_of("一、建设创新平台。（区科委、区发改委牵头，区财政局配合）")
    assert task.responsible == ("区科委", "区发改委")
    assert task.supporting == ("区财政局",)


def test_labels_on_the_line_below_belong_to_the_item_above() -> None:
    [task] = tasks_of("1.建设创新平台。\n责任单位：区科委\n2.引进人才。")
    assert (task.text, task.responsible) == ("建设创新平台。", ("区科委",))


def test_a_bracket_in_prose_has_a_deadline() -> None:
    [task] = tasks_of("一、建设平台。（县科技局牵头，县财政局配合，2020年底前完成）")
    assert (task.deadline, task.due_on) == ("2020年底前", date(2020, 12, 31))
    assert (task.responsible, task.supporting) == (("县科技局",), ("县财政局",))
    [task] = tasks_of("一、建设平台。（区科委负责，6月底前）")
    assert (task.responsible, task.due_on) == (("区科委",), date(2015, 6, 30))
    assert tasks_of("一、建设平台。（区科委负责，按年度推进）")[0].deadline is None


def test_who_leads_stands_before_who_is_responsible_too() -> None:
    for labels in (
        "牵头单位：区科委；责任单位：区财政局、区发改委",
        "责任单位：区财政局、区发改委；牵头单位：区科委",
    ):
        [task] = tasks_of(f"一、建设平台。（{labels}）")
        assert task.responsible == ("区科委", "区财政局", "区发改委")


def test_several_labels_below_an_item_are_of_one_task() -> None:
    [task] = tasks_of(
        "1.建设平台。\n牵头单位：区科委\n责任单位：区财政局\n完成时限：6月底前\n2.其他"
    )
    assert (task.text, task.responsible) == ("建设平台。", ("区科委", "区财政局"))
    assert task.due_on == date(2015, 6, 30)


def test_other_brackets_are_no_tasks() -> None:
    assert tasks_of("1.建设孵化器(孵化基地)，推进平台（二期）上线。") == ()


@pytest.mark.parametrize(
    ("deadline", "day"),
    [
        ("6月底前", date(2015, 6, 30)),
        ("2月底", date(2015, 2, 28)),
        ("12月底前", date(2015, 12, 31)),
        ("2016年6月", date(2016, 6, 30)),
        ("2016年6月15日前", date(2016, 6, 15)),
        ("2018年底前", date(2018, 12, 31)),
        ("2020年", date(2020, 12, 31)),
        ("上半年", date(2015, 6, 30)),
        ("2016年上半年", date(2016, 6, 30)),
        ("年内", date(2015, 12, 31)),
        ("第三季度", date(2015, 9, 30)),
        ("持续推进", None),
        ("13月", None),
    ],
)
def test_deadlines_mean_their_last_day(deadline: str, day: date | None) -> None:
    assert due_on(deadline, Years(2015, 2020)) == day


def test_a_deadline_without_any_year_has_no_day() -> None:
    assert due_on("6月底前", None) is None


@given(document())
def test_a_task_quotes_the_notice(text: str) -> None:
    notice = understood(text)
    for task in notice.tasks:
        assert notice.text[task.start : task.end] == task.quote
        assert task.quote.startswith(task.text)
        assert task.text
        assert any(s.start <= task.start and task.end <= s.end for s in notice.sections)


def test_hongkou_assigns_24_tasks() -> None:
    found = shipped("hongkou-2015").tasks
    assert len(found) == 24
    assert all(task.responsible and task.due_on for task in found)
    assert sum(task.due_on == date(2015, 6, 30) for task in found) == 7
    assert sum("区科委" in task.responsible for task in found) == 10
    assert sum(bool(task.supporting) for task in found) == 12


def test_the_last_task_of_hongkou_is_as_the_notice_has_it() -> None:
    task = shipped("hongkou-2015").tasks[-1]
    assert task.text == "完成10万平方米可利用物理载体的储备。"
    assert task.responsible == ("区园区办",)
    assert task.supporting == ("区房管局", "区投促办", "科投公司")


@pytest.mark.parametrize("name", ["putuo-2016", "haishu-2017", "jiading-2018", "shanghai-2012"])
def test_the_other_notices_assign_none(name: str) -> None:
    assert shipped(name).tasks == ()
