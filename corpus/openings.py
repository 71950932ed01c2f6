"""Headings without a number that open a paragraph (加强科技创新主体培育。积极培育高新技术企业…).

Such an opening names what the paragraph is about: a verb and its object without a subject, or a
noun phrase among others like it. A sentence with a subject, a figure or a modal verb is a statement.
"""

import re
from collections.abc import Sequence

from corpus.neighbours import with_next
from corpus.sentences import Span, sentences

LONGEST = 32
SHORTEST_REST = 10
OPENING = re.compile(rf"([^。！？；;:：\n]{{4,{LONGEST}}})([。:：])")
# Words that open headings of official plans: verbs that are never nouns, and adverbs before verbs.
VERB_FIRST = re.compile(
    r"(?:加快|加强|加大|加速|加力|推进|推动|推广|提升|提高|提振|提质|提速|深化|深入|坚持|坚决|坚定|坚守|强化|强力|持续|促进|力促|着力|大力|"
    r"积极|实施|完善|全力|打造|打好|打响|打赢|打通|进一步|优化|优先|继续|扎实|切实|努力|健全|增强|统筹|培育|扩大|突出|巩固|构建|构筑|"
    r"办好|做好|做优|做强|做大|做实|做精|做活|抓|搞好|用好|管好|建好|建强|建立|建优|不断|狠抓|千方百计|激发|激活|防范|支持|落实|发挥|维护|"
    r"改善|改进|始终|壮大|稳步|稳妥|稳住|更大力度|更高水平|更深层次|更实举措|拓展|拓宽|筑牢|开展|严格|严守|严防|严厉|认真|加紧|"
    r"营造|夯实|确保|聚力|聚焦|集聚|汇聚|高标准|高水平|高质量|高效率|织密|织牢|守牢|守住|守好|充分|保持|纵深|有序|有效|有力|主动|"
    r"毫不|转变|多渠道|多措并举|丰富|增加|增创|高度重视|调整|精心|精准|探索|释放|注重|重视|塑造|奋力|致力|旗帜鲜明|持之以恒|扶持|实行|"
    r"传承|务求|创建|解决|恪守|用心|厚植|牢记|牢固|牢牢|铸牢|补齐|逐步|争创|争取|永葆|涵养|擦亮|挖掘|挖潜|鼓励|掀起|兜牢|兜住|"
    r"规范|采取|引领|引导|引育|引进|吸引|振兴|放大|倡导|弘扬|广泛|依托|贯彻|践行|盘活|搭建|理顺|简化|压实|压减|整治|抢抓|把握|"
    r"善用|妥善|合理|科学谋划|畅通|破解|破除|降低|补强|延伸|延长|扭住|紧盯|紧扣|紧抓|围绕|立足|瞄准|对标|树立|树牢|关爱|关心|"
    r"全面(?!小康)|系统推进|协同推进|整体推进|分层次|分类|大胆|勇于|敢于|力争|凝聚|倾力|尽力|繁荣|挺起|唱响|讲好|"
    r"守护|呵护|捍卫|谋划|编制|制定|组织|召开|举办|拉动|带动|撬动|满足|适应|顺应|把(?!握)|让|以(?![上下来前后及])|提供|改造|再造|高效|处理好|下大力|深谋|开展|构造|做活|整合|谋求|清理|查处|收紧|补足|增进|惠及|便利|护航|赋能|扮靓|擦亮|压缩|控制|治理|严打|化解|遏制)"
)
# Nouns as well: a subject where a predicate follows (建设步伐不断加快), a verb where none does.
VERB_OR_NOUN = re.compile(
    r"建设|发展|创新|改革|保障|服务(?!业)|管理|治理|规划|投资|消费|开放|合作|培训|宣传|监督|保护|招商|监管|完成|实现|启动|整合|普及"
)
PREDICATE = re.compile(
    r"不断|持续|进一步|明显|显著|稳步|扎实|更加|日益|逐步|大幅|有力|有效|深入|加速|蓬勃|快速|平稳|总体|基本|较快|成效|成绩|成果|取得|"
    r"得到|获得|迈[入上出向]|跃[上升]|再[上创]|呈现|跨[上越]|焕发|向好|有序|突破|(?:迸发|提速|加速|见效|回升|增长|显现|涌现|凸显|落地|升级|完善|巩固)$|加快$|提升$|增强$|改善$|提高$"
)
STATES = re.compile(
    r"了|是(?!否)|靠|在于|才能|事关|(?<![重主需必纲摘首紧次简])要(?![素求点件害闻塞道略务领])|我们|[我本](?:市|省|区|县|州|国|委|局)|必须|应当|应该|需要|可以|已经?(?!有)|如下|以下|包括|主要有"
)
FIGURE = re.compile(
    r"\d(?![^“《（(\n]{0,20}[”》）)])|[一二三四五六七八九十百千]{2,9}[家个项万亿]|百分之"
)
LONGEST_PARALLEL = 20
SHORTEST_PART = 40
PAUSE = re.compile("[，,]")
# Contacts, notes, questions and answers are no parts of a text.
ADDRESS = re.compile(r"(?:答|问|注|附|[^：:]{0,8}(?:联系|电话|传真|邮箱|地址|咨询|网址))")
ASIDE = re.compile(r"\s{0,4}[（(](?:责任|牵头|配合|完成|区|市|县)")


