from hypothesis import given
from hypothesis import strategies as st

from assistant.exploring import Measure, matrix, speakers
from assistant.exploring.figures import year_of
from tests.assistant.exploring.made import figure, notice, summaries

NEW = Measure("新增", "家")
SCOPE = speakers(
    summaries(notice("b", "嘉定区"), notice("a", "上海普陀区"), notice("c", "宁波海曙区"))
)


def made(*targets):
    return matrix(targets, SCOPE, "众创空间", NEW)


def values(found):
    return {
        row.speaker.name: [[one.target.value for one in cell] for cell in row.cells]
        for row in found.rows
    }


def test_places_go_down_by_their_code_and_years_across():
    found = made(
        figure("b", 4, target_year=2018), figure("a", 12), figure("a", 15, target_year=2017)
    )
    assert found.years == (2016, 2017, 2018)
    assert values(found) == {
        "普陀区": [["12家"], ["15家"], []],
        "嘉定区": [[], [], ["4家"]],
        "海曙区": [[], [], []],
    }


def test_a_place_in_scope_without_a_figure_is_a_row_all_the_same():
    found = made(figure("a"))
    assert [row.speaker.name for row in found.rows if row.is_silent] == ["嘉定区", "海曙区"]
    assert [row.speaker.name for row in found.speaking] == ["普陀区"]


def test_other_indicators_and_measures_are_never_mixed_in():
    found = made(figure("a"), figure("a", 3, unit="%"), figure("a", 7, action="总数"),
                 figure("a", 9, indicator="孵化器"))  # fmt: skip
    assert values(found)["普陀区"] == [["12家"]]


def test_goals_and_results_of_a_year_share_a_cell():
    found = made(figure("a", 9, kind="achieved"), figure("a", 12))
    assert values(found)["普陀区"] == [["12家", "9家"]]


def test_a_figure_of_no_year_has_the_last_column():
    found = made(figure("a", target_year=None, year=None), figure("b"))
    assert found.years == (2016, None)
    assert values(found)["普陀区"] == [[], ["12家"]]


@given(
    st.lists(
        st.builds(
            figure,
            st.sampled_from("abc"),
            st.integers(1, 5),
            action=st.sampled_from(["新增", "总数"]),
            target_year=st.sampled_from([None, 2016, 2018]),
            kind=st.sampled_from(["target", "achieved"]),
        )
    )
)
def test_every_figure_of_the_measure_is_counted_in_one_cell(targets):
    found = made(*targets)
    counted = sum(one.times for row in found.rows for cell in row.cells for one in cell)
    assert counted == sum(target.action == "新增" for target in targets)
    for row in found.rows:
        for year, cell in zip(found.years, row.cells, strict=True):
            assert all(year_of(one.target) == year for one in cell)
