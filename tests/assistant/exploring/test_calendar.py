from hypothesis import given
from hypothesis import strategies as st

from assistant.exploring import calendar, in_order_of_days
from tests.assistant.exploring.made import task

DAYS = st.dates().map(lambda day: day.isoformat())


def test_tasks_are_grouped_by_the_month_of_their_day():
    december, june = task("乙", "2015-12-31"), task("甲", "2015-06-30")
    early, next_year = task("丙", "2015-06-01"), task("丁", "2016-06-30")
    found = calendar([december, june, early, next_year])
    assert [(m.year, m.month, [t.text for t in m.tasks]) for m in found.months] == [
        (2015, 6, ["丙", "甲"]),
        (2015, 12, ["乙"]),
        (2016, 6, ["丁"]),
    ]
    assert found.years == (2015, 2016)


def test_tasks_without_a_day_are_grouped_by_what_is_written():
    tasks = [
        task("甲"), task("乙", deadline="长期"), task("丙", deadline="持续推进"),
        task("丁", deadline="持续推进"), task("戊"), task("己"),
    ]  # fmt: skip
    found = calendar(tasks)
    assert found.months == ()
    assert [(group.deadline, len(group.tasks)) for group in found.undated] == [
        ("持续推进", 2),
        ("长期", 1),
        (None, 3),
    ]


@given(st.lists(st.builds(task, st.text(max_size=2), st.none() | DAYS)))
def test_no_task_is_lost_and_none_is_shown_twice(tasks):
    found = calendar(tasks).tasks
    assert len(found) == len(tasks)
    assert in_order_of_days(found) == found
    assert sorted(map(repr, found)) == sorted(map(repr, tasks))
