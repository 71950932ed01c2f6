from assistant.exploring import Measure, speakers, timeline
from tests.assistant.exploring.made import figure, notice, summaries, task

PUTUO = speakers(summaries(notice("a", "上海普陀区")))["a"]


def test_goals_and_results_of_an_indicator_are_kept_apart_by_year():
    (line,) = timeline(
        [figure(value=12), figure(value=14, kind="achieved"), figure(value=20, target_year=2017)],
        [],
        PUTUO,
    ).series
    assert (line.indicator, line.measure, line.years) == (
        "众创空间",
        Measure("新增", "家"),
        (2016, 2017),
    )
    assert {year: [one.target.value for one in found] for year, found in line.targets.items()} == {
        2016: ["12家"],
        2017: ["20家"],
    }
    assert [one.target.value for one in line.achieved[2016]] == ["14家"]


def test_a_line_per_measure_the_one_of_most_years_first():
    found = timeline(
        [
            figure(action="总数"),
            figure(indicator="孵化器"),
            figure(indicator="孵化器", target_year=2017),
            figure(action="总数", value=13),
            figure(),
        ],
        [],
        PUTUO,
    )
    assert [(line.indicator, line.measure.action) for line in found.series] == [
        ("孵化器", "新增"),
        ("众创空间", "总数"),
        ("众创空间", "新增"),
    ]
    assert found.years == (2016, 2017)


def test_tasks_stand_in_the_year_in_which_they_are_due():
    late, early = task("乙", "2017-12-31"), task("甲", "2017-06-30")
    undated, unknown = task("丙"), task("丁", year=None)
    found = timeline([], [late, undated, early, unknown], PUTUO)
    assert found.due == ((2016, (undated,)), (2017, (early, late)), (None, (unknown,)))
