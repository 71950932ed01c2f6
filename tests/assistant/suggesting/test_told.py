"""Which figures can be asked about, and how."""

from collections import Counter

import pytest

from assistant.suggesting.told import NO_NAME, called, form_of, standing, told_by
from corpus.notice import Target
from corpus.places import named


def figure(indicator, action, unit, **changes):
    values = {
        "notice_id": "putuo-2016",
        "place": "普陀区",
        "year": 2016,
        "indicator": indicator,
        "indicator_text": indicator,
        "kind": "target",
        "action": action,
        "comparator": "=",
        "comparator_text": "",
        "value": f"20{unit}",
        "number": 20.0,
        "unit": unit,
        "target_year": 2016,
        "start": 0,
        "end": 10,
        "quote": f"{indicator}20{unit}",
    }
    return Target(**values | changes)


@pytest.mark.parametrize(
    ("indicator", "action", "unit", "form"),
    [
        ("高新技术企业", "新认定", "家", "count"),
        ("技术合同成交额", "总数", "元", "amount"),
        ("地区生产总值", "增长率", "%", "growth"),
        ("城镇登记失业率", "占比", "%", "ratio"),
        ("平台活动", "新建", "个", "count"),
        ("高新技术企业", "增长率", "%", None),
        ("技术合同成交额", "总数", "项", None),
        ("城镇登记失业率", "总数", "人", None),
        ("科技产业占区级税收比重", "提高", "个百分点", None),
        ("逐步降低到年底", "占比", "%", None),
        ("是2009年", "总数", "倍", None),
        ("招商引资", "引进", "平方公里", None),
        ("企业", "新增", "家", None),
    ],
)
def test_how_one_asks_for_a_figure(indicator, action, unit, form):
    assert form_of(figure(indicator, action, unit)) == form


def test_a_figure_of_a_part_of_the_place_is_not_asked_for():
    assert form_of(figure("高新技术企业", "新认定", "家", scope="张江园区")) is None


def test_an_indicator_is_better_known_than_a_topic_and_that_than_what_only_the_ledger_knows():
    known = [standing(n) for n in ("高新技术企业", "城镇登记失业率", "高标准农田", "平台活动")]
    assert known == sorted(known)
    assert known[-1] < standing("逐步降低到年底") == NO_NAME


def test_a_notice_tells_one_figure_of_each_indicator_and_kind(reports):
    tables = reports.generation.tables
    told = told_by(tables, [tables.summary("report-0")])
    keys = [one.key for one in told]
    assert len(keys) == len(set(keys)) == 7
    assert told[0].indicator == "高新技术企业"
    assert {one.year for one in told if one.figure.kind == "achieved"} == {2022}


def test_a_goal_for_a_later_year_is_not_asked_for_as_one_of_its_plan(reports):
    tables = reports.generation.tables
    assert told_by(tables, [tables.summary("yangpu")]) == []


def test_a_place_that_shares_its_name_is_called_with_that_of_its_holder():
    shanghai, zhoushan = (place for place in named("普陀区") if not place.change)
    assert called(shanghai, Counter({"普陀区": 1})) == "普陀区"
    assert called(shanghai, Counter({"普陀区": 2})) == "上海市普陀区"
    assert called(zhoushan, Counter({"普陀区": 2})) == "舟山市普陀区"
