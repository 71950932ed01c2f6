"""The main job, end to end, through the Python face."""

import pytest

from assistant import Assistant, Filters, Settings
from corpus.errors import IndexMissing, NoticeNotFound, UsageError

ENGLISH = "which districts set 高新技术企业 targets in 2016–2018?"
CHINESE = "2016–2018年哪些区提出了高新技术企业目标？"


@pytest.mark.parametrize("question", [ENGLISH, CHINESE])
def test_the_example_question_gets_a_complete_answer(kewen, question):
    answer = kewen.ask(question)
    rows = {(r.place, r.year): r for r in answer.rows}
    assert len(rows) == len(answer.rows) == 4
    putuo, jiading = rows["普陀区", 2016], rows["嘉定区", 2018]
    assert (putuo.finding, putuo.action, putuo.number, putuo.unit) == ("target", "新认定", 20, "家")
    assert putuo.comparator_text == "力争"
    assert (jiading.finding, jiading.action, jiading.number) == ("target", "总数", 900)
    assert jiading.comparator == ">"
    assert rows["海曙区", 2017].finding == "mention"
    assert rows["虹口区", 2015].finding == "silent"
    assert (answer.coverage.in_scope, answer.coverage.examined, answer.coverage.with_finding) == (
        4,
        4,
        3,
    )


@pytest.mark.parametrize("question", [ENGLISH, CHINESE])
def test_every_row_that_is_not_silent_cites_its_sentence(kewen, question):
    answer = kewen.ask(question)
    cited = {citation.marker: citation for citation in answer.citations}
    for row in answer.rows:
        if row.finding == "silent":
            assert row.citation is None
            continue
        citation = cited[row.citation]
        assert citation.notice_id == row.notice_id
        assert "高新技术企业" in citation.quote
        assert row.value is None or row.value in citation.quote
        assert f"[{row.citation}]" in answer.text


def test_a_quote_is_the_whole_statement_and_no_more(kewen):
    quotes = {citation.place: citation.quote for citation in kewen.ask(CHINESE).citations}
    assert quotes["普陀区"] == "力争新认定高新技术企业20家;"
    assert quotes["嘉定区"] == "年内，高新技术企业总数超过900家、市科技小巨人企业超过200家。"
    assert quotes["海曙区"].startswith("把创新型企业、高新技术企业作为")


@pytest.mark.parametrize(
    "question",
    [
        ENGLISH,
        "普陀区2016年技术合同成交额目标",
        "区金融办负责哪些任务",
        "海曙区怎样帮没有抵押的中小企业拿到贷款？",
        "虹口区实施方案的文号是什么",
    ],
)
def test_every_quote_is_verbatim_at_its_offsets(kewen, question):
    citations = kewen.ask(question).citations
    assert citations
    for citation in citations:
        assert (
            kewen.notice(citation.notice_id).text[citation.start : citation.end] == citation.quote
        )


def test_a_place_without_a_notice_is_said_to_have_none(kewen):
    answer = kewen.ask("徐汇区2016年高新技术企业目标是多少？")
    assert (answer.status, answer.reason) == ("not_found", "no_such_notice")
    assert answer.citations == ()


def test_a_silent_notice_is_said_to_be_silent_with_what_it_does_say(kewen):
    answer = kewen.ask("海曙区2017年新认定高新技术企业多少家？")
    assert (answer.status, answer.reason) == ("not_found", "notice_silent")
    assert "申报国家高新技术企业" in answer.citations[0].quote


def test_a_total_is_not_passed_off_as_newly_certified(kewen):
    answer = kewen.ask("嘉定区2018年新认定高新技术企业多少家？")
    assert (answer.status, answer.reason) == ("not_found", "notice_silent")
    assert "总数超过900家" in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    ["今天天气怎么样？", "What's the weather like today?", "给我讲个笑话", "红烧肉怎么做"],
)
def test_what_is_no_question_about_notices_is_out_of_scope(kewen, question):
    answer = kewen.ask(question)
    assert (answer.status, answer.reason) == ("not_found", "out_of_scope")


def test_a_figure_is_looked_up_with_its_bound(kewen):
    answer = kewen.ask("普陀区2016年技术合同成交金额的目标是多少？")
    assert answer.status == "answered"
    assert "突破 7亿元" in answer.text
    assert answer.rows[0].number == 700_000_000


def test_everyday_words_find_official_ones(kewen):
    answer = kewen.ask("海曙区怎样帮没有抵押的中小企业拿到贷款？")
    assert "非抵押、非担保的科技信贷支持" in answer.citations[0].quote


def test_tasks_are_found_by_office_and_deadline(kewen):
    by_office = kewen.ask("区金融办负责哪些任务？")
    assert {row.responsible for row in by_office.rows} == {("区金融办",)}
    assert len(by_office.rows) == 4
    by_deadline = kewen.ask("虹口区2015年6月底前要完成哪些工作？")
    assert {row.deadline for row in by_deadline.rows} == {"2015-06-30"}
    assert len(by_deadline.rows) == 7


