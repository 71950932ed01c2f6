from datetime import date

import pytest

from corpus.cleaning import lines
from corpus.metadata.layout import Found, Layout
from corpus.metadata.periods import plan_years
from corpus.metadata.standing import notice_type
from corpus.notice import Years
from tests.corpus.documents import shipped, understood


@pytest.mark.parametrize(
    ("name", "issued", "years"),
    [
        ("putuo-2016", date(2016, 5, 6), Years(2016, 2016)),
        ("haishu-2017", date(2017, 4, 12), Years(2017, 2017)),
        ("jiading-2018", None, Years(2018, 2018)),
        ("shanghai-2012", date(2012, 2, 13), Years(2012, 2012)),
        ("hongkou-2015", date(2015, 3, 6), Years(2015, 2020)),
    ],
)
def test_dates_and_years_of_the_shipped_notices(
    name: str, issued: date | None, years: Years
) -> None:
    assert (shipped(name).issued_on, shipped(name).plan_years) == (issued, years)


def test_the_signature_comes_before_the_date_of_the_website() -> None:
    text = "发布日期：2016-06-01\n普陀区科技工作要点\n一、目标\n普陀区科委\n2016年5月6日"
    assert understood(text).issued_on == date(2016, 5, 6)


def test_the_date_of_writing_comes_before_the_date_of_putting_up() -> None:
    text = "发布日期：2016-06-01\n成文日期：2016-05-06\n普陀区科技工作要点"
    assert understood(text).issued_on == date(2016, 5, 6)


def test_a_note_under_the_title_dates_a_report_and_a_law() -> None:
    report = understood("政府工作报告\n——2016年1月6日在普陀区第十六届人民代表大会上\n各位代表：")
    law = understood(
        "上海市科技进步条例\n（1996年6月20日通过 根据2010年9月17日决定修正）\n第一条 目的"
    )
    assert report.issued_on == date(2016, 1, 6)
    assert law.issued_on == date(2010, 9, 17)


@pytest.mark.parametrize(
    ("title", "issued", "body", "years"),
    [
        ("2017年普陀区科技工作要点", date(2016, 12, 20), "", (2017, 2017)),
        ("普陀区科技工作要点", date(2016, 12, 20), "", (2017, 2017)),
        ("普陀区科技工作要点", date(2016, 5, 6), "到2020年达到50家", (2016, 2016)),
        ("普陀区三年行动计划（2018—2020年）", date(2018, 3, 1), "", (2018, 2020)),
        ("普陀区科技创新“十三五”规划", date(2017, 3, 1), "", (2016, 2020)),
        (
            "普陀区科技创新实施方案",
            date(2015, 3, 6),
            "2015年，建成平台。到2020年，基本形成体系",
            (2015, 2020),
        ),
        ("普陀区科技创新实施方案", date(2015, 3, 6), "到2020年，基本形成体系", None),
        ("普陀区科技创新实施方案", date(2015, 3, 6), "2015年6月底前完成", (2015, 2015)),
        ("普陀区科技创新实施方案", date(2015, 3, 6), "到2050年，建成强国", None),
        ("普陀区科技创新三年行动计划", date(2018, 3, 6), "", (2018, 2020)),
        ("普陀区科技创新三年行动计划", date(2018, 3, 6), "到2021年，建成平台", (2019, 2021)),
        ("普陀区关于科技创新的意见", date(2015, 3, 6), "2015年，投入1亿元", None),
        ("普陀区关于表彰2015年度先进单位的决定", date(2016, 3, 6), "", None),
        ("政府工作报告（2022年12月13日 张三）", date(2022, 12, 13), "", (2023, 2023)),
        ("普陀区科技方案", None, "2016年是开局之年", (2016, 2016)),
        ("普陀区科技方案", None, "", None),
        ("普陀区科委2016年度总结及2017年工作思路", date(2016, 12, 1), "", (2017, 2017)),
        ("普陀区2017年工作计划和2016年工作总结", None, "", (2017, 2017)),
        ("普陀区2016年工作总结", date(2016, 12, 1), "", (2016, 2016)),
        ("普陀区２０２２年科技工作要点", None, "", (2022, 2022)),
        ("普陀区二〇二二年科技工作要点", None, "", (2022, 2022)),
        ("普陀区行动计划（二〇二二—二〇二五年）", None, "", (2022, 2025)),
        ("政府工作报告", None, "各位代表：一、2018年工作回顾", (2019, 2019)),
    ],
)
def test_the_years_a_notice_plans_for(
    title: str, issued: date | None, body: str, years: tuple[int, int] | None
) -> None:
    layout = Layout.of(f"{title}\n{body}", lines(f"{title}\n{body}"))
    day = Found(issued, None, "given", 1.0) if issued else None
    headed = Found(title, None, "given", 1.0)
    kind = notice_type(layout, headed)
    found = plan_years(layout, headed, kind.value if kind else None, day)
    assert (found.value if found else None) == years
