from dataclasses import replace

import pytest

from eval.measures import supported_share
from tests.eval.tiny_evaluation import NOTICES, answer, cite

TWENTY = cite(1, "putuo", "力争新认定高新技术企业20家。")


@pytest.mark.parametrize(
    "line",
    [
        "力争新认定20家。[1]",
        "普陀区（2016）：「力争新认定高新技术企业20家。」[1]",
        "「力争…20家。」[1]",
        "没有数字的一句。[1]",
    ],
)
def test_a_sentence_whose_numbers_and_quotations_stand_in_the_quote_is_carried(line):
    assert supported_share(answer(line, TWENTY), NOTICES) == 1.0


@pytest.mark.parametrize(
    "line",
    ["力争新认定200家。[1]", "「力争新认定高新技术企业20家左右」[1]", "20家。[2]", "20家。[0]"],
)
def test_another_number_quotation_or_marker_is_not(line):
    assert supported_share(answer(line, TWENTY), NOTICES) == 0.0


def test_ten_thousands_are_the_same_number_written_out():
    quote = replace(TWENTY, quote="达到1.2万家")
    assert supported_share(answer("12,000家。[1]", quote), NOTICES) == 1.0
    assert supported_share(answer("1.2万家。[1]", replace(quote, quote="12000家")), NOTICES) == 1.0


def test_an_answer_that_cites_nothing_is_not_judged():
    assert supported_share(answer("20家。"), NOTICES) is None
