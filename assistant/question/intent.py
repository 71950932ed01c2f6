"""What kind of answer a question asks for."""

import re
from typing import Literal

from assistant.answers.answer import AnswerKind, Language
from corpus.notice import Kind

Wanted = Literal["number", "who", "when", "where", "definition", "list", "how", "text"]

SMALL_TALK = re.compile(
    r"^\W*(?:你好|您好|嗨|哈喽|早上好|下午好|晚上好|谢谢|多谢|感谢|再见|好的|明白了|你是谁|你能做什么|你会什么|怎么用|帮助|"
    r"(?:你|这里|我)?(?:能|可以|会)(?:回答|问|做|帮我做)(?:些)?(?:什么|哪些)(?:问题|事)?|"
    r"what can (?:i|you) (?:ask|answer|do)|"
    r"hi|hello|hey|thanks|thank you|bye|ok|okay|help|who are you|what can you do)(?:你|您|啊|"
    r"呀|了|吗|there|so much|very much)*\W*$",
    re.IGNORECASE,
)
# Something to be done, which no notice answers whatever it says of trains or tickets.
ERRAND = re.compile(
    r"^\W*(?:请|麻烦)?你?(?:帮|给|替|为)我"
    r"(?:预?订|购?买|预?约|挂.{0,4}号|叫.{0,4}车|打.{0,4}(?:电话|车)|发.{0,4}(?:邮件|短信)|"
    r"提醒|播放|推荐.{0,12}(?:书|电影|电视剧|歌|餐厅|饭店|酒店|景点)|唱|画|讲.{0,3}(?:笑话|故事)|写一?[首封])|"
    r"^\W*(?:please\s+|can you\s+)?(?:book|buy|order|call|email|remind|play|sing)\b",
    re.IGNORECASE,
)
COMPARISON = re.compile(
    r"对比|比较|相比|差别|区别|异同|最[多高大少低]|(?:谁|哪\S{0,6})更|谁多|compar|versus|\bvs\b|"
    r"differ|highest|lowest|the most|largest",
    re.IGNORECASE,
)
TASKS = re.compile(
    r"责任单位|配合|负责(?!人)|牵头|(?:月|年)(?:底|末)?\s*(?:以|之)?前\S{0,8}(?:完成|做|落实)|完成时间|完成时限|由谁|截止|到期|"
    r"in charge|responsib|\bdeadline|\bdue\b|who leads|\btasks?\b",
    re.IGNORECASE,
)
COVERAGE = re.compile(
    r"(?:提到|涉及|谈到|写到|关于).{0,20}(?:的)?(?:全部|所有)(?:的)?(?:通知|文件)|"
    r"(?:which|what) of the (?:notices|districts|documents)|"
    r"的(?:区县?|县|城?市|省|地方|地区)(?:都|各)?(?:有|是)(?:哪|几|多少)|谁(?:没有?|未)提|"
    r"(?:哪|几|多少)(?:些|几个|个|一些)?(?:个)?(?:(?:区县|市辖区|区|县|城市|市|省)(?![级域民场块])|地方|地区|单位提出|文件|通知|份)|各(?:个)?(?:区|地|市|县)|"
    r"(?:which|what|how many)\s+(?:\w+\s+)?(?:districts?|cities|city|places?|counties|"
    r"provinces?|notices?|documents?|plans?)\b|each district",
    re.IGNORECASE,
)
LISTING = re.compile(
    r"(?:有|列出|列举|收录|包含|包括)\S{0,12}(?:哪些|几份|多少份|所有|全部)?\S{0,4}(?:文件|通知|文档|工作要点|实施方案)\S{0,4}$|"
    r"(?:哪些|几份|多少份)(?:文件|通知|文档)|(?:any|all) (?:of your )?notices|notices (?:from|of|for) |"
    r"(?:文件|通知|文档)(?:都|一共|共)?有(?:哪些|几份|"
    r"多少)|list\s+(?:all\s+)?(?:the\s+)?(?:notices|documents)|(?:which|what|"
    r"how many)\s+(?:notices|documents)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"多少|多[大高长远重]|几[个家项件名人份次户台亿万]|数量|总数|目标值|目标是(?:什么|多少)|指标|比重|增长率|"
    r"增速|金额|how many|how much|how (?:large|big|long|high)|what number|"
    r"\btargets?\b|figure|what percentage|what share|how (?:large|big|long|high)",
    re.IGNORECASE,
)
WHO = re.compile(
    r"谁|哪个(?:部门|单位|机构|局|委)|哪些(?:部门|单位)|哪家单位|\bwho\b|which (?:department|office|unit)",
    re.I,
)
WHEN = re.compile(
    r"什么时候|何时|哪天|哪一天|哪一?年(?!度?份?的?(?:通知|文件))|几月|什么时间|时限|"
    r"\bwhen\b|what date|(?:by|in) (?:what|which) year",
    re.IGNORECASE,
)
WHERE = re.compile(r"哪里|哪儿|何处|什么地方|地址|位置|\bwhere\b|address", re.IGNORECASE)
DEFINITION = re.compile(
    r"指什么|指的是|什么意思|是指|什么是|含义|定义|stand for|\bmean\b|meaning of", re.IGNORECASE
)
LIST = re.compile(
    r"哪些|哪几|有什么|包括什么|分别是|是什么|\bwhich\b|\bwhat are\b|\blist\b", re.IGNORECASE
)
HOW = re.compile(r"如何|怎么|怎样|\bhow\b", re.IGNORECASE)
ACHIEVED = re.compile(
    r"(?:完成|实现|达到|认定|新增|入选|引进|增加|建成|获得|授权|投入|培育)了|已经|实际|截至|现有|"
    r"现在有|achieved|actual|so far|completed",
    re.IGNORECASE,
)
TARGET = re.compile(
    r"目标|(?<![”」》])计划|要(?!求)|将|力争|打算|提出|安排|\btargets?\b|\bplan(?:s|ned)?\b|\bgoals?\b|\baims?\b",
    re.IGNORECASE,
)


