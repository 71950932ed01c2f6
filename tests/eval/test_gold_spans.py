import json

import pytest

from eval.gold.locating import keep_verbatim, locate
from eval.gold.questions import parse_questions
from eval.gold.spans import Span
from tests.eval.tiny_evaluation import NOTICES, PUTUO

START = PUTUO.index("高新技术企业20家")
PLACE = ["putuo", START, START + 9]
GOOD = {"id": "a", "type": "t", "question": "?", "notices": ["putuo"], "contains": ["20家"]}


def kept(**changes):
    return keep_verbatim(parse_questions([json.dumps(GOOD | changes)]), NOTICES)


def test_a_quote_that_only_its_span_names_is_read_from_the_notice():
    (question,) = kept(spans=[[PLACE]]).questions
    assert question.quotes == ("高新技术企业20家",)
    assert locate(question, NOTICES).quotes == ((Span(*PLACE),),)


def test_only_the_places_that_are_named_count():
    every = locate(kept(quotes=["新"]).questions[0], NOTICES).quotes
    named = locate(kept(quotes=["新"], spans=[[list(every[0][0])]]).questions[0], NOTICES).quotes
    assert len(every[0]) == PUTUO.count("新")
    assert named == ((every[0][0],),)


def test_the_quote_of_a_row_is_read_too_and_counts_only_there():
    row = {"place": "普陀区", "year": 2016, "spans": [PLACE]}
    (question,) = kept(rows=[row]).questions
    assert question.rows[0].quote == "高新技术企业20家"
    assert locate(question, NOTICES).rows == (Span(*PLACE),)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"spans": [["putuo", 1, 2]]}, "spans[0]"),
        ({"spans": [[["putuo", "1", 2]]]}, "spans[0]"),
        ({"spans": [[["putuo", 5, 5]]]}, "spans[0]"),
        ({"spans": {"putuo": 1}}, "spans"),
        ({"spans": [[]]}, "spans"),
        ({"quotes": ["高新", "技术"], "spans": [[PLACE]]}, "spans"),
        ({"quotes": ["高新技术企业"], "spans": [[PLACE]]}, "spans"),
        ({"spans": [[["putuo", 5, 5000]]]}, "spans"),
        ({"spans": [[["haishu", 5, 9]]]}, "spans"),
        ({"rows": [{"place": "普陀区", "year": 2016, "spans": [["putuo", 1]]}]}, "rows[0].spans"),
        ({"rows": [{"place": "普陀区", "year": 2016, "spans": [["haishu", 1, 2]]}]}, "spans"),
        ({"unanswerable": "notice_silent", "spans": [[PLACE]]}, "unanswerable"),
        ({"contain": ["20家"]}, "contain"),
        ({"draft": True}, "draft"),
    ],
)
def test_a_span_or_field_that_cannot_be_used_is_named(changes, field):
    found = kept(**changes)
    assert found.questions == ()
    assert [fault.field for fault in found.faults] == [field]


def test_fields_of_ones_own_are_left_alone():
    assert kept(quotes=["20家"], source="read by Li", difficulty=3).faults == ()
