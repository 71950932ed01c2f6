import itertools

import pytest
from hypothesis import given

from corpus.cleaning import lines
from corpus.notice import Notice, Section
from corpus.passages import PASSAGE_CHARACTERS, neighbours, splitter_settings
from tests.corpus.documents import document, shipped, understood

LONGEST_HEADING = 100
NAMES = ("putuo-2016", "haishu-2017", "jiading-2018", "shanghai-2012", "hongkou-2015")


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def last_of(notice: Notice, section: Section) -> int:
    """Return where the last body line of a section ends."""
    ends = [n.end for n in lines(notice.text) if n.kind == "body" and n.start < section.end]
    return min(ends[-1], section.end)


def test_a_section_is_one_passage_with_its_path_and_years() -> None:
    notice = understood("2016年普陀区科技工作要点\n一、目标\n（一）人才\n引进人才20名。")
    [_, passage] = notice.passages
    assert passage.text == "（一）人才\n引进人才20名。"
    assert passage.section_path == ("一、目标", "（一）人才")
    assert passage.passage_id == "n1#1"
    assert str(passage.years) == "2016"


def test_a_bare_heading_above_subsections_gives_no_passage() -> None:
    notice = understood("2016年普陀区科技工作要点\n一、  目标 \n（一）人才\n引进人才20名。")
    assert not any(passage.text.startswith("一、") for passage in notice.passages)


def test_a_bare_heading_with_nothing_below_is_a_passage() -> None:
    notice = understood("2016年普陀区科技工作要点\n一、目标")
    assert [passage.text for passage in notice.passages] == ["2016年普陀区科技工作要点", "一、目标"]


def test_furniture_in_the_middle_of_a_section_parts_its_passages() -> None:
    notice = understood(
        "2016年普陀区科技工作要点\n一、目标\n甲乙丙丁。\n验证码\n戊己庚辛。\n"
        + "加强领导，" * 9
        + "。"
    )
    assert not any("验证码" in passage.text for passage in notice.passages)
    assert len(notice.passages) == 3


def test_long_sections_are_cut_at_ends_of_sentences() -> None:
    notice = understood("2016年普陀区科技工作要点\n一、目标\n" + "企业培育，由区科委负责。" * 100)
    assert len(notice.passages) > 2
    assert all(passage.text.endswith("。") for passage in notice.passages[1:])
    assert notice.passages[1].text.startswith("一、目标\n企业培育")


def test_the_points_of_one_sentence_share_a_passage_with_the_sentence_that_leads_to_them() -> None:
    notice = understood(
        "科技进步条例\n第一条 申请人应当提交以下文件：\n（一）申请书；\n（二）证明。\n第二条 本条例施行。"
    )
    [_, first, second] = notice.passages
    assert first.section_path == ("第一条 申请人应当提交以下文件：",)
    assert first.text == "第一条 申请人应当提交以下文件：\n（一）申请书；\n（二）证明。"
    assert second.section_path == ("第二条 本条例施行",)


def test_sections_that_are_sentences_of_their_own_share_no_passage() -> None:
    notice = understood(
        "2016年普陀区科技工作要点\n一、任务\n（一）人才\n引进20名。\n（二）平台\n建设2个。"
    )
    assert [passage.text[:3] for passage in notice.passages[1:]] == ["（一）", "（二）"]


def test_sections_that_look_back_and_ahead_share_no_passage() -> None:
    notice = understood(
        "2016年普陀区科技工作要点\n一、2015年回顾\n完成20家。\n二、2016年安排\n新增30家。"
    )
    assert [(p.role, str(p.years)) for p in notice.passages[1:]] == [
        ("review", "2015"),
        ("plan", "2016"),
    ]


def test_a_long_list_is_cut_between_its_points_and_its_lead_stays_with_the_first() -> None:
    points = "".join(f"{n}是{'推进平台建设，' * 20}形成体系；" for n in "一二三四五")
    notice = understood(f"2016年普陀区科技工作要点\n一、目标\n主要做好以下工作：{points}")
    starts = [passage.text[:2] for passage in notice.passages[1:]]
    assert starts == ["一、", "二是", "四是"]


