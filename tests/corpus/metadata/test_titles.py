import pytest

from corpus.cleaning import lines
from corpus.metadata.layout import Layout
from corpus.metadata.titles import title
from tests.corpus.documents import shipped


def title_of(text: str) -> str | None:
    found = title(Layout.of(text, lines(text)))
    return found.value if found else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("putuo-2016", "关于印发《普陀区科委2016年工作要点》的通知"),
        ("haishu-2017", "宁波市海曙区科学技术局关于印发《海曙区科技局2017年工作要点》的通知"),
        ("jiading-2018", "2018年嘉定区科技和信息化工作要点"),
        ("shanghai-2012", "上海市2012年科技工作要点"),
        ("hongkou-2015", "上海市虹口区人民政府关于印发虹口区建设科技创新体系实施方案的通知"),
    ],
)
def test_titles_of_the_shipped_notices(name: str, expected: str) -> None:
    assert shipped(name).title == expected


def test_a_title_over_two_lines_comes_back_whole() -> None:
    text = "余杭区人民政府文件\n余政发〔2018〕3号\n关于印发余杭区科技创新\n三年行动计划（2018—2020年）的通知\n各镇街："
    assert title_of(text) == "关于印发余杭区科技创新三年行动计划（2018—2020年）的通知"


def test_a_short_last_line_needs_the_line_above() -> None:
    assert (
        title_of("余杭区科技创新\n行动计划（2018—2020年）\n一、目标")
        == "余杭区科技创新行动计划（2018—2020年）"
    )


def test_a_letterhead_and_the_name_of_a_gazette_are_no_title() -> None:
    text = "上海市人民政府公报\n2016年第5期\n上海市科技创新“十三五”规划\n一、目标"
    assert title_of(text) == "上海市科技创新“十三五”规划"


def test_a_numbered_heading_is_no_title() -> None:
    assert title_of("第一章 一般规定\n普陀区科技奖励办法") == "普陀区科技奖励办法"


def test_a_head_without_a_title_gives_that_of_the_table() -> None:
    text = (
        "名称：普陀区科委2016年工作要点\n发布机构：区科委\n各部门：\n"
        + "现将有关事项通知如下，请认真执行。" * 3
    )
    assert title_of(text) == "普陀区科委2016年工作要点"


def test_a_note_of_a_meeting_and_a_speaker_are_no_title() -> None:
    assert (
        title_of("——2021年1月30日在某省人民代表大会上\n省 长 张三\n各位代表:\n现在报告工作。")
        is None
    )


@pytest.mark.parametrize(
    "lines_of_title",
    [
        "关于适用《中华人民共和国公司法》\n若干问题的规定（三）",
        "普陀区科委关于印发《2016年工作要点》\n的通知",
        "关于印发《普陀区科技创新行动方案\n（2022-2025年）》的通知",
        "普陀区科学技术委员会\n关于印发《普陀区科技创新行动方案\n（2022-2025年）》的通知",
        "普陀区人民政府办公室\n关于印发\n普陀区科技创新规划（2021—2025年）\n的通知",
        "普陀区科委关于印发\n普陀区科技创新行动方案\n（2018—2020年）的通知",
        "普陀区科技创新管理办法\n（试行）",
    ],
)
def test_a_line_that_ends_with_the_name_of_another_document_needs_the_next(
    lines_of_title: str,
) -> None:
    assert title_of(f"{lines_of_title}\n各部门：") == lines_of_title.replace("\n", "")


@pytest.mark.parametrize(
    "lines_of_title",
    [
        "普陀区\n2021年工作总结和\n2022年工作计划",
        "普陀区科学技术委员会\n2021年工作总结和\n2022年工作计划",
        "普陀区科委2021年工作总结\n和2022年工作计划",
    ],
)
def test_two_halves_of_a_title_come_back_together(lines_of_title: str) -> None:
    assert title_of(f"{lines_of_title}\n一、目标") == lines_of_title.replace("\n", "")


def test_a_mark_of_its_standing_is_no_part_of_a_title() -> None:
    assert title_of("【已失效】普陀区科技奖励办法\n第一条 目的") == "普陀区科技奖励办法"
