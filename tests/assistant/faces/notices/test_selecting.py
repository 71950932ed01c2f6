"""Which notices the list shows."""

import pytest

from assistant.faces.page.notices.selecting import (
    PAGE_SIZE,
    Wanted,
    places_in,
    select,
    years_in,
)
from corpus.errors import UsageError
from corpus.notice import Years
from tests.assistant.faces.notices.conftest import summary

PUTUO = summary(
    "putuo",
    "普陀区科委2016年工作要点",
    place="上海市普陀区",
    issued="2016-05-06",
    years=(2016, 2016),
    document_number="普科委〔2016〕9号",
)
JIADING = summary("jiading", "嘉定区科技工作要点", place="嘉定区", years=(2018, 2018))
PLAN = summary(
    "plan",
    "宁波市三年行动计划",
    place="宁波市",
    issued="2017-01-02",
    years=(2017, 2019),
    issuer="宁波市人民政府",
    review_years=Years(2016, 2016),
)
ALL = [PUTUO, JIADING, PLAN]


def found(wanted):
    return [notice.notice_id for notice in select(ALL, wanted).notices]


def test_the_newest_comes_first_and_what_has_no_date_last():
    assert found(Wanted()) == ["plan", "putuo", "jiading"]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("工作要点", ["putuo", "jiading"]),
        ("要点 上海", ["putuo", "jiading"]),
        ("要点 宁波", []),
        ("[2016]9号", ["putuo"]),
        ("普科委（2016） 9号", ["putuo"]),
        ("人民政府", ["plan"]),
        ("行動計劃", ["plan"]),
        ("２０１６", ["putuo"]),
    ],
)
def test_every_word_must_stand_in_title_place_number_or_issuer(words, ids):
    assert found(Wanted(words)) == ids


@pytest.mark.parametrize(
    ("place", "ids"),
    [
        ("上海市", ["putuo", "jiading"]),
        ("上海市普陀区", ["putuo"]),
        ("宁波", ["plan"]),
        ("某某", []),
    ],
)
def test_a_place_holds_the_places_in_it(place, ids):
    assert found(Wanted(place=place)) == ids


@pytest.mark.parametrize(
    ("years", "ids"),
    [
        ("2016", ["plan", "putuo"]),
        ("2018–2019", ["plan", "jiading"]),
        ("2016年", ["plan", "putuo"]),
    ],
)
def test_years_are_those_planned_for_or_looked_back_on(years, ids):
    assert found(Wanted(years=years)) == ids


@pytest.mark.parametrize("years", ["去年", "2018-2016", "16"])
def test_years_that_cannot_be_read_are_refused(years):
    with pytest.raises(UsageError):
        select(ALL, Wanted(years=years))


def test_a_page_holds_a_hundred_and_one_too_far_is_the_last():
    many = [
        summary(str(n), "通知", issued=f"20{n // 12:02}-{n % 12 + 1:02}-01") for n in range(205)
    ]
    first, last = select(many, Wanted()), select(many, Wanted(page=9))
    assert (len(first.notices), first.pages, first.found) == (PAGE_SIZE, 3, 205)
    assert (last.page, [notice.notice_id for notice in last.notices]) == (
        3,
        ["4", "3", "2", "1", "0"],
    )
    assert select(many, Wanted(page=-1)).page == 1


def test_places_to_choose_are_those_of_the_notices_and_those_above_them():
    assert places_in(ALL) == ["上海市", "上海市普陀区", "上海市嘉定区", "浙江省", "浙江省宁波市"]


def test_years_to_choose_are_all_that_a_notice_is_about_the_last_first():
    assert years_in(ALL) == [2019, 2018, 2017, 2016]
