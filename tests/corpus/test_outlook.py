import pytest

from corpus.notice import Section, Years
from corpus.outlook import Outlook, outlook, review_years
from corpus.understanding import understand_text

PLAN = Years(2014, 2014)
TOP = Section(0, "", "", (), 0, 0, "plan", PLAN)
TOLD = (
    "全省粮食总产达到了历史最高水平，比上年增长了百分之五；工业得到了发展，取得了成绩；"
    "人民生活改善了，收入提高了；教育有了发展。"
)


def seen(heading: str, body: str = "", parent: Section = TOP) -> Outlook:
    return outlook(heading, body, parent, PLAN)


@pytest.mark.parametrize(
    ("heading", "years"),
    [
        ("2013年工作回顾", Years(2013, 2013)),
        ("过去五年工作回顾", Years(2009, 2013)),
        ("本届政府工作回顾", Years(2009, 2013)),
        ("奋发前进的五年", Years(2009, 2013)),
        ("一年来工作回顾", Years(2013, 2013)),
        ("2013年重点工作和过去五年工作回顾", Years(2009, 2013)),
        ("“十二五”以来的工作回顾", Years(2011, 2013)),
        ("上半年工作情况", Years(2014, 2014)),
    ],
)
def test_reviews_know_over_which_years(heading: str, years: Years) -> None:
    assert seen(heading) == ("review", years)


@pytest.mark.parametrize(
    ("heading", "years"),
    [
        ("今后五年的目标任务", Years(2014, 2018)),
        ("2014年工作安排", Years(2014, 2014)),
        ("“十三五”时期的主要目标", Years(2016, 2020)),
        ("全面加强政府自身建设", Years(2014, 2014)),
    ],
)
def test_plans_know_for_which_years(heading: str, years: Years) -> None:
    assert seen(heading) == ("plan", years)


@pytest.mark.parametrize(
    ("body", "years"),
    [
        ("过去的五年，国际局势发生了变化。", Years(2009, 2013)),
        ("三年来，我们坚持改革。", Years(2011, 2013)),
        ("刚刚过去的一年，是不平凡的一年。", Years(2013, 2013)),
        ("2013年，全区新增企业20家。", Years(2013, 2013)),
    ],
)
def test_a_part_looks_back_by_its_opening_words(body: str, years: Years) -> None:
    assert seen("攻坚克难，团结奋进", body) == ("review", years)


def test_a_year_long_gone_opens_no_review() -> None:
    assert seen("“千万工程”", "2003年，全省启动建设。").role == "plan"


def test_a_part_without_years_looks_back_by_its_tense() -> None:
    assert seen("关于经济形势", TOLD) == ("review", Years(2013, 2013))
    assert seen("关于经济形势", TOLD.replace("了", "")).role == "plan"


def test_a_heading_of_what_is_to_be_done_is_a_plan_whatever_it_opens_with() -> None:
    assert seen("加强政府自身建设", "过去一年，我们改进了作风。").role == "plan"
    assert seen("农村的改革要进一步深入", TOLD).role == "plan"


def test_what_stands_below_a_review_looks_back_on_the_same_years() -> None:
    above = Section(1, "一、", "一、回顾", ("一、回顾",), 0, 0, "review", Years(2009, 2013))
    assert seen("加强创新", parent=above) == ("review", Years(2009, 2013))


def test_a_notice_looks_back_on_the_years_of_its_topmost_reviews() -> None:
    def part(level: int, role: str, first: int, last: int) -> Section:
        return Section(level, "", "", (), 0, 0, role, Years(first, last))  # type: ignore[arg-type]

    found = [
        part(1, "review", 2009, 2012),
        part(2, "review", 2001, 2001),
        part(1, "review", 2013, 2013),
    ]
    assert review_years([TOP, *found]) == Years(2009, 2013)
    assert review_years([TOP]) is None


def test_a_background_looks_back_on_no_year_in_particular() -> None:
    assert seen("一、实施背景", "2014年5月，提出建设科技创新中心的目标。") == ("review", TOP.years)


def test_a_background_of_no_year_adds_none_to_what_a_notice_looks_back_on() -> None:
    background = Section(1, "一、", "一、发展基础", ("一、发展基础",), 0, 0, "review", TOP.years)
    past = Section(2, "1.", "1.“十三五”成效", (), 0, 0, "review", Years(2016, 2020))
    assert review_years([TOP, background]) is None
    assert review_years([TOP, background, past]) == Years(2016, 2020)


def test_a_term_is_as_long_as_its_first_words_say() -> None:
    body = "本届政府于2010年1月就职，任期即将结束。四年来，我们努力工作。"
    assert seen("一、本届政府的主要工作", body) == ("review", Years(2010, 2013))
    assert seen("一、过去六年政府工作成效及2013年工作回顾") == ("review", Years(2008, 2013))


def test_a_part_that_recalls_a_year_looks_back() -> None:
    assert seen("一、回顾2013年，我们克难攻坚、砥砺奋进") == ("review", Years(2013, 2013))


TURN = """2017年政府工作报告
一、过去五年工作回顾
过去五年，取得了成绩。
二、今后五年工作思路和2017年工作建议
今后五年，努力建设科技强市。
（一）五年目标
新增高新技术企业500家。
今年经济社会发展主要预期目标是：生产总值增长8%。
（二）提升创新能力
新增高新技术企业100家。
"""


def years_of(text: str) -> dict[str, Years | None]:
    notice = understand_text(text, "report", source="report.txt", sha256="0")
    return {section.heading: section.years for section in notice.sections}


def test_a_part_on_five_years_and_one_is_on_the_one_once_it_turns_to_it() -> None:
    found = years_of(TURN)
    assert found["（一）五年目标"] == Years(2017, 2021)
    assert found["（二）提升创新能力"] == Years(2017, 2017)


def test_without_a_turn_all_of_it_is_on_the_five_years() -> None:
    found = years_of(TURN.replace("今年经济社会发展主要预期目标是：", "努力做到"))
    assert found["（二）提升创新能力"] == Years(2017, 2021)


URGING = f"""2016年政府工作报告
一、奋力攻坚，真抓实干，发展迈出新步伐
（一）稳增长
{TOLD}{TOLD}
二、创新发展，转型追赶
要新增高新技术企业50家。力争、确保、努力完成目标。
"""


def test_a_first_part_that_urges_and_tells_what_was_done_looks_back() -> None:
    notice = understand_text(URGING, "report", source="report.txt", sha256="0")
    roles = {section.heading: (section.role, section.years) for section in notice.sections}
    assert roles["一、奋力攻坚，真抓实干，发展迈出新步伐"] == ("review", Years(2015, 2015))
    assert roles["（一）稳增长"] == ("review", Years(2015, 2015))
    assert roles["二、创新发展，转型追赶"][0] == "plan"


def test_a_notice_that_only_plans_has_no_part_that_looks_back() -> None:
    text = (
        "2016年科技工作要点\n一、总体要求\n要坚持创新。\n二、主要任务\n力争新增高新技术企业50家。\n"
    )
    notice = understand_text(text, "plan", source="plan.txt", sha256="0")
    assert {section.role for section in notice.sections} == {"plan"}
