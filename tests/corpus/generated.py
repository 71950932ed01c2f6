"""Notices made by chance from a seed, and the encodings that a file may come in."""

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from opencc import OpenCC

PLACES = (
    "上海市", "普陀区", "虹口区", "嘉定区", "海曙区", "鄞州区", "亳州市", "儋州市", "濮阳县", "盱眙县",
    "乌鲁木齐市", "鄂尔多斯市", "浙江省", "广西壮族自治区", "雄安新区", "深圳市南山区", "邗江区", "砀山县",
)  # fmt: skip
ORGANS = (
    "科学技术委员会", "人民政府办公室", "科技局", "经济和信息化局", "发展和改革委员会", "财政局", "知识产权局",
)  # fmt: skip
PLANS = (
    "科技工作要点", "科技创新三年行动计划", "众创空间建设实施方案", "专利资助办法", "创新券管理办法",
    "高新技术企业培育方案", "农业农村现代化规划", "数字经济发展若干措施",
)  # fmt: skip
KINDS = ("通知", "通知", "意见", "公告", "通告", "批复", "函", "请示", "决定")
SENTENCES = (
    "力争新认定高新技术企业{n}家，培育科技小巨人企业{m}家。",
    "到{y}年，全社会研发经费支出占地区生产总值的比重达到{p}%。",
    "各街道、镇人民政府，区有关委、办、局：",
    "现将《{plan}》印发给你们，请认真按照执行。",
    "全年安排创新项目{n}项，落实支持资金{m}万元；",
    "（责任单位：{organ}，完成时间：{y}年6月底前）",
    "支持企业与高校院所共建“产学研”联合实验室——每家给予最高{n}万元补助……",
    "推进R&D投入，建设5G、AI、IoT等试点应用{m}个 (see http://kjj.example.gov.cn/a?id={n})。",
    "２０１６年，技术合同成交额增长１２．５％，专利授权量 {m},000 件。",
    "加强组织领导，落实工作责任，营造良好氛围。",
    "附件：1.{plan} 2.申报表.doc",
    "联系人：{name}，电话：021-{m}{n}88。",
    "① 众创空间 ② 孵化器 ③ 加速器；Ⅰ类、Ⅱ类设备温度不高于40℃。",
)
MARKERS = ("一、", "（一）", "1.", "第一条　", "　　", "")
NAMES = ("王建国", "李喆", "朱镕", "陈堃", "张赟", "欧阳玥", "龚翀", "冼韪", "闫旻")
# 䶮, 𠮷 and their like stand in names; GB 18030 needs four bytes for each, GBK has none.
RARE_NAMES = ("王㛃", "李𠮷", "刘䶮", "陈𬭎", "张𬀩", "㵟江", "赵𫖯", "孙㑊")
ASCII_LINES = (
    "<html><head><meta name='keywords' content='tech'><title>Notice</title></head>",
    "+--------+--------+\n| item   | target |\n| HNTE   | 120    |",
    "The district will certify 120 new high-tech enterprises by 2018 (see table 2).",
    "http://www.example.gov.cn/gk/art/2016/5/6/art_1229.html?from=index&page=1#top",
)
LINE_ENDS = ("\n", "\r\n", "\r", "\n\n", "\r\n\r\n")


@dataclass(frozen=True, slots=True)
class Encoding:
    """One way a file may be written: what its text holds, and its bytes."""

    name: str
    adapt: Callable[[str, Random], str]
    encode: Callable[[str], bytes]


