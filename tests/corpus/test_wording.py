from dataclasses import replace

import pytest
from opencc import OpenCC

from corpus.scripts import simplified
from corpus.wording import as_written
from tests.corpus.documents import shipped, understood

NAMES = ("haishu-2017", "hongkou-2015", "jiading-2018", "putuo-2016", "shanghai-2012")


def written(notice, standard):
    return OpenCC(standard).convert(notice.text)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("standard", ["s2t", "s2tw", "s2hk"])
def test_what_is_quoted_is_what_is_written(name, standard):
    text = written(shipped(name), standard)
    notice = as_written(shipped(name), text)
    assert notice.text == text
    assert notice.title in text
    for passage in notice.passages:
        assert passage.text == text[passage.start : passage.end]
    for part in (*notice.targets, *notice.tasks):
        assert part.quote == text[part.start : part.end]
    assert all(section.heading in text for section in notice.sections)


@pytest.mark.parametrize("name", NAMES)
def test_offices_numbers_and_places_stay_comparable(name):
    simple = shipped(name)
    notice = as_written(simple, written(simple, "s2t"))
    for field in ("issuer", "document_number", "issued_on", "place", "plan_years"):
        assert getattr(notice, field) == getattr(simple, field)
    assert [task.responsible for task in notice.tasks] == [t.responsible for t in simple.tasks]
    assert [figure.indicator for figure in notice.targets] == [t.indicator for t in simple.targets]


def test_a_simplified_notice_is_returned_itself():
    notice = shipped("putuo-2016")
    assert as_written(notice, notice.text) is notice


def test_a_figure_is_shown_in_the_words_of_its_text():
    simple = understood("2016年普陀区科技工作要点\n力争新认定高新技术企业20项。\n")
    [figure] = as_written(
        simple, "2016年普陀區科技工作要點\n力爭新認定高新技術企業20項。\n"
    ).targets
    assert (figure.value, figure.unit) == ("20項", "项")
    assert figure.indicator_text == "高新技術企業"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("standard", ["s2t", "s2tw", "s2hk"])
def test_a_traditional_notice_is_understood_as_its_simplified_form(name, standard):
    simple, text = shipped(name), written(shipped(name), standard)
    notice = understood(text)
    if simplified(text) != simple.text:
        pytest.fail("the fixture does not come back from its traditional form")
    plain = understood(simple.text)
    assert notice.text == text
    assert replace(notice, text="") == replace(as_written(plain, text), text="")


def test_a_title_over_lines_is_in_the_script_of_its_text():
    notice = understood(
        "滄州市科學技術局\n關於印發滄州市科技創新\n行動計劃的通知\n各有關單位：\n請遵照執行。"
    )
    assert notice.title == "滄州市科學技術局關於印發滄州市科技創新行動計劃的通知"
