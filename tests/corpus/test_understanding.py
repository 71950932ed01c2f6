import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.notice import Notice, Years
from corpus.understanding import understand, understand_text
from tests.corpus import layouts
from tests.corpus.documents import document, shipped, understood

HEADS = {
    "TABLE": (
        "长兴县科学技术局关于印发《2018年长兴县科技工作要点》的通知",
        "长兴县科学技术局",
        "长科〔2018〕12号",
        date(2018, 3, 15),
        Years(2018, 2018),
        "浙江省湖州市长兴县",
    ),
    "GAZETTE": (
        "上海市人民政府关于印发《上海市科技创新“十三五”规划》的通知",
        "上海市人民政府",
        "沪府发〔2016〕59号",
        date(2016, 8, 5),
        Years(2016, 2020),
        "上海市",
    ),
    "RED_HEADER": (
        "成都市武侯区人民政府办公室关于印发武侯区促进众创空间发展若干政策措施的通知",
        "成都市武侯区人民政府办公室",
        "成武府办发〔2017〕8号",
        date(2017, 2, 27),
        None,
        "四川省成都市武侯区",
    ),
    "DECEMBER": (
        "禅城区2017年科技工作计划",
        "佛山市禅城区经济和科技促进局",
        None,
        date(2016, 12, 28),
        Years(2017, 2017),
        "广东省佛山市禅城区",
    ),
    "THREE_YEARS": (
        "关于印发《苏州市吴江区科技创新三年行动计划（2018—2020年）》的通知",
        "苏州市吴江区人民政府",
        "吴政发〔2018〕31号",
        date(2018, 4, 2),
        Years(2018, 2020),
        "江苏省苏州市吴江区",
    ),
    "COUNTY": (
        "岳西县人民政府关于加快科技创新的实施意见",
        "岳西县人民政府",
        "岳政〔2019〕5号",
        date(2019, 6, 18),
        None,
        "安徽省安庆市岳西县",
    ),
}

FIGURES = {
    "TABLE": [
        ("高新技术企业", "新认定", "25家", "achieved", 2017),
        ("高新技术企业", "总数", "136家", "achieved", 2017),
        ("研发经费支出占GDP比重", "占比", "2.6%", "achieved", 2017),
        ("高新技术企业", "新增", "30家以上", "target", 2018),
        ("科技型中小企业", "新增", "80家", "target", 2018),
        ("重点实验室", "新建", "1家", "target", 2018),
        ("企业研究院", "新建", "3—5家", "target", 2018),
    ],
    "GAZETTE": [
        ("研发经费支出占GDP比重", "占比", "3.73%", "achieved", 2015),
        ("每万人口发明专利拥有量", "总数", "28.9件", "achieved", 2015),
        ("研发经费支出占GDP比重", "占比", "4%左右", "target", 2020),
        ("每万人口发明专利拥有量", "总数", "40件左右", "target", 2020),
        ("高新技术企业", "总数", "1.5万家", "target", 2020),
    ],
    "RED_HEADER": [
        ("补贴", "发放", "100万元", "target", 2017),
        ("专项资金", "投入", "5,000万元", "target", 2017),
    ],
    "DECEMBER": [
        ("高新技术企业", "总数", "210家", "achieved", 2016),
        ("高新技术企业", "新增", "100家", "target", 2017),
        ("高新技术企业", "总数", "300家", "target", 2017),
        ("科技企业孵化器", "新增", "5家", "target", 2017),
        ("科技企业孵化器", "新增", "1家", "target", 2017),
        ("孵化面积", "新增", "10万平方米", "target", 2017),
    ],
    "THREE_YEARS": [
        ("高新技术企业", "总数", "800家", "target", 2020),
        ("高新技术企业", "净增", "300家", "target", 2020),
        ("众创空间", "新建", "5家", "target", 2018),
        ("研发经费支出占GDP比重", "提高", "0.1个百分点", "target", 2020),
        ("研发经费支出占GDP比重", "占比", "3%以上", "target", 2020),
        ("领军人才", "引进", "200名左右", "target", 2020),
    ],
    "COUNTY": [
        ("高新技术企业", "总数", "30家左右", "target", 2021),
        ("科技型中小企业", "总数", "50家", "target", 2021),
        ("人才", "引进", "10至15名", "target", 2021),
        ("院士专家工作站", "新建", "2个", "target", 2021),
        ("科技扶持资金", "投入", "2000万元", "target", 2021),
        ("技术合同成交额", "增长率", "20%以上", "target", 2021),
    ],
}


@pytest.mark.parametrize("name", HEADS)
def test_the_head_of_a_notice_in_another_layout(name: str) -> None:
    notice = understood(getattr(layouts, name))
    place = notice.place.full_name if notice.place else None
    found = (
        notice.title,
        notice.issuer,
        notice.document_number,
        notice.issued_on,
        notice.plan_years,
        place,
    )
    assert found == HEADS[name]


@pytest.mark.parametrize("name", FIGURES)
def test_the_figures_of_a_notice_in_another_layout(name: str) -> None:
    notice = understood(getattr(layouts, name))
    found = [(t.indicator, t.action, t.value, t.kind, t.target_year) for t in notice.targets]
    assert found == FIGURES[name]


def test_tasks_in_brackets_below_their_items() -> None:
    first, second = understood(layouts.DECEMBER).tasks
    assert first.responsible == ("区经济和科技促进局",)
    assert (first.supporting, first.due_on) == (("区财政局",), date(2017, 12, 31))
    assert (second.responsible, second.supporting) == (("区经济和科技促进局",), ("各镇街",))
    assert second.text.startswith("孵化器提质行动")


def test_a_gbk_file_gives_the_same_notice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(layouts.COUNTY.encode("gb18030"))
    assert understand(tmp_path / "a.txt", "n1").targets == understood(layouts.COUNTY).targets


def test_a_file_of_furniture_alone_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="only the web page"):
        understood("验证码\n首页\n发布机关：区科委")


def test_a_notice_without_a_title_is_called_after_its_file() -> None:
    text = "根据有关规定，现将全年工作安排如下，请认真执行。" * 4
    assert understand_text(text, "n", source="要点.txt", sha256="").title == "要点"


def test_a_notice_without_years_is_a_warning() -> None:
    assert any("year" in warning for warning in understood("普陀区科技奖励办法").warnings)


def same_stretch(notice: Notice) -> None:
    quoted = [(p.start, p.end, p.text) for p in notice.passages]
    quoted += [(t.start, t.end, t.quote) for t in (*notice.targets, *notice.tasks)]
    for start, end, text in quoted:
        assert notice.text[start:end] == text


@given(document())
def test_every_position_quotes_the_stored_text(text: str) -> None:
    notice = understood(text)
    assert notice.text == text
    same_stretch(notice)


@given(st.text(min_size=1, max_size=200))
def test_nothing_crashes_on_arbitrary_text(text: str) -> None:
    with contextlib.suppress(UnreadableFile):
        same_stretch(understood(text))


@given(document())
def test_understanding_is_the_same_twice(text: str) -> None:
    assert understood(text) == understood(text)


@pytest.mark.parametrize(
    "name", ["putuo-2016", "haishu-2017", "jiading-2018", "shanghai-2012", "hongkou-2015"]
)
def test_every_position_of_a_shipped_notice_quotes_its_text(name: str) -> None:
    same_stretch(shipped(name))
