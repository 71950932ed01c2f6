import pytest

from corpus.metadata.locating import place_of
from corpus.metadata.speaking import own_level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("全市上下努力，全市生产总值居全省前列、全国前列，全省第一。", "市"),
        ("全区科技工作，我区企业，全市首个。", "区"),
        ("自治区党委、自治区政府、自治区人大，全区上下，全区各族人民。", "自治区"),
        ("现在，我代表州人民政府向大会报告工作。", "州"),
        ("全国各地，全国人民，我国经济。", "国"),
        ("加强领导。", None),
    ],
)
def test_the_level_a_text_speaks_of(text: str, level: str | None) -> None:
    assert own_level(text) == level


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我代表省人民政府向大会报告。昆明、大理、曲靖加快发展，昆明领先。", "云南省"),
        ("我代表州人民政府向大会报告。文山州的文山市、砚山县，文山市增长。", "文山壮族苗族自治州"),
        ("我代表省人民政府向大会报告。吉林振兴，长春、吉林两市，吉林。", "吉林省"),
        ("我代表自治区人民政府向大会报告。宁夏的银川市、银川、银川。", "宁夏回族自治区"),
        ("全市上下，安顺市落实贵州省委决定，贵州省、贵州全省前列，全市增长。", "安顺市"),
    ],
)
def test_a_text_is_of_the_place_that_has_the_level_it_speaks_of(text: str, expected: str) -> None:
    place, _ = place_of("7", None, text)
    assert place is not None
    assert place.name == expected


def test_a_text_that_speaks_of_the_nation_is_of_no_place() -> None:
    assert (
        place_of("工作报告", None, "全国工业发展，鞍山、鞍山、鞍山，全国人民，我国建设。")[0]
        is None
    )


def test_organs_of_a_province_speak_against_a_municipality() -> None:
    text = "普陀区科技局落实省科技厅要求，省财政厅支持。"
    assert place_of("普陀区科技工作要点", None, text)[0].full_name == "浙江省舟山市普陀区"  # type: ignore[union-attr]
