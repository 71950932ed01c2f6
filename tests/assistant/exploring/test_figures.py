from assistant.exploring import Measure, kinds, stated
from assistant.exploring.figures import year_of
from tests.assistant.exploring.made import figure


def test_measures_are_told_apart_and_the_most_frequent_comes_first():
    found = kinds(
        [figure(), figure(action="占比", unit="%"), figure(action="总数"), figure(action="总数")]
    )
    assert found == [
        (Measure("总数", "家"), 2),
        (Measure("占比", "%"), 1),
        (Measure("新增", "家"), 1),
    ]


def test_a_figure_that_is_stated_again_is_shown_once_with_how_often():
    first = figure(start=5)
    (one,) = stated([first, figure(start=90), figure("b")])
    assert (one.target, one.times) == (first, 3)


def test_goals_stand_before_results_and_other_figures_stay_apart():
    goal, result, part = figure(), figure(kind="achieved"), figure(scope="张江园区")
    more = figure(comparator="<=")
    assert [one.target for one in stated([result, part, goal, more])] == [part, goal, more, result]


def test_the_year_of_a_figure_is_that_it_is_about_else_that_of_its_notice():
    assert year_of(figure(year=2016, target_year=2020)) == 2020
    assert year_of(figure(year=2016, target_year=None)) == 2016
    assert year_of(figure(year=None, target_year=None)) is None
