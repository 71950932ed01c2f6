"""What a person sets in a notice counts before figures and tasks are made."""

from dataclasses import replace

import pytest

from corpus.correction import AS_READ, BY_HAND, Correction, parse_years
from corpus.errors import UsageError
from corpus.notice import Reading, Years
from corpus.understanding import understand_text

TEXT = (
    "普陀区2016年科技工作要点\n"
    "一、主要目标\n新认定高新技术企业20家，新增众创空间4家。\n"
    "二、保障措施\n责任单位：区科委。\n"
    "2016年5月6日\n"
)


def read(correction=AS_READ, text=TEXT):
    return understand_text(text, "n", source="n.txt", sha256="", correction=correction)


def reading(notice, field):
    return next(read for read in notice.readings if read.field == field)


def test_nothing_set_changes_nothing():
    assert read(Correction()) == read()
    assert not Correction()


def test_place_and_years_set_are_those_of_sections_figures_and_tasks():
    notice = read(Correction(place="嘉定区", plan_years=Years(2018, 2018)))
    assert (notice.place_name, notice.plan_years) == ("嘉定区", Years(2018, 2018))
    assert {(t.place, t.year, t.target_year) for t in notice.targets} == {("嘉定区", 2018, 2018)}
    assert {(t.place, t.year) for t in notice.tasks} == {("嘉定区", 2018)}
    assert {section.years for section in notice.sections if section.level} == {Years(2018, 2018)}
    assert [t.quote for t in notice.targets] == [t.quote for t in read().targets]


def test_a_field_set_is_read_by_hand_from_nowhere():
    notice = read(Correction(place="嘉定区"))
    expected = Reading("place", "上海市嘉定区", None, None, BY_HAND, 1.0)
    assert reading(notice, "place") == expected
    assert reading(notice, "title") == reading(read(), "title")


def test_a_notice_tells_with_which_correction_it_was_read():
    correction = Correction(
        title="嘉定区科技工作要点", place="嘉定区", plan_years=Years(2016, 2018)
    )
    notice = read(correction)
    assert correction.was_applied(notice.readings)
    assert not AS_READ.was_applied(notice.readings)
    assert not replace(correction, title=None).was_applied(notice.readings)
    assert AS_READ.was_applied(read().readings)


def test_what_is_not_set_is_read_from_a_corrected_title():
    notice = read(Correction(title="嘉定区2018年科技工作要点"))
    assert (notice.place_name, notice.plan_years) == ("嘉定区", Years(2018, 2018))


def test_what_a_corrected_title_says_stands_nowhere_in_the_text():
    notice = read(Correction(title="嘉定区2018年科技工作要点"))
    assert reading(notice, "plan_years").start is None


def test_a_title_that_stands_in_the_text_is_found_there():
    text = "信息公开目录\n某处\n" + TEXT
    notice = read(Correction(title="普陀区2016年科技工作要点"), text)
    years = reading(notice, "plan_years")
    assert "2016" in text[years.start : years.end]


def test_a_title_is_kept_as_it_was_written():
    written = "普陀區2017年科技工作要點"
    notice = read(Correction(title=written), TEXT.replace("区", "區").replace("点", "點"))
    assert notice.title == reading(notice, "title").value == written
    assert notice.plan_years == Years(2017, 2017)


def test_a_place_is_kept_under_its_full_name():
    assert Correction(place=" 嘉定 ").place == "上海市嘉定区"
    assert Correction(place="浙江省舟山市普陀区").where.code == "330903"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"place": "普陀区"}, "上海市普陀区 / 浙江省舟山市普陀区"),
        ({"place": "鼓楼区"}, " / "),
        ({"place": "火星区"}, "no place '火星区'"),
        ({"place": ""}, "no place"),
        ({"place": "区" * 1000}, "no place"),
        ({"title": "  "}, "The title is ''"),
        ({"title": "标" * 301}, "300"),
        ({"title": "a\u202eb"}, "readable"),
        ({"title": "\ud800"}, "readable"),
        ({"plan_years": Years(2018, 2016)}, "2018 to 2016"),
        ({"plan_years": Years(1, 2016)}, "1900"),
    ],
)
def test_what_cannot_be_set_is_one_sentence(fields, said):
    with pytest.raises(UsageError, match=said):
        Correction(**fields)


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("2016", Years(2016, 2016)),
        ("2016年", Years(2016, 2016)),
        ("2016-2018", Years(2016, 2018)),
        (" 2016 – 2018年", Years(2016, 2018)),
        ("2016年至2018年", Years(2016, 2018)),
        ("2016——2018", Years(2016, 2018)),
    ],
)
def test_years_as_people_write_them(written, years):
    assert parse_years(written) == years


@pytest.mark.parametrize("written", ["", "16", "2016,2018", "2016-", "twenty", "20160"])
def test_what_is_no_year_is_refused(written):
    with pytest.raises(UsageError, match="2016-2018"):
        parse_years(written)
