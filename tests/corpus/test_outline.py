import itertools

import pytest
from hypothesis import given

from corpus.notice import Section, Years
from tests.corpus.documents import document, shipped, understood
from tests.corpus.headings import HEADINGS


def outline(body: str, title: str = "2016年普陀区科技工作要点") -> list[Section]:
    return list(understood(f"{title}\n{body}").sections)[1:]


def levels(body: str) -> list[tuple[int, str]]:
    return [(section.level, section.heading) for section in outline(body)]


def test_the_ladder_of_the_standard_gives_four_levels() -> None:
    body = "一、目标\n（一）人才\n1.引进\n（1）落户\n二、保障"
    assert levels(body) == [
        (1, "一、目标"),
        (2, "（一）人才"),
        (3, "1.引进"),
        (4, "（1）落户"),
        (1, "二、保障"),
    ]


def test_a_ladder_that_skips_rungs_has_the_depth_it_shows() -> None:
    assert levels("一、目标\n1、引进\n2．培养") == [(1, "一、目标"), (2, "1、引进"), (2, "2．培养")]


def test_numbers_that_run_on_through_the_chapters_stay_below_them() -> None:
    body = "一、人才\n1.引进\n2.培养\n二、平台\n3.建设"
    assert [level for level, _ in levels(body)] == [1, 2, 2, 1, 2]


def test_half_and_full_width_brackets_are_one_kind() -> None:
    assert levels("(一)人才\n（二）平台") == [(1, "(一)人才"), (1, "（二）平台")]


def test_chapters_and_articles_of_a_law() -> None:
    body = "第一章 总则\n第一条 为了促进科技进步，制定本条例。\n第二条 本条例适用于本市。"
    assert [level for level, _ in levels(body)] == [1, 2, 2]


def test_markdown_marks_are_no_part_of_a_heading() -> None:
    assert levels("## 一、目标") == [(1, "一、目标")]


@pytest.mark.parametrize(
    "line",
    ["2016. 是开局之年", "7.这一项前面没有六", "3.5亿元投入研发", "20、30年前", "一是加强领导"],
)
def test_a_number_that_continues_nothing_is_text(line: str) -> None:
    assert levels(line) == []


def test_a_heading_that_runs_on_into_text_ends_at_its_first_stop() -> None:
    text = "1.加强平台建设。" + "发挥政府引导作用，鼓励社会力量创办平台，" * 4 + "形成体系。"
    assert levels(text) == [(1, "1.加强平台建设")]


def test_a_short_item_with_a_colon_is_headed_by_what_stands_before_it() -> None:
    assert levels("（一)市场化原则:发挥市场的决定性作用。") == [(1, "（一)市场化原则")]


def test_a_full_stop_is_no_part_of_a_heading() -> None:
    assert levels("(一)大柏树科技创新中心建设。") == [(1, "(一)大柏树科技创新中心建设")]


def test_an_annex_starts_a_ladder_of_its_own() -> None:
    assert levels("一、目标\n（一）人才\n附件1：任务表\n一、任务") == [
        (1, "一、目标"), (2, "（一）人才"), (1, "附件1：任务表"), (2, "一、任务"),
    ]  # fmt: skip


def test_paths_hold_the_headings_from_the_top_down() -> None:
    assert outline("一、目标\n（一）人才")[1].path == ("一、目标", "（一）人才")


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("一、2015年工作回顾", "review"),
        ("一、实施背景", "review"),
        ("一、发展基础", "review"),
        ("一、2015年及“十二五”：发展跃上新台阶", "review"),
        ("一、“十二五”发展开局良好", "review"),
        ("二、2016年工作安排", "plan"),
        ("三、夯实智慧政务软硬件基础", "plan"),
        ("三、推动转型升级取得新成效", "plan"),
        ("四、总结推广典型案例", "plan"),
    ],
)
def test_headings_look_back_or_ahead(heading: str, role: str) -> None:
    body = heading.replace("二、", "一、").replace("三、", "一、").replace("四、", "一、")
    assert outline(body)[0].role == role


def test_a_review_is_about_the_year_before_the_plan_and_so_is_all_below_it() -> None:
    first, below = outline("一、工作回顾\n（一）人才")
    assert (first.years, below.years) == (Years(2015, 2015), Years(2015, 2015))
    assert below.role == "review"


def test_a_section_that_opens_with_a_year_gone_by_looks_back() -> None:
    [section] = outline("一、攻坚克难，团结奋进\n2015年，全区新增高新技术企业20家。")
    assert (section.role, section.years) == ("review", Years(2015, 2015))


def test_an_unnumbered_line_that_names_a_period_is_a_heading_after_the_first_prose() -> None:
    prose = (
        "现将工作报告如下，请予审议，并请各位委员提出意见和建议，以便改进今后的各项工作，推动发展。"
    )
    assert levels(f"{prose}\n2015年工作回顾\n完成任务。\n2016年工作安排\n一、人才") == [
        (1, "2015年工作回顾"), (1, "2016年工作安排"), (2, "一、人才"),
    ]  # fmt: skip


FOLLOWS = (
    "由区科委会同各街道办事处组织实施，按季度通报进展，年底前完成，并把结果报区政府办公室备案。"
)


def openings(*words: str) -> list[str]:
    body = "一、任务\n" + "\n".join(f"{each}{FOLLOWS}" for each in words)
    return [heading for _, heading in levels(body)[1:]]


def test_paragraphs_of_equal_form_open_with_headings_whatever_their_words() -> None:
    assert openings("组织保障。", "经费保障。") == ["组织保障", "经费保障"]
    assert openings("研究内容：", "考核指标：") == ["研究内容", "考核指标"]
    assert openings("扛牢粮食责任。", "推进科研攻关行动。") == ["扛牢粮食责任", "推进科研攻关行动"]


