"""Divisions that are no more, zones, and what becomes of their names."""

import pytest

from corpus.places import mentions, named, successors
from corpus.places.former import former_rows
from corpus.places.table import by_code


@pytest.mark.parametrize(
    ("name", "year", "how", "became"),
    [
        ("闸北区", 2015, "merged", ["上海市静安区"]),
        ("卢湾区", 2011, "merged", ["上海市黄浦区"]),
        ("崇文区", 2010, "merged", ["北京市东城区"]),
        ("南汇区", 2009, "merged", ["上海市浦东新区"]),
        ("下城区", 2021, "merged", ["浙江省杭州市拱墅区"]),
        ("襄樊市", 2010, "renamed", ["湖北省襄阳市"]),
        ("思茅市", 2007, "renamed", ["云南省普洱市"]),
        ("莱芜市", 2018, "renamed", ["山东省济南市莱芜区"]),
        ("奉化市", 2016, "renamed", ["浙江省宁波市奉化区"]),
        ("密云县", 2015, "renamed", ["北京市密云区"]),
    ],
)
def test_what_became_of_a_former_place(name, year, how, became):
    [place] = named(name)
    assert place.change is not None
    assert (place.change.year, place.change.how) == (year, how)
    assert [one.full_name for one in successors(place)] == became


def test_every_successor_is_a_division_there_is():
    assert len(former_rows()) > 400
    for row in former_rows():
        assert all(code in by_code() for code in row.change.successors), row.name


def test_what_is_there_has_no_change():
    assert all(place.change is None for place in by_code().values())


def test_a_successor_holds_the_former_place_and_so_does_its_city():
    [zhabei], [jingan], [shanghai] = named("闸北区"), named("静安区"), named("上海市")
    assert jingan.holds(zhabei)
    assert shanghai.holds(zhabei)
    assert not zhabei.holds(jingan)


def test_the_old_and_the_new_name_of_a_city_are_the_same_place():
    [old], [new] = named("襄樊市"), named("襄阳市")
    assert old.holds(new)
    assert new.holds(old)
    assert old.full_name == "湖北省襄樊市"


def test_a_city_that_became_a_district_lies_in_the_city_of_that():
    [laiwu], [jinan] = named("莱芜市"), named("济南市")
    assert jinan.holds(laiwu)


def test_a_short_name_means_the_place_there_is():
    assert [place.name for place in named("奉化")] == ["奉化区"]
    assert [place.name for place in named("闸北")] == ["闸北区"]


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        ("苏州国家高新技术产业开发区", "苏州高新区", "江苏省苏州高新区"),
        ("苏州高新区", "苏州高新区", "江苏省苏州高新区"),
        ("两江新区", "两江新区", "重庆市两江新区"),
        ("雄安新区", "雄安新区", "河北省雄安新区"),
        ("武汉东湖高新区", "东湖高新区", "湖北省武汉市东湖高新区"),
        ("浙江自由贸易试验区", "浙江自贸区", "浙江省浙江自贸区"),
        ("昆山经济技术开发区", "昆山经开区", "江苏省苏州市昆山经开区"),
    ],
)
def test_a_zone_is_named_by_its_city_and_kind_or_by_its_own_name(text, name, full):
    [mention] = mentions(text)
    assert (mention.start, mention.end) == (0, len(text))
    assert [(place.name, place.full_name) for place in mention.candidates] == [(name, full)]
    assert named(text) == mention.candidates


def test_a_zone_belongs_to_the_places_it_lies_in_and_to_no_other():
    [zone], [suzhou], [jiangsu] = named("苏州高新区"), named("苏州市"), named("江苏省")
    [park] = named("苏州工业园区")
    assert suzhou.holds(zone)
    assert jiangsu.holds(zone)
    assert not zone.holds(suzhou)
    assert not zone.holds(park)
    assert zone.is_zone


def test_new_areas_that_are_districts_stay_districts():
    assert [place.code for place in named("浦东新区")] == ["310115"]
    assert [place.code for place in named("滨海新区")] == ["120116"]


def test_a_province_has_many_high_tech_zones_and_so_none_of_its_name():
    assert [m.candidates[0].name for m in mentions("江苏省高新技术产业开发区")] == ["江苏省"]


def test_an_area_is_no_district():
    assert [(m.start, m.end) for m in mentions("南汇区域")] == [(0, 2)]
