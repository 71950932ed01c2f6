import pytest

from assistant.exploring.filters import LedgerFilters, why_empty
from corpus.errors import UsageError
from corpus.notice import Years

ALL = LedgerFilters(("普陀区",), 2016, None, "众创空间", "target", "区科委", "2016-06-30")


def test_filters_that_are_empty_are_not_used():
    assert LedgerFilters().used == ()
    assert LedgerFilters(year_to=2016).used == ("years",)
    assert set(ALL.used) == {"places", "years", "indicator", "kind", "responsible", "due_before"}


def test_only_and_without_are_complements():
    assert ALL.only("places", "years") == LedgerFilters(("普陀区",), 2016)
    assert ALL.without("years").used == ("places", "indicator", "kind", "responsible", "due_before")
    assert LedgerFilters().without("kind") == LedgerFilters()


def test_years_that_run_backwards_are_refused():
    assert ALL.notices.years == Years(2016, 2200)
    with pytest.raises(UsageError, match="from 2017 to 2016"):
        _ = LedgerFilters(year_from=2017, year_to=2016).notices


def test_a_filter_that_matches_nothing_by_itself_is_named():
    filters = LedgerFilters(("普陀区",), indicator="飞碟")
    why = why_empty(filters, lambda some: 0 if some.indicator else 5)
    assert (why.unmatched, why.without) == (("indicator",), ())


def test_where_only_all_together_match_nothing_it_says_what_each_costs():
    filters = LedgerFilters(("普陀区",), 2016, 2016, indicator="众创空间")
    left = {("years", "indicator"): 4, ("places", "indicator"): 2}
    why = why_empty(filters, lambda some: 9 if len(some.used) == 1 else left.get(some.used, 0))
    assert (why.unmatched, why.without) == ((), (("places", 4), ("years", 2)))
