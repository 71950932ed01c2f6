"""How questions are written in Chinese and in English."""

from datetime import date

import pytest

from assistant.suggesting.phrasing import phrasing_for
from assistant.suggesting.told import Told, form_of
from corpus.notice import Task, Years
from corpus.places import named
from tests.assistant.suggesting.test_told import figure

PUTUO, JIADING, XUHUI = (named(name)[0] for name in ("普陀区", "嘉定区", "徐汇区"))
SHANGHAI = named("上海市")[0]


def told(indicator, action, unit, kind="target", place=PUTUO, year=2016):
    target = figure(indicator, action, unit, kind=kind, target_year=year)
    return Told(None, place, place.name, target, form_of(target), (target,))


@pytest.mark.parametrize(
    ("indicator", "action", "unit", "kind", "chinese", "english"),
    [
        (
            "众创空间", "新增", "家", "target",
            "普陀区2016年计划新增众创空间多少家？",
            "How many new maker spaces does Putuo plan for 2016?",
        ),
        (
            "高新技术企业", "总数", "家", "target",
            "普陀区2016年高新技术企业的目标是多少家？",
            "How many high-tech enterprises does Putuo aim for in 2016?",
        ),
        (
            "技术合同成交额", "总数", "元", "target",
            "普陀区2016年技术合同成交额的目标是多少？",
            "What is the 2016 target for technology contract turnover in Putuo?",
        ),
        (
            "地区生产总值", "增长率", "%", "target",
            "普陀区2016年地区生产总值的增长目标是多少？",
            "What growth in gross domestic product does Putuo aim for in 2016?",
        ),
        (
            "城镇新增就业", "新增", "人", "target",
            "普陀区2016年城镇新增就业的目标是多少人？",
            "What is the 2016 target for new urban jobs in Putuo?",
        ),
        (
            "高新技术企业", "新认定", "家", "achieved",
            "普陀区2016年实际新认定了多少家高新技术企业？",
            "How many new high-tech enterprises did Putuo actually add in 2016?",
        ),
        (
            "高新技术企业", "总数", "家", "achieved",
            "普陀区2016年实际有多少家高新技术企业？",
            "How many high-tech enterprises did Putuo actually have in 2016?",
        ),
        (
            "城镇新增就业", "新增", "人", "achieved",
            "普陀区2016年城镇新增就业实际完成了多少人？",
            "How much did new urban jobs in Putuo actually come to in 2016?",
        ),
        (
            "研发经费支出占GDP比重", "占比", "%", "achieved",
            "普陀区2016年研发经费支出占GDP比重实际是多少？",
            "How high was the R&D intensity in Putuo actually in 2016?",
        ),
        (
            "地区生产总值", "增长率", "%", "achieved",
            "普陀区2016年地区生产总值实际增长了多少？",
            "How much did gross domestic product in Putuo actually grow in 2016?",
        ),
        (
            "粮食产量", "总数", "吨", "achieved",
            "普陀区2016年粮食产量实际达到了多少吨？",
            "How much did grain output in Putuo actually come to in 2016?",
        ),
        (
            "平台活动", "新建", "个", "target",
            "普陀区2016年计划新建平台活动多少个？",
            "How many new 平台活动 does Putuo plan for 2016?",
        ),
    ],
)  # fmt: skip
def test_figures(indicator, action, unit, kind, chinese, english):
    one = told(indicator, action, unit, kind)
    assert phrasing_for("zh").figure(one) == chinese
    assert phrasing_for("en").figure(one) == english


@pytest.mark.parametrize(
    ("places", "chinese", "english"),
    [
        (("普陀区", "嘉定区"), "区", "districts"),
        (("普陀区", "昌黎县"), "区县", "districts"),
        (("安庆市", "上海市"), "市", "cities"),
        (("辽宁省", "新疆维吾尔自治区"), "省份", "provinces"),
        (("安庆市", "普陀区"), "地方", "places"),
    ],
)
def test_the_places_that_set_targets(places, chinese, english):
    of_places = [told("众创空间", "新增", "家", place=named(name)[0]) for name in places]
    assert phrasing_for("zh").coverage(of_places, Years(2016, 2018)) == (
        f"2016–2018年哪些{chinese}提出了众创空间目标？"
    )
    assert phrasing_for("en").coverage(of_places, Years(2016, 2016)) == (
        f"Which {english} set targets for maker spaces in 2016?"
    )


def test_the_targets_of_two_places():
    one, same = told("众创空间", "新增", "家"), told("众创空间", "新增", "家", place=JIADING)
    later = told("众创空间", "总数", "家", place=JIADING, year=2018)
    chinese, english = phrasing_for("zh"), phrasing_for("en")
    assert chinese.comparison(one, same) == "普陀区和嘉定区2016年的众创空间目标哪个更多？"
    assert chinese.comparison(one, later) == (
        "普陀区2016年和嘉定区2018年的众创空间目标有什么不同？"
    )
    assert english.comparison(one, same) == (
        "How do the 2016 targets of Putuo and Jiading for maker spaces compare?"
    )


def test_tasks():
    task = Task(
        "hongkou-2015", "虹口区", 2015, "成立天使俱乐部。", ("区金融办",), (), "6月底前",
        date(2015, 6, 30), 0, 8, "成立天使俱乐部。",
    )  # fmt: skip
    hongkou, chinese, english = named("虹口区")[0], phrasing_for("zh"), phrasing_for("en")
    assert chinese.in_charge(hongkou, "虹口区", task) == (
        "虹口区成立天使俱乐部由谁负责，什么时候完成？"
    )
    assert chinese.of_office(hongkou, "虹口区", "区金融办") == "虹口区金融办负责哪些任务？"
    assert chinese.of_office(SHANGHAI, "上海市", "市科委") == "上海市科委负责哪些任务？"
    assert chinese.of_office(hongkou, "虹口区", "推进小组") == "虹口区推进小组负责哪些任务？"
    assert chinese.until(hongkou, "虹口区", 2015, 6) == "虹口区2015年6月底前要完成哪些工作？"
    assert english.in_charge(hongkou, "虹口区", task) == (
        "Who is responsible for “成立天使俱乐部” in Hongkou?"
    )


def test_another_place_is_asked_for_the_same():
    one = told("研发经费支出占GDP比重", "占比", "%")
    assert phrasing_for("zh").elsewhere(one, XUHUI) == (
        "徐汇区2016年研发经费支出占GDP比重的目标是多少？"
    )
    assert phrasing_for("en").elsewhere(one, XUHUI) == (
        "What is the 2016 target for R&D intensity in Xuhui?"
    )
