"""Follow-up questions: what the last question said and this one leaves out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.question.content import subject_of
from assistant.question.parts import blanked, named_terms, parts_of
from assistant.question.places import in_context, places_asked
from assistant.question.years import years_asked
from assistant.settings import MAX_HISTORY, MAX_QUESTION
from corpus.errors import UsageError
from corpus.scripts import simplified

Turn = Mapping[str, str]

# 不是这个，我问的是总数: the last question again, with what is said now.
CORRECTION = re.compile(
    r"^(?:不对|不是(?:这个|这样|的)?|错了|我(?:问的|说的|想问的?|要的)(?:不)?是|no\b|not that|i meant|i asked)"
)
CORRECTED = re.compile(
    r"^(?:不对|不是(?:这个|这样|的)?|错了)?[，,。\s]*(?:我)?(?:问的|说的|想问的?|要的)?是?|"
    r"^(?:no|not that)?[,.\s]*i (?:meant|asked(?: for)?)\s*(?:the )?",
    re.IGNORECASE,
)
FOLLOW_UP = re.compile(
    r"^(?:那|那么|还有|它|他们|她|它们|这个|这些|其中|换成|再看|同样|and\b|only\b|just\b|what about|"
    r"how about|then\b|it\b|they\b)|呢[？?]?$|^(?:谁|哪个部门|由谁|什么时候|为什么)",
    re.IGNORECASE,
)
# All the places talked about, not only the last.
ALL_OF_THEM = re.compile(
    r"它们|他们|(?:这|那)(?:几|两|三|些)个?(?:区|县|市|地方|城市)|两者|三者|\b(?:they|them|both|all of them)\b",
    re.IGNORECASE,
)
SHORT = 14
ASPECTS = frozenset(
    """
    负责 配合 牵头 完成 责任 责任单位 项目数 项目 金额 数额 期限 时限 总数 总量 增长率 增速 依据
    原文 出处 单位配合
    """.split()  # noqa: SIM905 - a list of words is for reading
)
ACTION = re.compile(
    r"(?:计划|要|将|拟)*(?:新认定|新增|净增|新建|培育|引进|评选|遴选|筛选|走访|承接|申报)(?:的)?(?:多少|几)?[家个项件户]?"
)
ONLY_DOING = re.compile(
    r"(?:实际|一共|总共|同比|上年|去年|今年|新增|新认定|新建|净增|增加|增长|减少|下降|提高|涨|降|完成|达到|实现|引进|投入|培育|建成)+"
)
ACHIEVED = re.compile(r"实际|完成了|实现了|达到了|新增了|增加了|引进了")
# What a question about a goal says that one about what came of it does not.
AHEAD = re.compile(r"(?:计划|打算|准备|力争|拟|将)*要?(?=新增|新认定|培育|引进|建)|的?目标")
WORDS_OF_FOLLOWING = re.compile(
    r"^(?:那么|那|还有|再看|换成|and|only|just|what about|how about|then)\s*|(?:的)?呢[？?]?$|[？?。.]$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question that can be understood alone; `carried_years` if its years are the last one's."""

    question: str
    carried_years: bool = False


def standalone(question: str, history: Sequence[Turn] = ()) -> Standalone:
    """Return the question with the places, years and terms it takes over from the one before.

    :raises UsageError: if a turn has no role and content.
    """
    earlier = _questions(history)
    asked = simplified(question)
    if not earlier and CORRECTION.search(asked.lower()):
        # There is nothing to correct; what is asked is asked for the first time.
        return Standalone(CORRECTED.sub("", asked, count=1) or question)
    if not earlier or not _is_follow_up(asked):
        return Standalone(question)
    previous = ""
    for turn in earlier:
        previous = _merged(turn, previous) if previous and _is_follow_up(turn) else turn
    if ALL_OF_THEM.search(asked) and not places_asked(asked):
        previous = _of_all_places(previous, earlier)
    merged = _merged(asked, previous)[:MAX_QUESTION]
    return Standalone(merged, carried_years=years_asked(asked) is None)