def notice(random: Random, names: tuple[str, ...] = NAMES) -> str:
    """Return the text of a notice: one in ten is a word, one in five a title, or mostly ASCII."""
    kind = random.choice(KINDS)
    words = _words(random, names)
    title = f"{words['place']}{words['organ']}关于印发《{words['year']}年{words['plan']}》的{kind}"
    draw = random.random()
    if draw < 0.1:
        return random.choice(("通知", "公告", "意见", "工作要点", "实施方案", "管理办法"))
    if draw < 0.3:
        return random.choice((title, f"关于{words['plan']}的{kind}", f"{words['place']}{kind}"))
    lines = [title, *(_sentence(random, names) for _ in range(random.randint(1, 12)))]
    if draw < 0.5:
        lines = [*random.choices(ASCII_LINES, k=random.randint(5, 20)), *lines[:3]]
    lines += [words["place"] + words["organ"], f"{words['year']}年{random.randint(1, 12)}月6日"]
    return random.choice(LINE_ENDS).join(lines) + random.choice(("", "\n", "\r\n"))


def _words(random: Random, names: tuple[str, ...]) -> dict[str, str]:
    return {
        "place": random.choice(PLACES),
        "organ": random.choice(ORGANS),
        "plan": random.choice(PLANS),
        "name": random.choice(names),
        "year": str(random.randint(1998, 2026)),
    }


def _sentence(random: Random, names: tuple[str, ...]) -> str:
    figures = {"n": random.randint(2, 99), "m": random.randint(100, 999)}
    figures |= {"y": random.randint(2005, 2035), "p": random.randint(1, 50) / 10}
    sentence = random.choice(SENTENCES).format(**figures, **_words(random, names))
    return random.choice(MARKERS) + sentence


def _as_it_is(text: str, random: Random) -> str:
    return text


@lru_cache
def _converter(standard: str) -> OpenCC:
    return OpenCC(standard)


def _traditional(text: str, random: Random) -> str:
    return _converter(random.choice(("s2t", "s2tw", "s2hk"))).convert(text)


def _held_by(codec: str) -> Callable[[str, Random], str]:
    """Return what writes a text in traditional characters and leaves out what the codec lacks."""

    def adapt(text: str, random: Random) -> str:
        text = _traditional(text, random)
        return text.encode(codec, errors="ignore").decode(codec)

    return adapt


def _by(codec: str, mark: bytes = b"") -> Callable[[str], bytes]:
    return lambda text: mark + text.encode(codec)


ENCODINGS = (
    Encoding("utf-8", _as_it_is, _by("utf-8")),
    Encoding("utf-8 with mark", _as_it_is, _by("utf-8", codecs.BOM_UTF8)),
    Encoding("utf-8, traditional", _traditional, _by("utf-8")),
    Encoding("gbk", _as_it_is, _by("gbk")),
    Encoding("gbk, traditional", _held_by("gbk"), _by("gbk")),
    Encoding("gb18030", _as_it_is, _by("gb18030")),
    Encoding("gb18030 with rare names", _as_it_is, _by("gb18030")),
    Encoding("big5", _held_by("big5"), _by("big5")),
    Encoding("cp950", _held_by("cp950"), _by("cp950")),
    Encoding("big5hkscs", _held_by("big5hkscs"), _by("big5hkscs")),
    Encoding("utf-16-le", _as_it_is, _by("utf-16-le")),
    Encoding("utf-16-be", _as_it_is, _by("utf-16-be")),
    Encoding("utf-16-le with mark", _as_it_is, _by("utf-16-le", codecs.BOM_UTF16_LE)),
    Encoding("utf-16-be with mark", _as_it_is, _by("utf-16-be", codecs.BOM_UTF16_BE)),
    Encoding("utf-16-le, traditional", _traditional, _by("utf-16-le")),
    Encoding("utf-32-le", _as_it_is, _by("utf-32-le")),
    Encoding("utf-32-be with mark", _as_it_is, _by("utf-32-be", codecs.BOM_UTF32_BE)),
)


def files(encoding: Encoding, count: int, seed: int = 2016) -> Iterator[tuple[str, bytes]]:
    """Yield notices with the bytes of their files."""
    random = Random(f"{seed} {encoding.name}")
    names = RARE_NAMES if encoding.name.endswith("rare names") else NAMES
    for _ in range(count):
        text = encoding.adapt(notice(random, names), random)
        yield text, encoding.encode(text)