def test_rows_stay_with_the_line_that_leads_to_them() -> None:
    rows = "\n".join(f"指标：高新技术企业数；单位：家；{year}年：100" for year in range(2001, 2017))
    prose = "加强领导，" * 70 + "。"
    notice = understood(f"2016年普陀区科技工作要点\n一、目标\n{prose}\n主要指标见下表：\n{rows}")
    [led] = [passage for passage in notice.passages if "见下表" in passage.text]
    assert "2001年" in led.text
    assert all(
        passage.text.count("指标：") == passage.text.count("单位：") for passage in notice.passages
    )


def test_the_bracket_that_says_who_is_responsible_stays_with_its_task() -> None:
    task = "建设平台" + "，完善功能" * 30 + "。\n（责任单位：区科委）\n"
    notice = understood("2016年普陀区科技工作要点\n一、任务\n" + task * 4)
    assert all(passage.text.endswith("（责任单位：区科委）") for passage in notice.passages[1:])


def test_neighbours_of_a_passage_are_those_before_and_after_it() -> None:
    found = understood("2016年普陀区科技工作要点\n一、目标\n甲。\n附件1：表\n乙。").passages
    assert neighbours(found, found[0].passage_id) == (None, found[1])
    assert neighbours(found, found[-1].passage_id) == (found[-2], None)


def test_the_settings_name_what_determines_the_cut() -> None:
    assert splitter_settings()["characters"] == PASSAGE_CHARACTERS


@given(document())
def test_a_passage_quotes_the_notice(text: str) -> None:
    notice = understood(text)
    for passage in notice.passages:
        assert notice.text[passage.start : passage.end] == passage.text
        assert passage.text == passage.text.strip() != ""
        assert len(passage.text) <= PASSAGE_CHARACTERS + LONGEST_HEADING


@given(document())
def test_a_passage_lies_in_the_section_it_names_or_holds_whole_small_ones_below_it(
    text: str,
) -> None:
    notice = understood(text)
    for passage in notice.passages:
        within = [s for s in notice.sections if s.start < passage.end and passage.start < s.end]
        if len(within) == 1:
            assert passage.section_path in (within[0].path, within[0].path[:-1])
            continue
        assert {s.path[:-1] for s in within[1:]} == {passage.section_path}
        assert passage.section_path in (within[0].path, within[0].path[:-1])
        assert all(last_of(notice, s) <= passage.end for s in within)
        assert all(passage.start <= s.start for s in within[1:])
        assert {(s.role, s.years) for s in within} == {(passage.role, passage.years)}


@given(document())
def test_passages_are_in_order_with_ids_of_their_own(text: str) -> None:
    found = understood(text).passages
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert len({passage.passage_id for passage in found}) == len(found)


def lost(notice: Notice) -> set[str]:
    """Return the letters of the body that no passage holds, section by section."""
    inside = {at for p in notice.passages for at in range(p.start, p.end)}
    body = {at for n in lines(notice.text) if n.kind == "body" for at in range(n.start, n.end)}
    left = body - inside
    return {
        letters("".join(notice.text[at] for at in range(s.start, s.end) if at in left))
        for s in notice.sections
    } - {""}


@given(document())
def test_splitting_loses_nothing_but_white_space_and_bare_headings(text: str) -> None:
    notice = understood(text)
    assert lost(notice) <= {letters(section.heading) for section in notice.sections}


@pytest.mark.parametrize("name", NAMES)
def test_the_passages_of_a_shipped_notice_hold_its_whole_body(name: str) -> None:
    notice = shipped(name)
    assert lost(notice) <= {letters(section.heading) for section in notice.sections}


def test_a_short_sentence_that_names_what_follows_is_not_cut_off_from_it() -> None:
    lead, led = "启动小老虎企业培育工程。", "重点围绕智能汽车等新兴产业，遴选100家中小企业。"
    before = "加强企业服务，" * 53 + "。"
    notice = understood(f"2018年嘉定区科技工作要点\n一、任务\n{before}{lead}{led}")
    assert any(lead + led in passage.text for passage in notice.passages)
