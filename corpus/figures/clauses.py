"""A clause with quantities, taken apart: verb, noun phrase, bound, quantity.

An official clause puts the quantity after what is counted (新认定高新技术企业20家, 高新技术企业总数超过900家)
or before it (培育2家以上区级众创空间). The words around the quantity are of small closed classes — verbs of
policy, adverbs of time and intent, comparators — and what is left over is the noun phrase.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.figures.quantities import Quantity, comparator_before, quantities
from corpus.neighbours import with_next

# A verb of policy → the action it means for a count.
ACTIONS = {
    "新认定": "新认定", "认定": "新认定", "新增": "新增", "增加": "新增", "净增": "净增", "新建": "新建", "新设": "新建",
    "建成": "新建", "建设": "新建", "建立": "新建", "打造": "新建", "设立": "新建", "新培育": "培育", "培育扶持": "培育",
    "扶持培育": "培育", "培育": "培育", "扶持": "培育", "孵化": "培育", "引进": "引进", "引育": "引进", "集聚": "引进",
    "招引": "引进", "申报": "申报", "申请": "申报", "承接": "承接", "评选": "评选", "遴选出": "遴选", "遴选": "遴选",
    "筛选": "遴选", "备案": "备案", "新增备案": "新增", "组织": "组织", "开展": "开展", "举办": "开展", "实施": "实施", "安排": "投入",
    "投入": "投入", "落实": "投入", "设置": "新建", "完成": "完成", "实现": "实现", "取得": "实现", "走访": "走访",
    "总结": "总结", "转化": "转化", "推动": "推动", "推进": "推动", "支持": "支持", "服务": "服务", "发放": "发放",
    "储备": "储备", "运行": "运行", "突破": "总数", "保持": "总数", "拥有": "总数", "累计": "总数", "获得": "实现",
    "获批": "实现", "挂牌": "实现", "入库": "备案", "签订": "签订", "培训": "培训", "征集": "征集", "发展": "培育",
}  # fmt: skip
# Verbs that only mark the end of a noun phrase after a quantity.
CLOSING_VERBS = (
    "进行",
    "给予",
    "予以",
    "确立",
    "参加",
    "参与",
    "达到",
    "纳入",
    "完成",
    "开展",
    "实现",
    "通过",
    "享受",
)
INTENT = re.compile(
    r"^(?:全年|年内|今年|当年|本年|上半年|下半年|每年|每三年|力争|争取|预计|计划|确保|努力|积极|重点|着力|大力|加快|继续|进一步|"
    r"鼓励|引导|全市|全区|全县|我区|我市|本市|本区|其中|同时|到\d{4}年底?|\d{4}年|并|再|以|与|把|对|在|共|至少|试点|实现|使|力度|年均)+"
)
CHANGE = re.compile(
    r"(?P<base>比上年|比去年|较上年|较去年|比\d{4}年|同比|环比|年均)?(?:的)?"
    r"(?P<verb>增长|提高|提升|增加|上升|增|下降|降低|减少)(?P<to>到|至|为)?"
    r"(?:不低于|不少于|超过|达到?|约|近)?$"
)
LEVEL = re.compile(
    r"(?:的)?(?:分别|均|各|将|已)*(?:达到|达|为|是|保持在|稳定在|控制在|突破|超过|不低于|不少于|约|近|有|在|至|到|至少|超|逾)*$"
)
COUNT_NOUN = re.compile(r"(?:总数量?|总量|数量|家数|保有量|存量|总数|数)(?:力争|累计|要|将)*$")
NOMINALISED = re.compile(r"(?:建设|培育|认定|工作|任务|培育工作|以上)$")
LONGEST_PHRASE = 24
# A verb that is part of a noun is none: 研发投入, 科技服务业, 支持资金.
VERB_IN_NOUN = re.compile(
    r"(?:研发|经费|资金)投入|投入强度|(?:公共|技术|科技|信息|创新)服务|服务(?:业|平台|机构)|发展水平|申[请报]量|"
    r"成果转化|转化率|(?:发展|支持|扶持)资金|建设用地|拥有量"
)
MARKER = re.compile(
    r"^\s*(?:\d{1,2}[.、．](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)\s*"
)
LISTED = re.compile(r"[、和及与并]|以及")
CLAUSE = re.compile(r"(?:\d[,，]\d{3}(?!\d)|[^，,；;：:。！？\n])+")


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity of a clause with what it counts; positions are offsets into the statement."""

    quantity: Quantity
    phrase: str
    action: str
    comparator_text: str
    start: int
    end: int


def figures(statement: str) -> list[Figure]:
    """Return the figures of a statement in order."""
    found: list[Figure] = []
    subject = ""
    for match in CLAUSE.finditer(statement):
        clause = match.group()
        if not found and (marker := MARKER.match(clause)):
            clause = " " * marker.end() + clause[marker.end() :]
        verb = ""
        items = list(_items(clause))
        phrases = _distributed(clause, items)
        for index, (left, quantity, right) in enumerate(items):
            figure = _figure(left, quantity, right, phrases.get(index, subject), verb)
            if figure is None:
                continue
            verb = figure.action
            subject = figure.phrase
            found.append(_at(figure, match.start(), clause))
        if not items:
            subject = _last_phrase(clause)
    return found


def _at(figure: Figure, offset: int, clause: str) -> Figure:
    stripped = clause.strip()
    start = offset + clause.index(stripped)
    return Figure(
        figure.quantity, figure.phrase, figure.action, figure.comparator_text, start, start + len(stripped)
    )  # fmt: skip


