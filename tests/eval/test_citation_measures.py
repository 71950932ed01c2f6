import json
from dataclasses import replace

import pytest

from eval.gold.locating import keep_verbatim, locate
from eval.gold.questions import parse_questions
from eval.gold.spans import Span, occurrences
from eval.measures import citation_precision, citation_recall, verbatim_share
from tests.eval.tiny_evaluation import NOTICES, cite


def question_of(**changes):
    entry = {"id": "a", "type": "t", "question": "?", "notices": ["putuo"], "contains": ["20家"]}
    return parse_questions([json.dumps(entry | {"quotes": ["高新技术企业20家"]} | changes)])


QUESTION = question_of().questions[0]
GOLD = locate(QUESTION, NOTICES)
RIGHT = cite(1, "putuo", "力争新认定高新技术企业20家。")
WRONG = cite(2, "putuo", "新增众创空间4-5家。")


def test_a_citation_that_meets_the_gold_is_right():
    assert citation_precision([RIGHT], QUESTION, GOLD, NOTICES) == 1.0
    assert citation_recall([RIGHT], GOLD, NOTICES) == 1.0


def test_a_citation_from_elsewhere_costs_precision():
    assert citation_precision([RIGHT, WRONG], QUESTION, GOLD, NOTICES) == 0.5
    assert citation_recall([WRONG], GOLD, NOTICES) == 0.0


def test_no_citation_scores_0():
    assert citation_precision([], QUESTION, GOLD, NOTICES) == 0.0
    assert citation_recall([], GOLD, NOTICES) == 0.0


@pytest.mark.parametrize("shift", [-1, 1])
def test_shifted_offsets_are_never_right(shift):
    shifted = replace(RIGHT, start=RIGHT.start + shift, end=RIGHT.end + shift)
    assert verbatim_share([shifted], NOTICES) == 0.0
    assert citation_precision([shifted], QUESTION, GOLD, NOTICES) == 0.0
    assert citation_recall([shifted], GOLD, NOTICES) == 0.0


def test_an_empty_quote_an_unknown_notice_and_offsets_from_the_end_are_not_verbatim():
    empty = replace(RIGHT, end=RIGHT.start, quote="")
    length = len(NOTICES["putuo"].text)
    backwards = replace(RIGHT, start=RIGHT.start - length, end=RIGHT.end - length)
    assert verbatim_share([empty, replace(RIGHT, notice_id="none"), backwards], NOTICES) == 0.0


def test_the_figure_of_another_notice_is_not_right():
    elsewhere = cite(1, "haishu", "鼓励企业申报高新技术企业。")
    assert citation_precision([elsewhere], QUESTION, GOLD, NOTICES) == 0.0


def test_the_quote_of_a_gold_row_may_be_cited_in_the_notice_of_its_place():
    rows = [{"place": "普陀区", "year": 2016, "quote": "众创空间"}]
    question = question_of(rows=rows).questions[0]
    assert citation_precision([WRONG], question, locate(question, NOTICES), NOTICES) == 1.0


def test_relevant_passages_are_those_that_hold_the_quote():
    assert set(GOLD.relevant) == {"putuo#1"}


def test_spans_meet_where_half_of_the_shorter_is_shared():
    assert Span("n", 0, 10).meets(Span("n", 8, 12))
    assert not Span("n", 0, 10).meets(Span("n", 9, 12))
    assert not Span("n", 0, 10).meets(Span("m", 0, 10))


def test_every_occurrence_is_found():
    assert [span.start for span in occurrences("家。", NOTICES["putuo"])] == [33, 50]


@pytest.mark.parametrize(
    ("changes", "field"), [({"quotes": ["三十家"]}, "quotes"), ({"notices": ["none"]}, "notices")]
)
def test_a_gold_that_the_index_does_not_hold_is_left_out_and_said(changes, field):
    kept = keep_verbatim(question_of(**changes), NOTICES)
    assert not kept.questions
    assert (kept.faults[0].line, kept.faults[0].field) == (1, field)
