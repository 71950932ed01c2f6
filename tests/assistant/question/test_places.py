import pytest

from assistant.question.places import level_asked, places_asked


def names(question):
    return [place.name for place in places_asked(question)]


def test_full_short_and_english_names_mean_the_same_place():
    assert names("普陀区的目标") == names("普陀的目标") == names("targets of Putuo") == ["普陀区"]


def test_an_inner_place_is_meant_with_the_outer_one_that_says_which():
    assert names("上海市普陀区2016年") == ["上海市普陀区"]
    assert names("舟山普陀的目标") == ["浙江省舟山市普陀区"]


def test_two_places_are_two():
    assert names("普陀区和嘉定区相比") == ["普陀区", "嘉定区"]


def test_a_word_that_is_also_a_place_is_no_place_without_its_suffix():
    assert names("开展合作对接的企业") == []


def test_a_name_of_several_levels_stays_short():
    assert names("朝阳的目标") == ["朝阳"]


@pytest.mark.parametrize(
    ("question", "level"),
    [
        ("哪些区提出", "district"),
        ("which districts set", "district"),
        ("哪些城市", "city"),
        ("which cities", "city"),
        ("哪些区域重点发展", None),
        ("普陀区的目标", None),
    ],
)
def test_the_level_of_the_places_asked_for(question, level):
    assert level_asked(question) == level


@pytest.mark.parametrize(
    "question", ["普陀和嘉定相比如何", "平安城市建设", "邯郸路项目", "上海大学的成果"]
)
def test_characters_that_only_look_like_a_name_are_none(question):
    assert not {"比如县", "平安区", "平安", "邯郸市", "上海市"} & set(names(question))


@pytest.mark.parametrize("question", ["吉林一号卫星有几颗", "How many Jilin-1 satellites?"])
def test_a_satellite_named_after_a_place_is_none(question):
    assert places_asked(question) == []
