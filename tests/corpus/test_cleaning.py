import pytest
from hypothesis import given

from corpus.cleaning import lines
from tests.corpus.documents import document, shipped


def kinds(text: str) -> list[str]:
    return [line.kind for line in lines(text)]


@given(document())
def test_lines_hold_every_character_but_white_space_and_residue(text: str) -> None:
    found = lines(text)
    assert all(text[line.start : line.end].strip() == text[line.start : line.end] for line in found)
    outside = text
    for line in reversed(found):
        outside = outside[: line.start] + outside[line.end :]
    assert not outside.replace("[bookmark: _GoBack]", "").strip()


@pytest.mark.parametrize(
    "line",
    [
        "验证码",
        "全部评论?",
        "首页",
        "网站首页 | 最新报道 | 图片新闻",
        ">> 海曙区 >> 部门政策 >> 区科技局",
        "打印本页】 【关闭窗口",
        "版权所有:中华人民共和国科学技术部",
        "通知.tif",
        "——————",
        "政务公开 > 规范性文件",
        "首页 走进鄞州 政务公开 办事服务 政民互动",
        "宁波市鄞州区人民政府门户网站 今天是2016年12月30日 星期五",
    ],
)
def test_furniture_of_websites_is_chrome(line: str) -> None:
    assert kinds(line) == ["chrome"]


@pytest.mark.parametrize(
    "line",
    [
        "发布机关: 上海市虹口区人民政府",
        "索 引 号：AB1302000-2016-001",
        "发布日期:2017-04-17信息来源: 区科技局 浏览次数:字号:[ ]",
        "科技部门户网站      2012年02月13日       上海市科委 字体:",
        "索引号：001 发布机构：区科委 发布日期：2016-05-06",
    ],
)
def test_label_lines_are_meta(line: str) -> None:
    assert kinds(line) == ["meta"]


def test_the_value_below_a_bare_label_belongs_to_the_table() -> None:
    assert kinds("发布机构\n嘉定区科委\n发布日期\n2016-05-06\n关于印发要点的通知") == [
        "meta"
    ] * 4 + ["body"]


@pytest.mark.parametrize(
    "line",
    [
        "一、着力提升科技产业发展能级",
        "关于印发《工作要点》的通知",
        "普陀区科学技术委员会",
        "2016年5月6日",
        "来源地管理办法",
        "省科技厅 省财政厅 省教育厅 省税务局",
    ],
)
def test_lines_of_the_notice_are_body(line: str) -> None:
    assert kinds(line) == ["body"]


def test_short_lines_below_the_end_of_a_page_are_furniture_even_if_they_look_like_text() -> None:
    text = "加强党风廉政建设，" * 6 + "。\n打印本页\n最新政策\n某某网络公司"
    assert kinds(text) == ["body", "chrome", "chrome", "chrome"]


def test_the_word_print_before_the_last_sentence_ends_nothing() -> None:
    text = "打印本页\n" + "加强党风廉政建设，" * 6 + "。"
    assert kinds(text) == ["chrome", "body"]


def test_a_bookmark_of_a_word_processor_is_no_part_of_its_line() -> None:
    text = "[bookmark: _GoBack]    2.持续打造创新主阵地。"
    [line] = lines(text)
    assert text[line.start : line.end] == "2.持续打造创新主阵地。"


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("putuo-2016", "关于印发《普陀区科委2016年工作要点》的通知", "公众知晓度和体验度。"),
        (
            "haishu-2017",
            "宁波市海曙区科学技术局关于印发《海曙区科技局2017年工作要点》的通知",
            "树立科技干部队伍良好形象。",
        ),
        ("jiading-2018", "2018年嘉定区科技和信息化工作要点", "规范化、科学化水平。"),
        ("shanghai-2012", "上海市2012年科技工作要点", "提高服务决策能力。"),
        (
            "hongkou-2015",
            "上海市虹口区人民政府关于印发虹口区建设科技创新体系实施方案的通知",
            "完成时间:12月底前)",
        ),
    ],
)
def test_the_body_of_a_shipped_notice_is_the_notice_and_no_more(
    name: str, first: str, last: str
) -> None:
    text = shipped(name).text
    body = [text[line.start : line.end] for line in lines(text) if line.kind == "body"]
    assert body[0] == first
    assert body[-1].endswith(last)


def test_rows_in_tabs_and_unknown_labels_beside_known_ones_are_the_table() -> None:
    text = "索引号\t01/2021\n公开程序：主动公开\n发布机构\t区科委\n科技工作要点\n各单位："
    assert kinds(text) == ["meta", "meta", "meta", "body", "body"]


def test_a_row_of_a_table_below_the_first_sentence_is_body() -> None:
    text = "加强党风廉政建设，" * 6 + "。\n名称\t数量\n状态\t良好"
    assert kinds(text) == ["body", "body", "body"]


def test_contents_with_their_pages_are_furniture() -> None:
    text = "目  录\n关于印发行动方案\n（2018—2020年）的通知……………（1）\n关于印发行动方案的通知"
    assert kinds(text) == ["chrome", "chrome", "chrome", "body"]
