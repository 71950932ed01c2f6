import pytest

from tests.corpus.documents import shipped, understood


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("putuo-2016", "普陀区科学技术委员会"),
        ("haishu-2017", "宁波市海曙区科学技术局"),
        ("jiading-2018", None),
        ("shanghai-2012", "上海市科委"),
        ("hongkou-2015", "上海市虹口区人民政府"),
    ],
)
def test_issuers_of_the_shipped_notices(name: str, expected: str | None) -> None:
    assert shipped(name).issuer == expected


@pytest.mark.parametrize(
    "text",
    [
        "发布机构：普陀区科委\n2016年工作要点",
        "索引号：001 发布机构：普陀区科委 发布日期：2016-05-06\n2016年工作要点",
        "发布机构\n普陀区科委\n2016年工作要点",
        "普陀区科委关于印发2016年工作要点的通知",
        "2016年工作要点\n一、目标\n普陀区科委\n2016年5月6日",
        "普陀区科委文件\n普科〔2016〕1号\n2016年工作要点",
        "2016年工作要点\n2016年5月6日  普陀区科委 字体：大",
        "信息来源：普陀区科委\n2016年工作要点",
    ],
)
def test_the_issuer_is_found_wherever_a_page_says_it(text: str) -> None:
    assert understood(text).issuer == "普陀区科委"


def test_joint_issuers_stand_side_by_side() -> None:
    notice = understood("普陀区科委 普陀区财政局关于印发2016年工作要点的通知")
    assert notice.issuer == "普陀区科委、普陀区财政局"


def test_a_title_about_something_names_no_issuer() -> None:
    assert understood("关于印发2016年工作要点的通知").issuer is None


def test_a_government_that_a_report_is_given_for_is_that_of_the_congress() -> None:
    text = "——2014年1月8日在普陀市第三届人民代表大会第三次会议上\n各位代表：\n我代表市政府向大会报告工作。"
    assert understood(text).issuer == "普陀市人民政府"
    assert understood(text).notice_type == "政府工作报告"


def test_organs_spaced_to_fill_the_line_are_several() -> None:
    text = "2016年工作要点\n一、目标\n科 技 部　　财 政 部\n2016年5月6日"
    assert understood(text).issuer == "科技部、财政部"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("巴州科技局", "巴音郭楞蒙古自治州科学技术局"),
        ("祥符区科技局", "开封市祥符区科学技术局"),
        ("科技厅 财政厅", "云南省科学技术厅、云南省财政厅"),
    ],
)
def test_organs_are_named_as_fully_as_the_notice_names_them(short: str, full: str) -> None:
    text = f"发布机构：{full}\n2021年工作要点\n抓好各项工作。\n{short}\n2021年3月10日"
    assert understood(text).issuer == full


def test_another_organ_is_no_fuller_name() -> None:
    text = "发布机构：沧州市人民政府办公室\n2021年工作要点\n抓好各项工作。\n沧州市人民政府\n2021年3月10日"
    assert understood(text).issuer == "沧州市人民政府"


def test_a_month_below_an_organ_is_a_signature_too() -> None:
    text = "2021年工作要点\n抓好各项工作。\n沧州市科学技术局\n2021年3月"
    assert understood(text).issuer == "沧州市科学技术局"


@pytest.mark.parametrize(
    "head",
    [
        "沧州市科学技术局\n沧州市财政局\n文件\n",
        "沧州市科学技术局\n沧州市财政局　　　　文件\n",
        "沧州市科学技术局\n沧州市财政局\n沧科发〔2021〕15号\n",
    ],
)
def test_joint_organs_of_a_letterhead(head: str) -> None:
    text = f"{head}关于开展科技活动的通知\n各有关单位：\n请遵照执行。\n2021年3月10日"
    assert understood(text).issuer == "沧州市科学技术局、沧州市财政局"


def test_a_stamp_is_no_part_of_an_organ() -> None:
    text = "关于开展科技活动的通知\n请遵照执行。\n沧州市科学技术局（盖章）\n2021年3月10日"
    assert understood(text).issuer == "沧州市科学技术局"
