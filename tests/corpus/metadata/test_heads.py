"""Heads of many layouts around titles of many shapes: each title is read whole, and nothing else with it."""

import pytest

from corpus.notice import Notice
from tests.corpus.documents import understood

TITLES = {
    "one line": "沧州市科技局关于印发《2021年科技工作要点》的通知",
    "organ above": "沧州市科学技术局\n关于组织申报2021年度科技\n计划项目的通知",
    "joint organs": "沧州市科学技术局\n沧州市财政局\n关于印发《沧州市科技创新券\n管理办法（试行）》\n的通知",
    "passed on": "沧州市人民政府办公室\n转发市科技局关于发展科技服务业\n若干措施的通知",
    "prints without quotes": "沧州市人民政府关于\n印发沧州市科学技术奖励\n办法的通知",
    "two kinds": "沧州市2020年科技工作总结\n及2021年工作打算",
    "period below": "沧州市科技创新三年行动计划\n（2021—2023年）",
}
LAYOUTS = {
    "plain": "{title}\n",
    "number below": "{title}\n沧科发〔2021〕15号\n",
    "red": "沧州市科学技术局文件\n\n沧科发〔2021〕15号    签发人：王志强\n\n{title}\n\n",
    "spaced": "沧 州 市 科 学 技 术 局 文 件\n沧 科 发 〔2021〕 15 号\n{title}\n",
    "letterheads": "沧州市科学技术局\n沧州市财政局\n文件\n沧科发〔2021〕15号\n{title}\n",
    "minutes": "沧州市科学技术局会议纪要\n〔2021〕第3号\n关于科技工作的会议纪要\n",
    "crumbs": "首页 > 政务公开 > 政策文件\n{title}\n沧科发〔2021〕15号　2021-03-12　来源：市科技局　[打印]\n",
    "site": "沧州市人民政府门户网站\n信息公开\n【字体：大 中 小】\n{title}\n2021-03-12 点击：102\n",
    "table": "【索 引 号】000014349\n【文 号】沧科发〔2021〕15号\n【时 效 性】有效\n{title}\n",
    "table without lines": "信息索引号 01425 生成日期 2021-03-10\n文号 沧科发〔2021〕15号\n"
    "发布机构 沧州市科学技术局\n{title}\n",
    "gazette": "沧州市人民政府公报 2021年第3期\n{title}\n沧科发〔2021〕15号\n",
}
BODY = "各有关单位：\n现将有关事项通知如下，请遵照执行。\n沧州市科学技术局\n2021年3月10日\n"


def read(layout: str, title: str) -> Notice:
    return understood(LAYOUTS[layout].format(title=title) + BODY)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "minutes"])
def test_a_title_is_read_whole_in_every_layout(layout: str, title: str) -> None:
    notice = read(layout, TITLES[title])
    assert "".join(notice.title.split()) == "".join(TITLES[title].split())


@pytest.mark.parametrize(
    "layout", [name for name, head in LAYOUTS.items() if "15" in head.replace(" ", "")]
)
def test_a_number_is_read_in_every_layout_that_prints_it(layout: str) -> None:
    assert read(layout, TITLES["organ above"]).document_number == "沧科发〔2021〕15号"


def test_the_name_of_a_series_above_its_number_is_no_title() -> None:
    assert read("minutes", "").title == "关于科技工作的会议纪要"


def test_an_order_is_called_by_the_rule_that_it_promulgates() -> None:
    order = understood(
        "沧 州 市 人 民 政 府 令\n第 3 号\n"
        "《沧州市科技项目管理办法》已经2021年3月1日市政府第40次常务会议审议通过，"
        "现予公布，自2021年5月1日起施行。\n市长 向辉\n2021年3月10日\n沧州市科技项目管理办法\n"
        "第一条 为了规范管理，制定本办法。"
    )
    assert (order.title, order.notice_type) == ("沧州市科技项目管理办法", "办法")
    assert order.document_number == "沧州市人民政府令第3号"
    assert order.issuer == "沧州市人民政府"


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("【失效提示：本文件已于2020年12月31日失效】\n{title}\n", "expired"),
        ("本文件已废止\n{title}\n", "repealed"),
        ("{title}（已失效）\n", "expired"),
        ("是否有效：有效\n{title}\n", "in_force"),
        ("{title}（有效期至2025年）\n", None),
    ],
)
def test_whether_a_notice_holds_is_said_beside_its_title(head: str, status: str | None) -> None:
    assert understood(head.format(title=TITLES["one line"]) + BODY).status == status


def test_a_text_without_a_head_is_of_the_kind_that_it_calls_itself() -> None:
    text = "第七条  创新券由旗科技局统一印制。\n第八条  本办法自2022年5月1日起施行。"
    assert understood(text).notice_type == "办法"