@pytest.mark.parametrize(
    "words",
    [
        ("经费保障。",),
        ("人民生活明显改善。", "城乡面貌明显改善。"),
        ("投资完成20亿。", "税收增加30亿。"),
        ("业务咨询：", "技术咨询："),
        ("问：", "答："),
    ],
)
def test_statements_contacts_and_single_paragraphs_open_with_no_heading(
    words: tuple[str, ...],
) -> None:
    assert openings(*words) == []


def test_sub_headings_inside_a_paragraph_stand_below_its_number() -> None:
    text = f"1.助力众创提质增效。强化众创集聚地建设。{FOLLOWS}强化众创活跃度提升。{FOLLOWS}"
    assert levels(text) == [
        (1, "1.助力众创提质增效"), (2, "强化众创集聚地建设"), (2, "强化众创活跃度提升"),
    ]  # fmt: skip


def test_a_short_sentence_with_little_behind_it_is_none_of_them() -> None:
    text = f"1.加强服务。强化众创集聚地建设。组织活动。强化众创活跃度提升。{FOLLOWS}"
    assert levels(text) == [(1, "1.加强服务")]


def test_bold_first_words_begin_behind_the_marks() -> None:
    assert levels(f"一、保障\n**加强组织领导。**{FOLLOWS}")[1] == (2, "加强组织领导")


def test_articles_count_on_through_chapters_and_stay_below_them() -> None:
    body = (
        "第一条 为了发展，制定本法。\n第二章 促进\n第二条 国家促进发展。\n第三章 监督\n第三条 政府加强监督。\n"
        "法律责任\n第四条 违反本法的，处罚款。\n第五章 附则"
    )
    assert [level for level, _ in levels(f"{FOLLOWS}\n{body}")] == [1, 1, 2, 1, 2, 1, 2, 1]


def test_a_list_that_is_announced_below_a_number_of_its_kind_stands_in_it() -> None:
    body = "一、回顾\n二、任务\n要抓好两个方面的工作：\n一、人才\n二、平台\n三、建设"
    assert [level for level, _ in levels(body)] == [1, 1, 2, 2, 2]
    plain = body.replace("要抓好两个方面的工作：\n", "")
    assert [level for level, _ in levels(plain)] == [1] * 5


def test_topics_of_a_call_are_headings_and_what_is_said_of_them_stands_below() -> None:
    body = f"一、方向\n专题一：海洋装备\n研究内容：{FOLLOWS}\n考核指标：{FOLLOWS}\n专题二：医药"
    assert [level for level, _ in levels(body)] == [1, 2, 3, 3, 2]


def test_the_title_that_a_covering_notice_names_is_no_heading_of_what_it_prints() -> None:
    text = (
        "## 关于印发《科技工作办法》的通知\n"
        "《科技工作办法》已经区政府同意，现印发给你们，请结合各自的实际情况，认真遵照执行。"
        f"\n## 科技工作办法\n1．组织工作。{FOLLOWS}"
    )
    found = understood(text).sections[1:]
    assert [(s.level, s.heading) for s in found if s.marker] == [(1, "1．组织工作")]


def test_a_line_that_opens_with_a_verb_is_no_name_of_an_organ() -> None:
    body = f"一、安排\n{FOLLOWS}\n努力建设人民满意政府\n{FOLLOWS}"
    assert levels(body)[-1] == (1, "努力建设人民满意政府")


@given(document())
def test_sections_follow_each_other_and_begin_with_their_heading(text: str) -> None:
    notice = understood(text)
    found = notice.sections
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    for section in found:
        written = notice.text[section.start : section.end]
        assert written == written.strip() != ""
        assert written.startswith(section.marker)
        assert len(section.path) == section.level or section.level == 0


@given(document())
def test_a_section_is_at_most_one_level_below_the_one_before(text: str) -> None:
    found = understood(text).sections
    assert all(b.level <= a.level + 1 for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("name", "level"), [(name, level) for name, found in HEADINGS.items() for level in found]
)
def test_headings_of_the_shipped_notices(name: str, level: int) -> None:
    found = [section.heading for section in shipped(name).sections if section.level == level]
    assert found == HEADINGS[name][level].split("\n")


def test_hongkou_has_46_items_on_the_third_level() -> None:
    # 3+6+3+2+2+3+3 under 四、主要任务 and 3+6+3+3+3+3+3 under 六、重点工作安排, counted by hand.
    assert sum(section.level == 3 for section in shipped("hongkou-2015").sections) == 22 + 24


def test_only_the_background_of_hongkou_looks_back() -> None:
    names = ("putuo-2016", "haishu-2017", "jiading-2018", "shanghai-2012", "hongkou-2015")
    back = [s.heading for name in names for s in shipped(name).sections if s.role == "review"]
    assert back == ["一、实施背景"]


def test_a_title_above_all_chapters_stands_beside_them() -> None:
    for first in ("## 信访工作责任制实施办法", "## 总 则"):
        text = (
            f"近日，印发了本办法，并发出通知，要求各地区各部门认真遵照执行。\n{first}\n"
            "第一章 职责\n第一条 甲方负责。\n第二章 附则\n第二条 自发布之日起施行。"
        )
        assert [s.level for s in understood(text).sections if s.marker] == [1, 2, 1, 2]


def test_what_is_annexed_stands_below_its_annex() -> None:
    text = (
        "关于寺庙房屋问题的批复\n现将有关问题批复如下，请遵照执行，此前规定与本批复不一致的，"
        "一律以本批复为准，不再另行通知各地人民法院。\n### 附：\n一、甲方负责。\n二、乙方负责。"
    )
    assert [s.level for s in understood(text).sections if s.marker] == [2, 2]
