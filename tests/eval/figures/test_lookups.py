"""Questions for the year before a report, made of labelled clauses."""

import pytest

from eval.figures.gold import Clause, Labelled
from eval.figures.lookups import lookups

TEXT = "高新技术企业达到180户。"


def asked(text=TEXT, kind="achieved", region="丹东市"):
    figures = (Labelled("高新技术企业", kind, "level", "180户"),)
    clause = Clause("c", "r", "", 0, len(text), figures)
    return list(lookups([clause], {"r": (region, 2020, text)}))


def test_what_a_report_says_was_achieved_is_asked_for_by_the_year_before():
    (lookup,) = asked()
    assert lookup.wanted == "180户"
    assert all(part in lookup.question for part in ("2019年", "丹东市", "高新技术企业"))


@pytest.mark.parametrize(
    "given",
    [{"kind": "target"}, {"text": f"五年来，{TEXT}"}, {"region": "四川省"}],
    ids=["a goal", "of five years", "filed a year late"],
)
def test_what_is_of_no_one_year_is_not_asked(given):
    assert asked(**given) == []