def _items(clause: str) -> Iterator[tuple[str, Quantity, str]]:
    """Yield each quantity with the words before it and after it that are its own."""
    found = quantities(clause)
    begin = 0
    for quantity, following in with_next(found):
        end = len(clause)
        if following:
            mark = LISTED.search(clause, quantity.end, following.start)
            end = mark.start() if mark else quantity.end
        yield clause[begin : quantity.start], quantity, clause[quantity.end : end]
        begin = end


def _distributed(clause: str, items: list[tuple[str, Quantity, str]]) -> dict[int, str]:
    """Return the phrases of A、B、C分别达到1家、2家、3家 by the index of their quantity."""
    before, mark, _ = clause.partition("分别")
    if not mark or len(items) < 2:
        return {}
    phrases = [_stripped(part) for part in LISTED.split(before)]
    if len(phrases) < len(items):
        return {}
    return dict(enumerate(phrases[-len(items) :]))


def _figure(left: str, quantity: Quantity, right: str, subject: str, carried: str) -> Figure | None:
    left = LISTED.sub("", left, count=1) if LISTED.match(left) else left
    comparator, word = comparator_before(left.rstrip())
    intent = "力争" if "力争" in left else "争取" if "争取" in left else ""
    text = quantity.comparator_text or word or intent
    phrase, action = _phrase_before(left, quantity)
    if not phrase and right and not right.startswith("的") and not left.rstrip().endswith("的"):
        phrase = _phrase_after(right)
    elif left.rstrip().endswith("的"):
        return None
    if "分别" in left or not phrase:
        phrase = subject
    if not phrase or right.startswith("的"):
        return None
    action = action or carried or ("总数" if comparator or word else "数量")
    return Figure(quantity, phrase, action, text, 0, 0)


def _phrase_before(left: str, quantity: Quantity) -> tuple[str, str]:
    """Return the noun phrase that ends before the quantity, and the action; either may be empty."""
    change = CHANGE.search(left.rstrip())
    if change and quantity.unit in ("%", "个百分点", "百分点", "倍", "成"):
        return _stripped(left[: change.start()]), _change_action(change, quantity)
    level = LEVEL.search(left.rstrip())
    head = left.rstrip()[: level.start()] if level else left.rstrip()
    change = CHANGE.search(head)
    if change:
        head = head[: change.start()]
    count = COUNT_NOUN.search(head)
    if count:
        return _stripped(_after_verb(head[: count.start()])[0]), "总数"
    phrase, verb = _after_verb(head)
    action = ACTIONS.get(verb, "")
    if not action and level and level.group():
        action = "占比" if quantity.unit == "%" else "总数"
    return _stripped(phrase), action


def _change_action(change: re.Match[str], quantity: Quantity) -> str:
    if change["to"]:
        return "占比"
    falls = change["verb"] in ("下降", "降低", "减少")
    if "百分点" in quantity.unit:
        return "下降" if falls else "提高"
    return "下降率" if falls else "增长率"


def _after_verb(words: str) -> tuple[str, str]:
    """Return what follows the last verb of policy, and the verb; all of it if there is none."""
    best_end, best = 0, ""
    for verb in ACTIONS:
        at = words.rfind(verb)
        end = at + len(verb)
        if at >= 0 and (end > best_end or (end == best_end and len(verb) > len(best))):
            if not _is_noun_here(words, at, end):
                best_end, best = end, verb
    return words[best_end:], best


def _is_noun_here(words: str, start: int, end: int) -> bool:
    """Return whether the verb is part of a noun: 研发投入, 技术服务, 科技创新服务平台."""
    return bool(VERB_IN_NOUN.search(words[max(0, start - 2) : end + 2])) or _in_brackets(
        words, start
    )


def _in_brackets(words: str, at: int) -> bool:
    return bool(re.search(r"[（(][^）)]*$", words[:at]) and re.match(r"[^（(]*[）)]", words[at:]))


def _phrase_after(right: str) -> str:
    """Return the noun phrase that follows the quantity."""
    phrase = right.strip()
    cuts = [at for verb in CLOSING_VERBS if (at := phrase.find(verb)) > 0]
    phrase = phrase[: min(cuts, default=len(phrase))]
    phrase = re.split(r"[（(](?:责任|配合|牵头)", phrase)[0]
    shorter = NOMINALISED.sub("", phrase)
    phrase = shorter if len(shorter) >= 2 else phrase
    if len(phrase) > LONGEST_PHRASE and "的" in phrase:
        phrase = phrase.rsplit("的", 1)[1]
    return phrase.strip(" \u3000的") if len(phrase) <= 2 * LONGEST_PHRASE else ""


def _stripped(phrase: str) -> str:
    stripped = INTENT.sub("", phrase.strip(" \u3000、"))
    stripped = re.sub(r"^(?:的|各类|各级各类)", "", stripped).strip(" \u3000的、")
    if len(stripped) > LONGEST_PHRASE and "的" in stripped:
        stripped = stripped.rsplit("的", 1)[1]
    return stripped if 2 <= len(stripped) <= 2 * LONGEST_PHRASE else ""


def _last_phrase(clause: str) -> str:
    """Return what a clause without a figure speaks of, for the one after it: …项目稳中有升，力争600项."""
    phrase = _after_verb(clause)[0].rsplit("等", 1)[-1]
    return _stripped(re.sub(r"(?:稳中有升|稳步增长|持续增长|取得\S*|不断\S*)$", "", phrase))