def opening(text: str, start: int, end: int) -> Span | None:
    """Return the heading that the words of a paragraph open with; None if they open with text.

    :param start: where the words begin, behind the marker if the paragraph has one.
    """
    match = _short_sentence(text, start, end)
    if not match:
        return None
    words = match[1].strip()
    if STATES.search(words) or FIGURE.search(words) or words.count("，") + words.count(",") > 2:
        return None
    if VERB_FIRST.match(words) or (VERB_OR_NOUN.match(words) and not PREDICATE.search(words, 2)):
        return Span(match.start(1), match.end(1))
    return None


def openings(text: str, start: int, end: int) -> list[Span]:
    """Return the openings of the parts of one paragraph: at least two, each with much behind it."""
    parts = (_opens_part(text, each, end) for each in sentences(text, start, end))
    kept = [
        span
        for span, after in with_next([span for span in parts if span])
        if (after.start if after else end) - span.end > SHORTEST_PART
    ]
    return kept if len(kept) > 1 else []


def _opens_part(text: str, sentence: Span, end: int) -> Span | None:
    span = opening(text, sentence.start, end) if text[sentence.end - 1] == "。" else None
    whole = span is not None and span.end == sentence.end - 1
    return span if span and whole and not PAUSE.search(text, *span) else None


def parallel(text: str, lines: Sequence[Span], index: int) -> Span | None:
    """Return the opening of a paragraph that is like the one above or below; None without such.

    :param lines: paragraphs that follow each other, of which that at `index` is meant.

    Neighbours are alike that end with the same stop and have equally many characters (组织保障。
    经费保障。), and those of which one opens with a verb and neither is a statement.
    """
    match = _named(text, lines[index])
    if not match:
        return None
    for other in (index - 1, index + 1):
        if 0 <= other < len(lines) and _is_alike(match, _named(text, lines[other])):
            return Span(match.start(1), match.end(1))
    return None


def _named(text: str, line: Span) -> re.Match[str] | None:
    """Return the short first sentence of a paragraph if it does not state anything."""
    match = _short_sentence(text, *line)
    if not match or len(match[1].strip()) > LONGEST_PARALLEL or ADDRESS.match(match[1].strip()):
        return None
    words = match[1].strip()
    stating = STATES.search(words) or FIGURE.search(words) or PREDICATE.search(words, 2)
    return None if stating or PAUSE.search(words) else match


def _is_alike(match: re.Match[str], other: re.Match[str] | None) -> bool:
    if other is None or match[2] != other[2]:
        return False
    same_length = len(match[1].strip()) == len(other[1].strip())
    return same_length or (match[2] == "。" and VERB_FIRST.match(other[1].strip()) is not None)


def _short_sentence(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the short first sentence of a paragraph that has more behind it."""
    match = OPENING.match(text, start, end)
    if not match or end - match.end() < SHORTEST_REST or ASIDE.match(text, match.end(), end):
        return None
    return match
