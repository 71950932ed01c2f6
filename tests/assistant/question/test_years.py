import pytest

from assistant.question.years import years_asked
from corpus.notice import Years


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("targets in 2016–2018?", (2016, 2018)),
        ("2016至2018年哪些区", (2016, 2018)),
        ("2016年到2018年的目标", (2016, 2018)),
        ("between 2016 and 2018", (2016, 2018)),
        ("in 2016-18", (2016, 2018)),
        ("2018—2016年", (2016, 2018)),
        ("2016年的目标", (2016, 2016)),
        ("Putuo 2016", (2016, 2016)),
        ("2015年和2018年", (2015, 2018)),
        ("十三五期间", (2016, 2020)),
        ("“十二五”规划", (2011, 2015)),
        ("since 2016", (2016, 2200)),
        ("2016年以来", (2016, 2200)),
        ("2016年以前的文件", (1900, 2015)),
        ("until 2016", (1900, 2016)),
        ("from 2016 through 2018", (2016, 2018)),
        ("二〇一六年至二〇一八年", (2016, 2018)),
        ("２０１６—２０１８年", (2016, 2018)),
        ("普陀区16年的目标", (2016, 2016)),
    ],
)
def test_years_are_read_in_every_form(question, years):
    assert years_asked(question).years == Years(*years)


@pytest.mark.parametrize("question", ["众创空间", "15家企业", "认定200份技术合同", "电话55883683"])
def test_numbers_that_are_no_years_are_none(question):
    assert years_asked(question) is None


def test_the_words_between_two_years_are_still_asked():
    question = "By the end of 2022, how many satellites, according to the report of 2023?"
    assert [question[s.start : s.end] for s in years_asked(question).spans] == ["2022", "2023"]
