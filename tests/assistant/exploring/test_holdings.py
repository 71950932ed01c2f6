from datetime import date

from assistant.exploring.holdings import NOTHING, holdings
from tests.assistant.exploring.made import figure, notice, recorded, task


def test_what_there_is_to_choose_from(tmp_path):
    putuo = notice(
        "a", "上海普陀区", (2016, 2018), [figure(), figure(indicator="孵化器"), figure()],
        [task(due="2016-06-30", responsible=("区科委", "区商务委")), task(responsible=("区商务委",))],
    )  # fmt: skip
    with recorded(
        tmp_path, putuo, notice("b", "嘉定区", (2015, 2015)), notice("c", None)
    ) as tables:
        held = holdings(tables)
        assert [(one.name, one.notices, one.records) for one in held.places] == [
            ("上海市", 2, 0),
            ("普陀区", 1, 5),
            ("嘉定区", 1, 0),
        ]
        assert held.years == (2015, 2016, 2017, 2018)
        assert held.indicators == (("众创空间", 2), ("孵化器", 1))
        assert held.responsible == (("区商务委", 2), ("区科委", 1))
        assert held.days == ((date(2016, 6, 30), 1),)
        assert holdings(tables) is held


def test_a_place_that_speaks_is_found_by_any_of_its_names(tmp_path):
    shanghai, zhoushan = (
        notice(name, name, figures=[figure()] * number)
        for name, number in (("上海普陀区", 1), ("舟山普陀区", 2))
    )
    with recorded(tmp_path, shanghai, zhoushan, notice("c", "嘉定区")) as tables:
        held = holdings(tables)
        assert held.fullest.place == zhoushan.place
        assert held.speaking("上海市普陀区").place == shanghai.place
        assert held.speaking("舟山普陀").place == zhoushan.place
        assert held.speaking("嘉定区") is None
        assert held.speaking("上海市") is None


def test_an_empty_archive_holds_nothing(tmp_path):
    with recorded(tmp_path) as tables:
        assert holdings(tables) == NOTHING
        assert NOTHING.fullest is None


def test_where_nobody_speaks_no_place_is_the_fullest(tmp_path):
    with recorded(tmp_path, notice("a", "上海普陀区")) as tables:
        assert [one.name for one in holdings(tables).places] == ["上海市", "普陀区"]
        assert holdings(tables).fullest is None
