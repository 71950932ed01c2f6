from assistant.answers.answer import Row
from eval.gold.rows import GoldRow
from eval.measures import row_score
from tests.eval.tiny_evaluation import HAISHU_ROW, NOTICES, PUTUO_ROW, answer, cite

CITATIONS = (
    cite(1, "putuo", "力争新认定高新技术企业20家。"),
    cite(2, "haishu", "鼓励企业申报高新技术企业。"),
)
GOLD = (GoldRow("普陀区", 2016, "target", "20家"), GoldRow("海曙区", 2017, "mention"))


def scored(rows, gold=GOLD):
    found = row_score(gold, answer("", *CITATIONS, rows=rows), NOTICES)
    return found.precision, found.recall


def test_all_rows_right():
    assert scored([PUTUO_ROW, HAISHU_ROW]) == (1.0, 1.0)


def test_a_row_given_twice_is_right_once():
    assert scored([PUTUO_ROW, PUTUO_ROW]) == (0.5, 0.5)


def test_a_dropped_row_costs_recall_and_no_rows_score_0():
    assert scored([PUTUO_ROW]) == (1.0, 0.5)
    assert scored([]) == (0.0, 0.0)


def test_the_wrong_finding_year_or_value_is_wrong():
    wrong = Row("putuo", "普陀区", 2016, "mention", value="20家")
    assert scored([wrong]) == (0.0, 0.0)
    assert scored([Row("putuo", "普陀区", 2017, "target", value="20家")]) == (0.0, 0.0)
    assert scored([Row("putuo", "普陀区", 2016, "target", value="200家")]) == (0.0, 0.0)


def test_a_unit_may_stand_in_its_own_field():
    row = Row("putuo", "普陀区", 2016, "target", value="20", unit="家")
    assert scored([row], GOLD[:1]) == (1.0, 1.0)


def test_without_a_finding_any_but_silent_is_right():
    gold = (GoldRow("海曙区", 2017),)
    assert scored([HAISHU_ROW], gold) == (1.0, 1.0)
    assert scored([Row("haishu", "海曙区", 2017, "silent")], gold) == (0.0, 0.0)


def test_an_optional_row_may_be_given_or_left_out():
    gold = (GOLD[0], GoldRow("海曙区", 2017, optional=True))
    assert scored([PUTUO_ROW], gold) == (1.0, 1.0)
    assert scored([PUTUO_ROW, HAISHU_ROW], gold) == (1.0, 1.0)


def test_the_quote_of_a_row_must_be_cited():
    gold = (GoldRow("普陀区", 2016, quote="高新技术企业20家"),)
    assert scored([PUTUO_ROW], gold) == (1.0, 1.0)
    elsewhere = Row("putuo", "普陀区", 2016, "target", value="20家", citation=2)
    assert scored([elsewhere], gold) == (0.0, 0.0)
    assert scored([Row("putuo", "普陀区", 2016, "target")], gold) == (0.0, 0.0)


def test_the_matching_is_the_largest_there_is():
    loose, strict = GoldRow("普陀区", 2016), GoldRow("普陀区", 2016, value="20家")
    other = Row("putuo", "普陀区", 2016, "target", value="4-5家")
    assert scored([PUTUO_ROW, other], (loose, strict)) == (1.0, 1.0)
    assert scored([other, PUTUO_ROW], (strict, loose)) == (1.0, 1.0)


def test_deadline_and_responsible_are_checked_where_given():
    gold = (GoldRow("虹口区", 2015, deadline="6月底前|2015-06-30", responsible="区科委"),)
    right = Row(
        "h", "虹口区", 2015, "target", deadline="2015-06-30", responsible=("区科委", "区科协")
    )
    late = Row("h", "虹口区", 2015, "target", deadline="2015-12-31", responsible=("区科委",))
    assert scored([right], gold) == (1.0, 1.0)
    assert scored([late], gold) == (0.0, 0.0)
