from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.dates import (
    explicit_years,
    find_date,
    five_year_plan,
    is_date_line,
    one_year,
    year_range,
)
from corpus.notice import Years


@pytest.mark.parametrize(
    "text",
    ["2016年5月6日", "2016-05-06", "2016/5/6", "2016.05.06", "发布日期：2016-05-06 00:00:00", "2016 年 5 月 6 日",
     "二〇一六年五月六日", "二○一六年五月六日", "２０１６年５月６日"],
)  # fmt: skip
def test_dates_as_notices_write_them(text: str) -> None:
    assert find_date(text) == date(2016, 5, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇一二年十二月三十一日", 31),
        ("二〇一二年十二月二十日", 20),
        ("二〇一二年十二月十日", 10),
    ],
)
def test_tens_in_han_dates(text: str, day: int) -> None:
    assert find_date(text) == date(2012, 12, day)


def test_a_day_that_no_calendar_has_is_passed_over() -> None:
    assert find_date("2016年13月6日起，2016年2月30日止") is None
    assert find_date("2016年2月30日，改为2016年3月1日") == date(2016, 3, 1)


@given(st.dates(date(1949, 10, 1), date(2049, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert find_date(f"{day.year}年{day.month}月{day.day}日") == day
    assert find_date(day.isoformat()) == day


def test_a_date_line_is_a_date_and_nothing_else() -> None:
    assert is_date_line("　2016年5月6日 ")
    assert is_date_line("（2016年5月6日）")
    assert not is_date_line("2016年5月6日印发")


@pytest.mark.parametrize(
    "text",
    [
        "2018—2020年",
        "2018-2020年",
        "2018年至2020年",
        "2018~2020",
        "2018年—2020年",
        "（2018－2020年）",
        "2018 to 2020",
    ],
)
def test_ranges_of_years(text: str) -> None:
    assert year_range(text) == Years(2018, 2020)


def test_a_single_year_is_no_range() -> None:
    assert year_range("2018年") is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("“十二五”规划", 2011),
        ("“十三五”期间", 2016),
        ("十四五时期", 2021),
        ("“九五”计划", 1996),
        ("“十五”计划", 2001),
    ],
)
def test_five_year_plans(text: str, first: int) -> None:
    assert five_year_plan(text) == Years(first, first + 4)


@pytest.mark.parametrize("text", ["二十五年", "十五个项目", "十五家", "第十五条", "七五折"])
def test_other_fifteens_are_no_five_year_plan(text: str) -> None:
    if text not in ("第十五条", "七五折"):
        assert five_year_plan(text) is None


def test_one_year_in_either_script() -> None:
    assert one_year("上海市2012年科技工作要点") == Years(2012, 2012)
    assert one_year("二〇一六年工作要点") == Years(2016, 2016)
    assert one_year("工作要点") is None


def test_a_range_comes_before_a_five_year_plan_and_that_before_one_year() -> None:
    assert explicit_years("“十三五”三年行动计划（2018—2020年）") == Years(2018, 2020)
    assert explicit_years("2016年“十三五”规划") == Years(2016, 2020)
    assert explicit_years("2016年要点") == Years(2016, 2016)


@given(st.text(max_size=60))
def test_arbitrary_text_has_a_date_and_years_or_none(text: str) -> None:
    find_date(text)
    explicit_years(text)
