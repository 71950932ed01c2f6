from assistant.exploring import speakers
from tests.assistant.exploring.made import notice, summaries


def names(*notices):
    return [one.name for one in speakers(summaries(*notices)).values()]


def test_two_places_of_one_name_are_told_apart_by_where_they_lie():
    shanghai, zhoushan = notice("a", "上海普陀区"), notice("b", "舟山普陀区")
    assert names(shanghai, notice("c", "嘉定区")) == ["普陀区", "嘉定区"]
    assert names(shanghai, zhoushan) == ["上海市普陀区", "浙江省舟山市普陀区"]


def test_notices_of_one_place_have_one_speaker():
    found = speakers(summaries(notice("a", "嘉定区"), notice("b", "嘉定区", (2017, 2017))))
    assert found["a"] == found["b"]


def test_a_notice_without_a_place_speaks_for_itself_and_comes_last():
    found = speakers(summaries(notice("a", None, title="甲"), notice("b", None, title="乙")))
    known = speakers(summaries(notice("c", "嘉定区")))["c"]
    assert [found["a"].name, found["b"].name] == ["甲", "乙"]
    assert found["a"] != found["b"]
    assert min([found["a"], known], key=lambda one: one.rank) == known
