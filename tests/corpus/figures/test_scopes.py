"""Of which part of the place a figure is."""

import pytest

from corpus.figures.scopes import scope


@pytest.mark.parametrize(
    ("phrase", "before", "said"),
    [
        ("规模以上工业增加值", "规模以上工业增加值增长", "规模以上"),
        ("规上工业企业", "新增规上工业企业", "规模以上"),
        ("限上零售额", "限上零售额增长", "限额以上"),
        ("高新技术企业", "力争高新区高新技术企业达到", "高新区"),
        ("进出口总额", "南宁综合保税区实现进出口总额", "南宁综合保税区"),
        ("企业", "自贸试验区南宁片区新增企业超过", "自贸试验区南宁片区"),
        ("项目", "五常牛家工业园新引进大连环嘉集团再生资源等", "五常牛家工业园"),
        ("注册资本", "自贸试验区新增企业4.2万户、注册资本", "自贸试验区"),
    ],
)
def test_a_size_or_a_part_that_is_the_subject_is_the_scope(phrase, before, said):
    assert scope(phrase, before) == said


@pytest.mark.parametrize(
    ("phrase", "before"),
    [
        ("高新技术企业", "全市高新技术企业达到"),
        ("科技园", "新建科技园"),
        ("园区", "千亿级园区达到"),
        ("城镇新增就业", "城镇新增就业"),
        ("公园", "建成口袋公园"),
        ("学前三年毛入园率", "学前三年毛入园率达到"),
        ("实际利用外资", "列入浙江自贸区联动创新区，实际利用外资增长"),
        ("高新技术企业", "推进高新区扩区，高新技术企业达到"),
        ("高新技术产业", "高新技术产业产值增长"),
        ("改革创新经验", "复制推广辽宁自贸试验区改革创新经验"),
    ],
)
def test_a_figure_of_the_whole_place_has_none(phrase, before):
    assert scope(phrase, before) == ""
