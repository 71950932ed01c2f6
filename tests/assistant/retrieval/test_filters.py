from dataclasses import replace

import pytest

from assistant import Filters
from corpus.errors import UsageError


def selected(kewen, **values):
    return {notice.notice_id for notice in Filters(**values).select(kewen.notices())}


def test_no_filter_selects_all(kewen):
    assert len(selected(kewen)) == 5


def test_a_filter_that_nothing_matches_fails_closed(kewen):
    assert selected(kewen, places=["徐汇区"]) == set()
    assert selected(kewen, places=["亚特兰蒂斯"]) == set()


def test_years_select_plans_that_share_a_year(kewen):
    assert selected(kewen, year_from=2016, year_to=2018) == {
        "putuo-2016", "haishu-2017", "jiading-2018", "hongkou-2015",
    }  # fmt: skip
    assert selected(kewen, year_to=2014) == {"shanghai-2012"}


def test_a_city_holds_its_districts(kewen):
    assert selected(kewen, places=["上海市"]) == {
        "putuo-2016", "jiading-2018", "hongkou-2015", "shanghai-2012",
    }  # fmt: skip
    assert selected(kewen, places=["宁波"]) == {"haishu-2017"}


def test_a_shared_name_is_told_apart_by_what_is_around_it(kewen):
    assert selected(kewen, places=["普陀区"]) == {"putuo-2016"}
    assert selected(kewen, places=["浙江省舟山市普陀区"]) == set()


def test_an_issuer_is_found_by_a_part_of_its_name(kewen):
    assert selected(kewen, issuer="虹口区人民政府") == {"hongkou-2015"}


def test_years_that_run_backwards_are_refused():
    with pytest.raises(UsageError, match="backwards"):
        Filters(year_from=2018, year_to=2016)


def test_a_measure_without_years_is_in_scope_from_its_issue_on(kewen):
    plan = next(each for each in kewen.notices() if each.issued_on is not None)
    measure = replace(plan, plan_years=None, review_years=None)
    issued = measure.issued_on.year
    assert not Filters(year_to=issued - 1).matches(measure)
    assert Filters(year_to=issued).matches(measure)
    assert Filters(year_from=issued + 3).matches(measure)
    assert Filters(year_to=issued - 1).matches(replace(measure, issued_on=None))
