import pytest

from assistant.question.analysis import analyse
from assistant.question.intent import ERRAND


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("which districts set 高新技术企业 targets in 2016–2018?", "coverage"),
        ("2016–2018年哪些区提出了高新技术企业目标？", "coverage"),
        ("哪些文件提到科技金融风险池", "coverage"),
        ("普陀区和嘉定区的高新技术企业目标对比", "comparison"),
        ("哪个区的众创空间目标最多", "comparison"),
        ("区金融办负责哪些任务", "tasks"),
        ("虹口区6月底前要完成什么", "tasks"),
        ("who is responsible for the angel club?", "tasks"),
        ("2016年以前的文件有哪些", "listing"),
        ("list the notices", "listing"),
        ("普陀区2016年新增几家众创空间？", "lookup"),
        ("你好", "small_talk"),
        ("thanks!", "small_talk"),
    ],
)
def test_the_kind_of_answer(question, kind):
    assert analyse(question).kind == kind


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("技术合同成交额是多少", "number"),
        ("how many maker spaces", "number"),
        ("由谁牵头", "who"),
        ("什么时候完成", "when"),
        ("怎么做科普", "how"),
        ("介绍一下张江", "text"),
    ],
)
def test_what_is_wanted(question, wanted):
    assert analyse(question).wanted == wanted


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("which districts set 高新技术企业 targets in 2016–2018?", "en"),
        ("普陀区的GIS平台由谁建设？", "zh"),
        ("R&D投入强度", "zh"),
    ],
)
def test_the_language_of_the_answer(question, language):
    assert analyse(question).language == language


@pytest.mark.parametrize(
    ("question", "errand"),
    [
        ("帮我订一张明天从上海到宁波的高铁票", True),
        ("请帮我预约周三的门诊", True),
        ("麻烦你给我发一封邮件", True),
        ("Book a train to Ningbo", True),
        ("帮我找一下嘉定区的高新技术企业目标", False),
        ("订单农业有哪些政策", False),
        ("给我写出三个区的目标", False),
    ],
)
def test_an_errand_is_no_question_about_notices(question, errand):
    assert bool(ERRAND.match(question)) == errand
