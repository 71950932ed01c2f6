import pytest

from corpus.cleaning import lines
from corpus.metadata.head import Head, head_of
from corpus.metadata.layout import Layout
from corpus.metadata.locating import place_of
from tests.corpus.documents import shipped


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("putuo-2016", "上海市普陀区"),
        ("haishu-2017", "浙江省宁波市海曙区"),
        ("jiading-2018", "上海市嘉定区"),
        ("shanghai-2012", "上海市"),
        ("hongkou-2015", "上海市虹口区"),
    ],
)
def test_places_of_the_shipped_notices(name: str, expected: str) -> None:
    place = shipped(name).place
    assert place is not None
    assert place.full_name == expected
    assert shipped(name).warnings == ()


@pytest.mark.parametrize(
    ("title", "issuer", "text", "expected"),
    [
        ("宁波市海曙区科学技术局关于印发工作要点的通知", None, "", "浙江省宁波市海曙区"),
        ("上海市人民政府关于支持普陀区发展的意见", None, "", "上海市"),
        ("关于印发《嘉善县科技工作要点》的通知", None, "", "浙江省嘉兴市嘉善县"),
        ("2018年嘉定科技工作要点", None, "", "上海市嘉定区"),
        ("科技工作要点", "昆山市科学技术局", "", "江苏省苏州市昆山市"),
        (
            "科技工作要点",
            None,
            "昆山市各镇、各区：昆山市将与上海市、北京市合作。",
            "江苏省苏州市昆山市",
        ),
        (
            "科技工作要点",
            None,
            "虹口作为上海的城区，虹口的定位是虹口的优势，虹口将发展，为虹口。",
            "上海市虹口区",
        ),
        (
            "政府工作报告（2023年2月14日 严卫东）",
            None,
            "达州市人民政府。达州市科技。",
            "四川省达州市",
        ),
        ("科技工作要点", None, "推进晋城市城区建设，晋城市科技局。", "山西省晋城市"),
    ],
)
def test_the_place_of_a_notice(title: str, issuer: str | None, text: str, expected: str) -> None:
    place, _ = place_of(title, issuer, text)
    assert place is not None
    assert place.full_name == expected


def test_a_national_organ_is_of_no_place() -> None:
    place, doubt = place_of("国务院关于同意宁波市建设示范区的批复", "国务院", "浙江省人民政府：")
    assert place is None
    assert doubt is not None


def test_city_quarters_in_general_are_no_place() -> None:
    assert (
        place_of("科技工作要点", None, "加快城区、郊区、矿区和新城区建设，推进市和县级改革。")[0]
        is None
    )


def test_a_shared_name_is_settled_by_the_province_around_it() -> None:
    assert place_of("普陀区科技工作要点", None, "浙江舟山群岛")[0].full_name == "浙江省舟山市普陀区"  # type: ignore[union-attr]
    assert place_of("普陀区科技工作要点", None, "上海科创中心")[0].full_name == "上海市普陀区"  # type: ignore[union-attr]


def test_a_shared_name_that_nothing_settles_is_a_warning() -> None:
    _, doubt = place_of("普陀区科技工作要点", None, "加强领导。")
    assert doubt is not None
    assert "普陀区" in doubt


def read(text: str) -> Head:
    layout = Layout.of(text, lines(text))
    return head_of(layout, "7")


def test_the_website_around_a_notice_tells_places_of_one_name_apart() -> None:
    text = (
        "当前位置：舟山市普陀区人民政府\n普陀区2016年科技工作要点\n一、目标\n与上海市、上海合作。\n"
    )
    head = read(text)
    assert head.place is not None
    assert head.place.full_name == "浙江省舟山市普陀区"
    assert head.warnings == ()


def test_a_place_is_read_with_where_it_stands_and_how_sure_that_is() -> None:
    text = "上海市闸北区2014年科技工作要点\n一、目标\n力争创新。\n"
    [reading] = [reading for reading in read(text).readings if reading.field == "place"]
    assert (reading.value, reading.rule) == ("上海市闸北区", "who acts in the title")
    assert text[reading.start : reading.end] == "闸北区"
    assert reading.confidence == 0.95


def test_a_place_that_nothing_settles_is_read_with_little_confidence() -> None:
    head = read("鼓楼区2018年科技工作要点\n一、目标\n力争创新。\n")
    [reading] = [reading for reading in head.readings if reading.field == "place"]
    assert reading.confidence < 0.5
    [doubt] = head.warnings
    assert all(city in doubt for city in ("南京市", "徐州市", "福州市", "开封市"))


def test_what_is_passed_on_names_another_place() -> None:
    text = "关于转发《黄冈市科学技术局关于组织申报项目的通知》的通知\n请按期申报。\n麻城市科学技术局\n2022年11月30日"
    place = read(text).place
    assert place is not None
    assert place.name == "麻城市"


def test_a_zone_is_of_the_district_that_it_lies_in() -> None:
    place = read("关于促进武进国家高新区机器人产业发展的若干政策\n特制定本政策。").place
    assert place is not None
    assert place.full_name == "江苏省常州市武进区"