def test_a_follow_up_drops_years_that_were_only_carried_over_and_says_so(kewen):
    turns = [{"role": "user", "content": "普陀区2016年高新技术企业的目标是多少？"}]
    answer = kewen.ask("那嘉定呢？", turns)
    assert answer.rows[0].number == 900
    assert "2016" in answer.notes[0]


def test_answers_are_the_same_every_time(kewen):
    first, second = kewen.ask(ENGLISH).to_dict(), kewen.ask(ENGLISH).to_dict()
    first.pop("timings_ms"), second.pop("timings_ms")
    assert first == second


def test_search_respects_filters_and_scores_fall(kewen):
    found = kewen.search(
        "众创空间", top_k=5, filters=Filters(places=["普陀区"], year_from=2016, year_to=2018)
    )
    assert {passage.notice_id for passage in found} == {"putuo-2016"}
    assert [p.score for p in found] == sorted((p.score for p in found), reverse=True)
    assert "众创空间" in found[0].text
    for passage in found:
        assert kewen.notice(passage.notice_id).text[passage.start : passage.end] == passage.text


@pytest.mark.parametrize("top_k", [0, 51])
def test_top_k_has_limits(kewen, top_k):
    with pytest.raises(UsageError, match="top_k"):
        kewen.search("众创空间", top_k=top_k)


def test_targets_take_any_written_form_of_an_indicator(kewen):
    assert kewen.targets(indicator="高企") == kewen.targets(indicator="high-tech enterprises") != []


def test_an_unknown_notice_is_named(kewen):
    with pytest.raises(NoticeNotFound, match="'nowhere'"):
        kewen.notice("nowhere")


def test_without_an_index_none_is_made_when_none_is_wanted(tmp_path):
    with pytest.raises(IndexMissing):
        Assistant.open(Settings(data=tmp_path), build=False)


def test_a_new_notice_is_found_and_a_removed_one_is_not(tmp_path):
    file = tmp_path / "xuhui.txt"
    file.write_text(
        "2016年徐汇区科技工作要点\n\n一、培育主体\n全年新认定高新技术企业35家。\n", encoding="utf-8"
    )
    with Assistant.open(Settings(data=tmp_path / "data", encoder="hashing")) as kewen:
        kewen.index([file])
        assert kewen.ask("徐汇区2016年新认定高新技术企业目标是多少？").rows[0].number == 35
        kewen.remove("xuhui")
        assert kewen.ask("徐汇区2016年新认定高新技术企业目标是多少？").reason == "no_such_notice"


def test_what_another_process_indexed_is_found_without_a_restart(tmp_path):
    settings = Settings(data=tmp_path / "data", encoder="hashing")
    with Assistant.open(settings) as served, Assistant.open(settings) as other:
        (tmp_path / "xuhui.txt").write_text(
            "2016年徐汇区科技工作要点\n新认定高新技术企业35家。", "utf-8"
        )
        other.index([tmp_path / "xuhui.txt"])
        assert served.notice("xuhui").place_name == "徐汇区"
        other.remove("xuhui")
        with pytest.raises(NoticeNotFound):
            served.notice("xuhui")


def test_a_question_is_answered_for_its_years_however_they_are_written(kewen):
    for years in ("二〇一六年至二〇一八年", "２０１６—２０１８年", "2016-18"):
        rows = kewen.ask(f"{years}哪些区提出了高新技术企业目标？").rows
        assert {row.place for row in rows} == {"普陀区", "嘉定区", "海曙区", "虹口区"}


def test_a_table_shows_a_total_where_new_ones_are_asked_for(kewen):
    rows = kewen.ask(
        "Which districts set targets for new high-tech enterprises from 2016 to 2018?"
    ).rows
    assert ("嘉定区", "总数", 900) in {(row.place, row.action, row.number) for row in rows}


def test_a_target_that_is_not_set_is_not_answered_with_a_mention(kewen):
    answer = kewen.ask("海曙区2017年高新技术企业目标")
    assert (answer.status, answer.reason) == ("not_found", "notice_silent")


@pytest.mark.parametrize("asked", ["租金补贴标准", "产值", "从业人员数量"])
def test_a_side_of_a_term_is_not_answered_with_its_number(kewen, asked):
    assert kewen.ask(f"普陀区2016年高新技术企业的{asked}是多少？").status == "not_found"


def test_who_leads_is_told_apart_from_who_supports(kewen):
    led = kewen.ask("区科委负责几项任务？").rows
    assert len(led) == 10
    assert all("区科委" in row.responsible for row in led)


def test_a_rare_topic_is_found_though_the_notice_says_it_in_more_words(kewen):
    rows = {row.place: row.finding for row in kewen.ask("哪些区有国际合作的措施？").rows}
    assert rows["海曙区"] == "mention"


@pytest.mark.parametrize(
    "question",
    [
        "哪个区帮没有抵押的小企业贷款？",
        "Which district helps small firms without collateral get loans?",
    ],
)
def test_notices_are_not_called_silent_for_want_of_everyday_words(kewen, question):
    answer = kewen.ask(question)
    assert answer.status == "answered"
    assert "非抵押" in answer.citations[0].quote
