import pytest

from assistant.exploring import Measure
from assistant.exploring.filters import LedgerFilters
from assistant.faces.page.explore.asked import Asked, asked, written
from corpus.errors import UsageError
from tests.assistant.faces.explore.shown import values


def test_empty_controls_ask_for_everything():
    assert asked(0, *values()) == Asked(None, LedgerFilters())
    blank = values(view="tasks", places=["", " "], year_from="", kind="", responsible="  ")
    assert asked(0, *blank) == Asked("tasks", LedgerFilters())


def test_controls_become_filters_and_an_indicator_its_official_name():
    chosen = values(
        view="matrix", places=["普陀区"], year_from=2016, year_to="2018", indicator="高企",
        kind="target", measure=written(Measure("新认定", "家")),
    )  # fmt: skip
    filters = LedgerFilters(("普陀区",), 2016, 2018, "高新技术企业", "target")
    assert asked(2, *chosen) == Asked("matrix", filters, Measure("新认定", "家"), page=2)


@pytest.mark.parametrize("year", ["二〇一六", "16", "20160", -5, "1899"])
def test_a_year_that_is_none_is_refused_with_what_to_write(year):
    with pytest.raises(UsageError, match="Give it as 2016"):
        asked(0, *values(year_from=year))


def test_whatever_a_browser_sends_is_bounded():
    wild = values(view={"a": 1}, places=["区" * 1000] * 1000, indicator=["x"], kind=3, measure="家",
                  place={}, responsible=7)  # fmt: skip
    found = asked("seven", *wild)
    assert (found.view, found.page, found.measure, found.place) == (None, 0, None, None)
    assert (len(found.filters.places), len(found.filters.places[0])) == (50, 100)
    assert (found.filters.indicator, found.filters.kind) == (None, None)
    assert asked(-3, *values()).page == 0