def language_of(question: str) -> Language:
    """Return the language to answer in: English where most of the words are."""
    words = len(re.findall(r"[A-Za-z]{2,}", question))
    han = len(re.findall(r"[\u4e00-\u9fff]", question))
    return "en" if words >= 2 and words * 2 >= han else "zh"


ALL_FIGURES = re.compile(
    r"目标|指标|数字|\btargets?\b|\bfigures?\b|\bgoals?\b|\bnumbers?\b", re.IGNORECASE
)


def kind_of(question: str, places: int, has_topic: bool) -> AnswerKind:
    """Return the kind of answer, given how many places it names and whether it has a topic."""
    if SMALL_TALK.search(question):
        return "small_talk"
    if TASKS.search(question):
        return "tasks"
    if COMPARISON.search(question) or (places >= 2 and has_topic):
        return "comparison"
    if not has_topic and (LISTING.search(question) or ALL_FIGURES.search(question)):
        return "listing"
    return "coverage" if COVERAGE.search(question) else "lookup"


def asks_all_figures(question: str) -> bool:
    """Return whether a question without a topic asks for every figure there is."""
    return bool(ALL_FIGURES.search(question))


def asks_who(question: str) -> bool:
    """Return whether a question asks for a person or an office, whatever else it asks for."""
    return bool(WHO.search(question))


def wanted_by(question: str) -> Wanted:
    """Return what would answer the question: a number, who, when, a list, how, or text."""
    tests: tuple[tuple[re.Pattern[str], Wanted], ...] = (
        (NUMBER, "number"),
        (WHO, "who"),
        (WHEN, "when"),
        (WHERE, "where"),
        (DEFINITION, "definition"),
        (LIST, "list"),
        (HOW, "how"),
    )
    return next((wanted for pattern, wanted in tests if pattern.search(question)), "text")


def figure_kind(question: str) -> Kind | None:
    """Return whether targets or achieved figures are asked for; None for either."""
    if ACHIEVED.search(question):
        return "achieved"
    return "target" if TARGET.search(question) else None
