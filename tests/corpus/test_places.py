import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.places import Place, in_pinyin, likeliest, mentions, mentions_in_english, named


def names(text: str) -> list[str]:
    return [text[mention.start : mention.end] for mention in mentions(text)]


def test_full_and_short_names_are_found_in_order() -> None:
    assert names("普陀区和嘉定、上海市2016年要点") == ["普陀区", "嘉定", "上海市"]


def test_the_longest_name_wins() -> None:
    assert names("西双版纳傣族自治州") == ["西双版纳傣族自治州"]


def test_a_short_name_that_is_a_word_is_no_place() -> None:
    assert names("加强合作，滨海开放") == []
    assert names("合作市、滨海新区") == ["合作市", "滨海新区"]


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("文山州", "文山壮族苗族自治州"),
        ("黔东南州", "黔东南苗族侗族自治州"),
        ("景宁县", "景宁畲族自治县"),
        ("西双版纳州", "西双版纳傣族自治州"),
    ],
)
def test_autonomous_places_are_named_without_their_peoples_too(name: str, full: str) -> None:
    assert [place.name for place in named(name)] == [full]


def test_nouns_that_are_also_districts_count_behind_their_city_only() -> None:
    assert names("市和县级、城区和矿区、新城区") == []
    [_, quarter] = mentions("晋城市城区")
    assert [place.full_name for place in quarter.candidates] == ["山西省晋城市城区"]


def test_a_shared_name_has_several_candidates() -> None:
    [mention] = mentions("普陀区")
    assert {place.full_name for place in mention.candidates} == {
        "上海市普陀区",
        "浙江省舟山市普陀区",
    }


def test_the_context_decides_among_candidates() -> None:
    candidates = mentions("普陀区")[0].candidates
    assert likeliest(candidates, "舟山市").province == "浙江省"
    assert likeliest(candidates, "上海").province == "上海市"


@pytest.mark.parametrize("text", ["Putuo", "in Putuo District?", "Putuo's targets"])
def test_places_in_pinyin(text: str) -> None:
    [mention] = mentions_in_english(text)
    assert mention.candidates[0].name == "普陀区"


def test_small_letters_are_no_place() -> None:
    assert mentions_in_english("putuo") == []


@pytest.mark.parametrize("name", ["普陀区", "普陀", "Putuo", "putuo district"])
def test_a_place_is_found_by_any_of_its_names(name: str) -> None:
    assert "上海市普陀区" in {place.full_name for place in named(name)}


def test_what_is_no_place_has_none() -> None:
    assert named("科技") == ()


def test_a_province_holds_its_city_and_that_its_district() -> None:
    [zhejiang], [ningbo], [haishu] = named("浙江省"), named("宁波市"), named("海曙区")
    assert zhejiang.holds(ningbo)
    assert ningbo.holds(haishu)
    assert haishu.holds(haishu)
    assert not haishu.holds(ningbo)
    assert haishu.full_name == "浙江省宁波市海曙区"


def test_a_municipality_is_named_once_in_a_full_name() -> None:
    assert named("上海市")[0].full_name == "上海市"
    assert Place("310107", "普陀区", "district", "上海市", None).full_name == "上海市普陀区"


@given(st.text(max_size=80))
def test_arbitrary_text_has_mentions_in_order(text: str) -> None:
    found = mentions(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    mentions_in_english(text)


def test_a_place_is_spelt_for_english_readers():
    assert [in_pinyin(named(name)[0]) for name in ("普陀区", "长宁区")] == [
        "Putuo",
        "Changning",
    ]
