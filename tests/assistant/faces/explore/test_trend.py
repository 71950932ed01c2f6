import re
from dataclasses import replace

import pytest

from assistant.exploring import speakers, timeline
from assistant.faces.page.explore.trend import HEIGHT, STEP, trend
from tests.assistant.exploring.made import figure, notice, summaries

PUTUO = speakers(summaries(notice("a", "上海普陀区")))["a"]
DOT = re.compile(r'<rect x="(\d+)" y="([\d.]+)" width="\d+" height="\d+" rx="\d+" class="(\w+)">')


def picture(*figures, years=(2014, 2015, 2016)):
    (line,) = timeline(figures, [], PUTUO).series
    return trend(line, years)


def dots(*figures):
    return [(int(x) // STEP, float(y), kind) for x, y, kind in DOT.findall(picture(*figures))]


def test_a_dot_stands_in_the_column_of_its_year_the_more_the_higher():
    found = dots(
        *(figure(value=value, target_year=2014 + n) for n, value in enumerate((10, 30, 20)))
    )
    assert [(column, kind) for column, _, kind in found] == [(n, "target") for n in range(3)]
    lowest, highest, middle = (y for _, y, _ in found)
    assert (highest, middle) == (0, lowest / 2)
    assert lowest < HEIGHT


def test_goals_and_results_of_one_year_have_dots_of_their_own():
    found = dots(
        figure(value=1, target_year=2014), figure(value=2, target_year=2014, kind="achieved"),
        figure(value=3, target_year=2015), figure(value=4, target_year=2016),
    )  # fmt: skip
    assert sorted((column, kind) for column, _, kind in found)[:2] == [
        (0, "achieved"),
        (0, "target"),
    ]


def test_a_range_is_a_dot_in_its_middle():
    found = dots(
        figure(value=0, target_year=2014),
        replace(figure(target_year=2015), number=(10.0, 20.0)),
        figure(value=30, target_year=2016),
    )
    (_, bottom, _), (_, middle, _), (_, top, _) = found
    assert (top, middle) == (0, bottom / 2)


@pytest.mark.parametrize(
    "figures",
    [
        [figure(value=1, target_year=2014), figure(value=2, target_year=2015)],
        [figure(target_year=year) for year in (2014, 2015, 2016)],
        [figure(value=n, target_year=None, year=None) for n in (1, 2, 3)],
    ],
)
def test_too_little_to_see_makes_no_picture(figures):
    assert picture(*figures) == ""
