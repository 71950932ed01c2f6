import pytest

from corpus.cleaning import lines
from corpus.metadata.ahead import heading_ahead, year_ahead
from corpus.metadata.layout import Layout


def read(text: str) -> tuple[int, str, str] | None:
    found = year_ahead(Layout.of(text, lines(text)))
    if found is None or found.span is None:
        return None
    return found.value.first, found.rule, text[found.span.start : found.span.end]


@pytest.mark.parametrize(
    ("text", "year", "words"),
    [
        (
            "一、2012年工作回顾\n增长。\n二、2013年政府工作的总体要求\n稳中求进。",
            2013,
            "2013年政府工作的总体要求",
        ),
        (
            "2013年主要目标任务圆满完成。\n2014年经济社会发展主要预期目标是增长。",
            2014,
            "2014年经济社会发展主要预期目标",
        ),
        ("一、去年工作\n二、做好2016年各项工作\n", 2016, "做好2016年各项工作"),
    ],
)
def test_the_year_named_before_words_for_plans(text: str, year: int, words: str) -> None:
    assert read(text) == (year, "the year of what lies ahead", words)


def test_without_such_words_it_is_the_year_after_the_one_reviewed() -> None:
    assert read("一、过去一年\n2003年是极不平凡的一年。今年要努力。")[0] == 2004  # type: ignore[index]
    assert read("一、2003年情况\n增长。\n2004年要努力，到2010年翻番。")[0] == 2004  # type: ignore[index]


def test_a_text_without_years_names_none() -> None:
    assert read("各位代表，增长很快。") is None


def test_a_year_further_ahead_than_the_next_is_a_goal() -> None:
    text = "1995年全省增长12%，比上年多两个点。\n2010年的奋斗目标是富裕。\n1996年的主要任务是增效。"
    assert read(text)[0] == 1996  # type: ignore[index]


def test_a_heading_names_the_year_whose_work_it_plans() -> None:
    text = "一、过去四年工作回顾\n2012年增长。\n三、2017年重点工作\n今年是开局之年。"
    found = heading_ahead(Layout.of(text, lines(text)))
    assert found is not None
    assert found.value.first == 2017
    assert heading_ahead(Layout.of("一、2016年工作回顾\n", lines("一、2016年工作回顾\n"))) is None
