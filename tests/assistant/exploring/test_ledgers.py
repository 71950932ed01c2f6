import pytest

from assistant.exploring import Measure
from assistant.exploring.filters import LedgerFilters
from assistant.exploring.ledgers import (
    MOST_COUNTED,
    Count,
    commonest,
    count_figures,
    figures,
    scope,
)
from assistant.exploring.years import Shown, figures_about, latest, measured
from corpus.notice import Years
from tests.assistant.exploring.made import figure, notice, recorded

NEXT = figure(value=20, target_year=2020)
PUTUO = notice("putuo", "上海普陀区", (2016, 2016), [figure(), NEXT, figure(action="总数")])
REVIEW = notice("jiading", "嘉定区", (2018, 2018), [figure(value=5, kind="achieved", year=2018)])
OTHER = notice(
    "haishu", "宁波海曙区", (2020, 2020), [figure(indicator="孵化器", year=2020, target_year=2020)]
)
NEW = Measure("新增", "家")


@pytest.fixture
def tables(tmp_path):
    with recorded(tmp_path, PUTUO, REVIEW, OTHER) as found:
        yield found


def test_figures_come_by_pages_and_are_counted(tables):
    assert [one.notice_id for one in figures(tables, LedgerFilters(), 2, 3)] == [
        "jiading",
        "haishu",
    ]
    assert count_figures(tables, LedgerFilters()) == Count(5)
    assert count_figures(tables, LedgerFilters(("上海市",))) == Count(4)
    assert count_figures(tables, LedgerFilters(kind="achieved")) == Count(1)
    assert count_figures(tables, LedgerFilters(("没有的地方",), kind="target")) == Count(0)


def test_counting_ends_where_nobody_cares_any_more(tmp_path):
    many = notice("putuo", "上海普陀区", figures=[figure()] * (MOST_COUNTED + 1))
    with recorded(tmp_path, many) as tables:
        assert count_figures(tables, LedgerFilters(kind="target")) == Count(MOST_COUNTED, False)
        assert count_figures(tables, LedgerFilters()) == Count(MOST_COUNTED + 1)


def test_the_scope_holds_silent_notices_and_those_of_the_figures(tables):
    in_2018 = LedgerFilters(year_from=2018, year_to=2018)
    assert set(scope(tables, in_2018)) == {"jiading"}
    assert set(scope(tables, in_2018, [PUTUO.targets[0]])) == {"putuo", "jiading"}


def test_the_commonest_indicator_is_that_of_the_notices_in_scope(tables):
    assert commonest(tables, LedgerFilters(), 5) == ["众创空间", "孵化器"]
    assert commonest(tables, LedgerFilters(("海曙区",)), 5) == ["孵化器"]


def test_figures_are_found_by_the_year_that_they_are_about(tables):
    """The goal for 2020 stands in a plan for 2016, the result of 2016 in one for 2018."""
    wanted = LedgerFilters(indicator="众创空间")
    assert figures_about(tables, wanted, Years(2020, 2020)) == [NEXT_IN_PUTUO]
    in_2016 = figures_about(tables, wanted, Years(2016, 2016), measure=NEW)
    assert [one.notice_id for one in in_2016] == ["putuo", "jiading"]
    assert figures_about(tables, wanted, None, ids=["jiading"]) == list(REVIEW.targets)
    later = LedgerFilters(indicator="众创空间", year_from=2017)
    assert figures_about(tables, later, None) == [NEXT_IN_PUTUO]


def test_measures_are_counted_by_year(tables):
    first, second = measured(tables, LedgerFilters(indicator="众创空间"))
    assert (first.measure, dict(first.years), first.total) == (NEW, {2016: 2, 2020: 1}, 3)
    assert (second.measure, dict(second.years)) == (Measure("总数", "家"), {2016: 1})
    (later,) = measured(tables, LedgerFilters(indicator="众创空间", year_from=2017))
    assert dict(later.years) == {2020: 1}
    assert measured(tables, LedgerFilters(("海曙区",), indicator="众创空间")) == []


def test_the_last_years_are_shown_and_what_is_before_is_counted():
    counts = {2011: 4, None: 9, 2013: 2, 2020: 1}
    assert latest(counts, 2) == Shown(Years(2013, 2020), (2011,), 4)
    assert latest(counts, 3) == Shown(Years(2011, 2020))
    assert latest({None: 3}, 3) == Shown(None)


NEXT_IN_PUTUO = PUTUO.targets[1]
