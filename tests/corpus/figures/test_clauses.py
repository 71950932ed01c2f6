import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.figures.clauses import figures
from corpus.thesaurus import terms


def read(statement: str) -> list[tuple[str, str, str]]:
    return [(f.phrase, f.action, f.quantity.value) for f in figures(statement)]


@pytest.mark.parametrize(
    ("statement", "phrase", "action"),
    [
        ("力争新认定高新技术企业20家", "高新技术企业", "新认定"),
        ("培育2家以上区级众创空间", "区级众创空间", "培育"),
        ("高新技术企业总数超过900家", "高新技术企业", "总数"),
        ("高新技术企业达到900家", "高新技术企业", "总数"),
        ("科技服务业区级税收增长12%", "科技服务业区级税收", "增长率"),
        ("税收比重比上年提高0.5个百分点", "税收比重", "提高"),
        ("万元产值能耗下降3%", "万元产值能耗", "下降率"),
        ("居民消费价格涨幅控制在3%以内", "居民消费价格涨幅", "占比"),
        ("全社会研发投入占GDP比重达到3%", "全社会研发投入占GDP比重", "占比"),
        ("人均地区生产总值提高到1万元", "人均地区生产总值", "总数"),
        ("预计研发投入25亿元", "研发投入", "数量"),
        ("新增公共服务平台5个", "公共服务平台", "新增"),
        ("服务企业300家", "企业", "服务"),
        ("建成区绿化率达到35%", "建成区绿化率", "占比"),
        ("技术转化率达到65%", "技术转化率", "占比"),
        ("重点实验室达到20家", "重点实验室", "总数"),
        ("设立1亿元专项资金", "专项资金", "新建"),
        ("推进四大领域的10个试点应用项目建设", "试点应用项目", "新建"),
        ("重点跟踪市区联动培育的4家众创空间建设进展", "众创空间", "跟踪"),
        ("推进总面积为19.45平方公里的核心功能区建设", "总面积", "总数"),
        ("完成10万平方米可利用物理载体的储备", "可利用物理载体", "储备"),
        ("完成3-5家创新驿站建设", "创新驿站", "新建"),
        ("完成孟山北路等5条道路改造", "道路", "改造"),
        ("其中50个工业项目竣工投产", "工业项目", "数量"),
        ("132家企业参加试点", "企业", "数量"),
        ("新能源汽车推广应用达到500辆", "新能源汽车推广应用", "总数"),
        ("在路网规划中新增5条国道", "国道", "新增"),
        ("实现高新技术企业净增50家", "高新技术企业", "净增"),
        ("高新技术企业数比上年增长10%以上", "高新技术企业", "增长率"),
        ("支持10家企业上市", "企业", "支持"),
        ("设立总规模10亿元的科技创新基金", "总规模", "总数"),
        ("对新认定的企业给予最高50万元的一次性奖励", "奖励", "发放"),
        ("高新技术企业较“十一五”末增长了6倍", "高新技术企业", "增长率"),
    ],
)
def test_one_figure(statement: str, phrase: str, action: str) -> None:
    [found] = read(statement)
    assert found[:2] == (phrase, action)


def test_figures_side_by_side_have_their_own_nouns() -> None:
    assert read("高新技术企业总数超过900家、市科技小巨人企业超过200家") == [
        ("高新技术企业", "总数", "900家"),
        ("市科技小巨人企业", "总数", "200家"),
    ]
    assert read("试点建设30家社区科技创新屋和30家科技成果应用示范社区") == [
        ("社区科技创新屋", "新建", "30家"),
        ("科技成果应用示范社区", "新建", "30家"),
    ]


def test_a_qualifier_alone_counts_the_thing_before_without_its_own() -> None:
    assert read("新增省级以上研发机构3家、市级5家") == [
        ("省级以上研发机构", "新增", "3家"),
        ("研发机构", "新增", "5家"),
    ]


def test_the_action_of_a_share_is_not_that_of_a_count() -> None:
    assert read("研发经费占销售收入比例达到3%以上、企业20家")[1] == ("企业", "数量", "20家")


def test_things_counted_together_are_one_of_a_list() -> None:
    assert [
        (figure.phrase, figure.quantity.value)
        for figure in figures("高新技术企业和省级重点实验室、技术研发中心分别达到30家和15家以上")
    ] == [("高新技术企业", "30家"), ("省级重点实验室、技术研发中心", "15家以上")]


def test_respectively_shares_figures_out_in_order() -> None:
    assert read("高新技术企业、众创空间、孵化器分别达到900家、50家和30家") == [
        ("高新技术企业", "总数", "900家"),
        ("众创空间", "总数", "50家"),
        ("孵化器", "总数", "30家"),
    ]


def test_respectively_keeps_the_noun_that_short_modifiers_share() -> None:
    both = "城镇、农村居民人均可支配收入"
    assert read(f"{both}分别增长7%、8%") == [
        (both, "增长率", "7%"),
        ("农村居民人均可支配收入", "增长率", "8%"),
    ]


def test_a_figure_without_a_noun_is_about_the_one_before() -> None:
    assert read("新认定高新技术企业143户、总数达711户，增长18%") == [
        ("高新技术企业", "新认定", "143户"),
        ("高新技术企业", "总数", "711户"),
        ("高新技术企业", "增长率", "18%"),
    ]


def test_each_of_a_list_has_the_figure() -> None:
    assert read("新建孵化器、众创空间各3家") == [
        ("孵化器", "新建", "3家"),
        ("众创空间", "新建", "3家"),
    ]
    assert read("国家级、市级孵化器各3家") == [("国家级、市级孵化器", "总数", "3家")]


def test_brackets_and_signs_are_no_part_of_the_noun() -> None:
    for clause in ("【目标】高新技术企业≥20家", "）高新技术企业冲刺20家", "高新技术企业力保20家"):
        assert read(clause) == [("高新技术企业", "总数", "20家")]


def test_the_name_of_a_place_is_not_what_is_counted() -> None:
    assert read("高新技术企业达到900家，普陀区达到20家")[1] == ("高新技术企业", "总数", "20家")


def test_doubling_is_no_part_of_the_noun() -> None:
    assert read("高新技术企业总数翻一番，达到20家") == [("高新技术企业", "总数", "20家")]


def test_a_figure_after_a_comma_is_about_the_topic_before_it() -> None:
    assert read("鼓励企业实施研发项目稳中有升，力争600项") == [("研发项目", "实施", "600项")]


def test_from_to_gives_where_it_ends() -> None:
    assert read("失业保险费率由3%降至2%") == [("失业保险费率", "占比", "2%")]


def test_a_thousands_comma_ends_no_clause() -> None:
    assert read("新增专利1,200件，增长5%")[0] == ("专利", "新增", "1,200件")


def test_a_name_in_quotation_marks_has_no_figure() -> None:
    assert read("抓好“科创28条政策”的细化与落实") == []


@given(
    st.text(
        st.sampled_from("高新技术企业培育新增达到增长的等分别、，；20家3%为由（）“”和"), max_size=40
    )
)
def test_arbitrary_clauses_are_read(statement: str) -> None:
    for figure in figures(statement):
        assert figure.phrase
        assert figure.action
        assert statement[figure.start : figure.end] == statement[figure.start : figure.end].strip()


@pytest.mark.parametrize("name", [term.name for term in terms() if term.kind == "indicator"])
def test_every_indicator_is_read_whole(name: str) -> None:
    [found] = read(f"{name}达到20家")
    assert found[0] == name
