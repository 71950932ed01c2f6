"""What the page says, in Chinese and in English."""

from dataclasses import dataclass

from assistant.answers.answer import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the page in one language; as many examples in each."""

    language: Language
    title: str
    tagline: str
    conversation: str
    empty: str
    ask_here: str
    send: str
    restart: str
    try_these: str
    examples: tuple[str, ...]
    source: str
    choose: str
    no_source: str
    no_citation: str
    holdings: str
    no_notices: str
    error: str
    what_is_wrong: str
    category: str
    categories: tuple[tuple[str, str], ...]
    correction: str
    send_correction: str
    kept: str
    not_kept: str


CHINESE = Wording(
    language="zh",
    title="科问",
    tagline="回答政府科技通知里的问题：逐份查阅范围内的每一份通知，每句话都附原文出处。",
    conversation="对话",
    empty="问一个关于科技通知的问题，或点一个例子。\n没有依据的，会直说没有。",
    ask_here="输入问题，按回车发送",
    send="提问",
    restart="新对话",
    try_these="可以这样问",
    examples=(
        "2016–2018年哪些区提出了高新技术企业目标？",
        "普陀区2016年新增众创空间的目标是多少？",
        "虹口区2015年6月底前要完成哪些工作？",
        "海曙区2017年新认定高新技术企业多少家？",
        "徐汇区2016年高新技术企业目标是多少？",
        "which districts set 高新技术企业 targets in 2016–2018?",
    ),
    source="原文",
    choose="出处",
    no_source="回答里的 [1]、[2] 是出处。\n选中一个，这里显示通知原文，并标出引用的句子。",
    no_citation="这个回答没有引用通知原文。",
    holdings="已收录 {notices} 份通知",
    no_notices="还没有收录任何通知。",
    error="无法回答",
    what_is_wrong="哪里不对？应该怎样回答？",
    category="哪一类问题",
    categories=(
        ("数字不对", "wrong_figure"),
        ("地区或年份不对", "wrong_place"),
        ("出处不对", "wrong_citation"),
        ("有遗漏", "missing"),
        ("不该回答", "should_refuse"),
        ("该回答而没有回答", "should_answer"),
        ("其他", "other"),
    ),
    correction="写下正确的回答，可以不写",
    send_correction="提交",
    kept="已记下，谢谢。评价只存在这台电脑上。",
    not_kept="这一条没有回答可以评价。",
)

ENGLISH = Wording(
    language="en",
    title="kewen 科问",
    tagline="Answers from Chinese government science-and-technology notices: every notice in scope "
    "is examined, every sentence is cited.",
    conversation="Conversation",
    empty="Ask about the notices, or choose an example.\nWhere there is no evidence, it says so.",
    ask_here="Type a question and press Enter",
    send="Ask",
    restart="New conversation",
    try_these="For example",
    examples=(
        "which districts set 高新技术企业 targets in 2016–2018?",
        "How many new 众创空间 does Putuo plan in 2016?",
        "Which tasks is 区科委 responsible for in Hongkou?",
        "How many new 高新技术企业 in Haishu in 2017?",
        "What is the 高新技术企业 target of Xuhui in 2016?",
        "2016–2018年哪些区提出了高新技术企业目标？",
    ),
    source="Source",
    choose="Sources",
    no_source="[1], [2] in an answer are its sources.\nChoose one to read the notice here, "
    "with the cited sentence marked.",
    no_citation="This answer cites no notice.",
    holdings="{notices} notices",
    no_notices="There are no notices yet.",
    error="No answer",
    what_is_wrong="What is wrong? What would be right?",
    category="What kind of fault",
    categories=(
        ("wrong figure", "wrong_figure"),
        ("wrong place or year", "wrong_place"),
        ("wrong source", "wrong_citation"),
        ("something is missing", "missing"),
        ("should not have answered", "should_refuse"),
        ("should have answered", "should_answer"),
        ("other", "other"),
    ),
    correction="The right answer, if you know it",
    send_correction="Send",
    kept="Noted, thank you. What you say stays on this machine.",
    not_kept="There is no answer here to judge.",
)


def wording_for(language: str) -> Wording:
    """Return the words of a language; Chinese unless English is asked for."""
    return ENGLISH if language == "en" else CHINESE
