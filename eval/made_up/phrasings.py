"""How notices of the genre say things: indicators, and sentences that set, report or only mention them.

``{i}`` is the indicator in one of its written forms, ``{n}`` a number, ``{m}`` a larger one, ``{b}`` one
that only serves to compare, ``{u}`` the unit. They were collected from real reports and notices, not
from what the program reads.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is counted: its canonical name, how else it is written, its unit, and its usual size."""

    name: str
    written: tuple[str, ...]
    unit: str
    least: int
    most: int
    decimals: int = 0
    counted: bool = True


INDICATORS = (
    Indicator("高新技术企业", ("高新技术企业", "国家高新技术企业", "高企"), "家", 8, 900),
    Indicator("科技型中小企业", ("科技型中小企业", "科技中小企业"), "家", 10, 2000),
    Indicator("众创空间", ("众创空间", "创客空间"), "家", 2, 60),
    Indicator("科技企业孵化器", ("科技企业孵化器", "孵化器"), "家", 1, 40),
    Indicator("院士专家工作站", ("院士专家工作站", "院士工作站"), "家", 1, 30),
    Indicator("独角兽企业", ("独角兽企业",), "家", 1, 20),
    Indicator("技术合同成交额", ("技术合同成交额", "技术合同成交金额"), "亿元", 2, 300, 1, False),
    Indicator(
        "每万人口发明专利拥有量",
        ("每万人口发明专利拥有量", "万人发明专利拥有量"),
        "件",
        4,
        90,
        1,
        False,
    ),
    Indicator(
        "研发经费支出占GDP比重",
        ("研发经费支出占GDP比重", "全社会研发投入占GDP比重", "研发投入强度"),
        "%",
        1,
        6,
        2,
        False,
    ),
)

# Of things that are counted: so many more, and so many in all.
TARGETS_NEW = (
    "力争新认定{i}{n}{u}",
    "新增{i}{n}{u}以上",
    "全年新认定{i}{n}{u}",
    "确保新增{i}不少于{n}{u}",
    "力争全年净增{i}{n}{u}",
    "着力培育{n}{u}{i}",
    "计划新增{i}{n}{u}左右",
    "年内新培育{i}{n}{u}",
)
TARGETS_TOTAL = (
    "{i}总数达到{n}{u}",
    "{i}总数突破{n}{u}",
    "到年底，{i}累计达到{n}{u}",
    "{i}总量力争超过{n}{u}",
    "力争{i}达到{n}{u}以上",
    "{i}数量达到{n}{u}",
)
# Of things that are measured.
TARGETS_LEVEL = (
    "{i}达到{n}{u}",
    "{i}突破{n}{u}",
    "力争{i}达{n}{u}以上",
    "{i}提高到{n}{u}",
    "争取{i}达到{n}{u}左右",
)
# A list in which every figure has its own subject.
TARGETS_LISTED = "{a}、{b}分别达到{x}、{y}"
ACHIEVED_NEW = (
    "新认定{i}{n}{u}，总数达到{m}{u}",
    "{i}从{b}{u}增加到{n}{u}",
    "新增{i}{n}{u}",
    "累计培育{i}{n}{u}",
    "全年净增{i}{n}{u}",
)
ACHIEVED_LEVEL = ("{i}达到{n}{u}", "{i}达{n}{u}，位居全市前列", "实现{i}{n}{u}")
MENTIONS = (
    "鼓励企业积极申报{i}",
    "加大{i}培育力度",
    "落实{i}奖励政策",
    "完善{i}培育机制",
    "加强对{i}的指导和服务",
)
MENTIONS_LEVEL = ("不断提升{i}", "落实{i}统计监测制度", "推动{i}稳步提高")
# What is not the district's own, or not the indicator.
OTHERS = (
    "全市{i}目标为{n}{u}",
    "按照市委关于全市{i}达到{n}{u}的部署",
)
FILLERS = (
    "坚持稳中求进工作总基调，深入实施创新驱动发展战略",
    "健全部门协调机制，定期召开联席会议",
    "推进政务公开，提高服务水平",
    "组织开展科技活动周和科普讲座",
    "加强党风廉政建设，打造过硬队伍",
    "优化营商环境，落实减税降费政策",
    "推动产学研协同，促进成果就地转化",
    "完善项目管理办法，规范资金使用",
)
HEADINGS = (
    "培育创新主体",
    "建设创新平台",
    "集聚创新人才",
    "优化创新生态",
    "促进成果转化",
    "加强科技金融",
    "强化组织保障",
)