def _of_all_places(previous: str, earlier: Sequence[str]) -> str:
    """Return the last question, asked of every place that the questions so far have named."""
    names = dict.fromkeys(turn[p.start : p.end] for turn in earlier for p in places_asked(turn))
    if len(names) < 2:
        return previous
    spans = [(place.start, place.end) for place in places_asked(previous)]
    return _replaced(previous, spans, "、".join(names)) if spans else previous


def _questions(history: Sequence[Turn]) -> list[str]:
    for turn in history:
        if (
            not isinstance(turn, Mapping)
            or not isinstance(turn.get("content"), str)
            or "role" not in turn
        ):
            raise UsageError(
                f'A turn of the history is {turn!r:.80}. Give {{"role": "user", "content": "…"}}.'
            )
    return [
        simplified(turn["content"]) for turn in history[-MAX_HISTORY:] if turn["role"] == "user"
    ]


def _is_follow_up(question: str) -> bool:
    question = question.strip()
    if FOLLOW_UP.search(question) or CORRECTION.search(question.lower()):
        return True
    if ALL_OF_THEM.search(question) and not places_asked(question):
        return True
    if len(question) > SHORT:
        return False
    parts = parts_of(question)
    asked = subject_of(blanked(question, parts.spans)).split()
    # A place, a year or an indicator alone, or a side of the matter alone (谁配合, 项目数是多少),
    # continues the last question.
    if all(word in ASPECTS for word in asked) and bool(parts.spans or asked):
        return True
    # What is done, and nothing that it is done to: 实际新增了多少？ 比上一年涨了多少？
    return not (parts.places or parts.terms) and all(ONLY_DOING.fullmatch(word) for word in asked)


def _merged(question: str, previous: str) -> str:
    """Put what the new question names in the place of what the last one named."""
    if CORRECTION.search(question.lower()):
        question = CORRECTED.sub("", question, count=1)
    new_terms, new_places, new_years = (
        _term_spans(question),
        places_asked(question),
        years_asked(question),
    )
    if not (new_terms or new_places or new_years):
        return f"{_without_asking(previous)}{WORDS_OF_FOLLOWING.sub('', question)}？"
    merged = AHEAD.sub("实际", previous, count=1) if ACHIEVED.search(question) else previous
    if new_terms:
        start, end = new_terms[0]
        merged = _replaced(merged, _term_spans(merged), question[start:end])
        # What was asked of the old indicator (新增多少家) is not asked of the new one.
        merged = ACTION.sub("", merged)
    if new_years:
        years = years_asked(merged)
        merged = _replaced(
            merged,
            years.spans if years else (),
            question[new_years.start : new_years.end],
        )
    if new_places:
        # 普陀区 after a question about 舟山市 is that of 舟山市.
        names = "、".join(in_context(question[p.start : p.end], merged) for p in new_places)
        merged = _replaced(merged, [(p.start, p.end) for p in places_asked(merged)], names)
    return merged


def _without_asking(previous: str) -> str:
    return re.sub(r"(?:的)?(?:目标)?(?:是多少|有多少|多少\w?|是什么)?[？?。.]?$", "", previous)


def _replaced(text: str, spans: Sequence[tuple[int, int]], new: str) -> str:
    """Put the new words where the first of the old stood and drop the others; at the front if none."""
    if not spans:
        return f"{text.rstrip('?？')} {new}?" if text.isascii() or new.isascii() else new + text
    kept = text
    for start, end in sorted(spans, reverse=True)[:-1]:
        kept = kept[:start].rstrip("和与、及") + kept[end:]
    start, end = min(spans)
    return kept[:start] + new + kept[end:]


def _term_spans(question: str) -> list[tuple[int, int]]:
    return [(mention.start, mention.end) for mention in named_terms(question)]
