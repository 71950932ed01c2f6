"""What a person writes into the fields, as a correction."""

from dataclasses import replace

import pytest

from assistant.faces.page.notices.correcting import CORRECTED, corrected, taken_back, written
from corpus.correction import AS_READ, Correction
from corpus.errors import UsageError
from corpus.notice import Years


@pytest.fixture
def notice(kewen):
    return kewen.notice("putuo-2016")


def test_fields_show_what_the_notice_says(notice):
    assert written(notice)[1:] == ("上海市普陀区", "2016")
    unread = replace(notice, place=None, plan_years=None)
    assert written(unread)[1:] == ("", "")


def test_what_was_not_touched_sets_nothing(notice):
    assert corrected(notice, AS_READ, *written(notice)) == AS_READ


def test_what_was_written_is_set_and_the_rest_stays(notice):
    before = Correction(title="别的标题")
    shown = replace(notice, title="别的标题")
    found = corrected(shown, before, "别的标题", " 嘉定区 ", "2016—2018年")
    assert found == Correction("别的标题", "上海市嘉定区", Years(2016, 2018))


def test_a_field_that_was_emptied_is_as_it_was_read(notice):
    before = Correction("别的标题", "嘉定区", Years(2018, 2018))
    assert corrected(notice, before, "", "", "") == AS_READ


@pytest.mark.parametrize(
    "fields", [("标题", "某某区", "2016"), ("标题", "普陀区", "2016"), ("标题", "上海市", "明年")]
)
def test_what_a_field_cannot_be_is_refused(notice, fields):
    with pytest.raises(UsageError):
        corrected(notice, AS_READ, *fields)


def test_one_field_is_taken_back(notice):
    full = Correction("标题", "嘉定区", Years(2018, 2018))
    for field in CORRECTED:
        assert taken_back(full, field) == replace(full, **{field: None})
    with pytest.raises(ValueError, match="issuer"):
        taken_back(full, "issuer")
