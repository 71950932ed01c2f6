"""A question about a year finds the plan for it and the review of it, and says which is which."""

import pytest

from assistant import Assistant, Filters, Settings

NOTICES = {
    "plan-2013": """普陀区2013年科技工作要点
一、主要任务
（一）培育创新主体。力争新认定高新技术企业15家。
（二）建设众创空间。支持园区新建众创空间3家，完善孵化服务体系。
""",
    "report-2014": """普陀区科委2013年工作总结和2014年工作要点
一、2013年工作回顾
全年新认定高新技术企业18家。众创空间新建4家，孵化服务体系更加完善。
二、2014年工作要点
力争新认定高新技术企业20家。新建众创空间6家。
""",
    "plan-2016": """普陀区2016年科技工作要点
一、主要任务
力争新认定高新技术企业30家。
""",
}


@pytest.fixture(scope="module")
def putuo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("years")
    for name, text in NOTICES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Assistant.open(Settings(data=folder / "data")) as assistant:
        for notice in assistant.notices():
            assistant.remove(notice.notice_id)
        assistant.index([folder])
        yield assistant


def found(answer):
    return {(row.notice_id, row.finding, row.value) for row in answer.rows}


def test_a_report_says_which_years_it_looks_back_on(putuo):
    by_id = {notice.notice_id: notice for notice in putuo.notices()}
    assert (by_id["report-2014"].plan_years, by_id["report-2014"].review_years) == (
        (2014, 2014),
        (2013, 2013),
    )
    assert by_id["plan-2013"].review_years is None


def test_a_question_about_a_year_finds_its_plan_and_its_review(putuo):
    answer = putuo.ask("普陀区2013年新认定高新技术企业多少家？")
    assert found(answer) == {
        ("plan-2013", "target", "15家"),
        ("report-2014", "achieved", "18家"),
    }
    assert "普陀区（2014）回顾2013年" in answer.text
    roles = {citation.notice_id: citation.role for citation in answer.citations}
    assert roles == {"plan-2013": "plan", "report-2014": "review"}


def test_a_question_for_targets_is_not_answered_with_a_review(putuo):
    answer = putuo.ask("哪些区提出了2013年的高新技术企业目标？")
    assert found(answer) == {("plan-2013", "target", "15家")}
    assert answer.coverage.in_scope == 1


def test_sentences_come_from_the_parts_that_are_about_the_years_asked(putuo):
    answer = putuo.ask("普陀区2013年孵化服务体系怎么样？")
    assert {c.notice_id: (c.role, c.years) for c in answer.citations} == {
        "plan-2013": ("plan", (2013, 2013)),
        "report-2014": ("review", (2013, 2013)),
    }


def test_a_search_within_years_leaves_out_what_a_report_says_of_others(putuo):
    passages = putuo.search("众创空间", filters=Filters(year_from=2013, year_to=2013))
    assert {(p.notice_id, p.role) for p in passages if "众创空间" in p.text} == {
        ("plan-2013", "plan"),
        ("report-2014", "review"),
    }
    assert all(p.years.first <= 2013 <= p.years.last for p in passages if p.years)


def test_the_ledger_of_a_year_holds_what_was_achieved_in_it(putuo):
    targets = putuo.targets(Filters(year_from=2013, year_to=2013), indicator="高企")
    assert {(t.notice_id, t.kind, t.target_year) for t in targets} == {
        ("plan-2013", "target", 2013),
        ("report-2014", "achieved", 2013),
    }


def test_the_english_answer_says_it_too(putuo):
    answer = putuo.ask("How many high-tech enterprises did Putuo certify in 2013?")
    assert "looking back on 2013" in answer.text
    assert "achieved" in answer.text
