"""Errors in the language of the page."""

import re

import pytest

from assistant import Filters
from assistant.faces.page.chips import understood
from assistant.faces.page.errors import error_in_words
from assistant.question.understood import Understood
from corpus.correction import Correction, parse_years
from corpus.errors import IndexLocked, KewenError, UsageError
from corpus.notice import Years

ASKED = "2016–2018年哪些区提出了高新技术企业目标？"


def raised(function, *arguments):
    with pytest.raises(KewenError) as caught:
        function(*arguments)
    return caught.value


@pytest.fixture(scope="module")
def errors(kewen):
    return [
        raised(kewen.notice, "none"),
        raised(kewen.restore, "none"),
        raised(kewen.restore, "putuo-2016"),
        raised(Correction, None, "某某区"),
        raised(Correction, None, "普陀区"),
        raised(Correction, "\u202e"),
        raised(Correction, None, None, Years(2018, 2016)),
        raised(parse_years, "明年"),
        raised(kewen.ask, "问" * 501),
        raised(kewen.ask, "？"),
        raised(Filters, (), 2018, 2016),
        raised(understood, [], "去年", None, []),
        *(
            raised(lambda name=name: kewen.ask(ASKED, understood=Understood(indicators=(name,))))
            for name in ("高新技术企企业", "qqqq")
        ),
        IndexLocked("Another process is writing the index."),
    ]


def test_what_happens_in_the_tab_is_said_in_chinese(errors):
    for error in errors:
        said = error_in_words(error, "zh")
        assert re.match("[\u4e00-\u9fff]", said), said


def test_in_english_an_error_speaks_for_itself(errors):
    for error in errors:
        assert error_in_words(error, "en") == str(error)


def test_what_was_received_stays_in_the_sentence():
    assert "某某区" in error_in_words(raised(Correction, None, "某某区"), "zh")
    assert "浙江省舟山市普陀区" in error_in_words(raised(Correction, None, "普陀区"), "zh")


def test_an_error_that_nobody_has_translated_is_shown_as_it_is():
    assert error_in_words(UsageError("Something else."), "zh") == "Something else."
