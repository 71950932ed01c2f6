"""What the page says, in Chinese and in English."""

from dataclasses import dataclass

from assistant.answers.answer import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the page in one language."""

    language: Language
    title: str
    tagline: str
    talk: str
    explore: str
    notices: str
    empty: str
    ask_here: str
    send: str
    stop: str
    stopped: str
    waiting: str
    restart: str
    try_these: str
    go_on: str
    understood: str
    places: str
    year_from: str
    year_to: str
    indicators: str
    history: str
    search_history: str
    no_history: str
    forget: str
    take_markdown: str
    take_word: str
    nothing_to_take: str
    changed_since: str
    source: str
    choose: str
    no_source: str
    no_citation: str
    previous: str
    following: str
    copy_reference: str
    holdings: str
    theme: str
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
    talk="对话",
    explore="数据",
    notices="通知",
    empty="问一个关于科技通知的问题，或点一个例子。\n没有依据的，会直说没有。",
    ask_here="输入问题，按回车发送（按 / 回到这里）",
    send="提问",
    stop="停止",
    stopped="已停止，没有回答。",
    waiting="正在逐份查阅通知…",
    restart="新对话",
    try_these="可以这样问",
    go_on="接着可以问",
    understood="理解为",
    places="地区",
    year_from="年份",
    year_to="至",
    indicators="指标",
    history="历史对话",
    search_history="搜索问过的问题",
    no_history="还没有对话。问过的问题只存在这个浏览器里。",
    forget="删除这个对话",
    take_markdown="导出 Markdown",
    take_word="导出 Word",
    nothing_to_take="还没有可以导出的对话。",
    changed_since="通知在此之后有变动，以下按现在的通知重新回答。",
    source="原文",
    choose="出处",
    no_source="回答里的 [1]、[2] 是出处。\n选中一个，这里显示通知原文，并标出引用的句子。",
    no_citation="这个回答没有引用通知原文。",
    previous="← 上一处",
    following="下一处 →",
    copy_reference="复制出处",
    holdings="已收录 {notices} 份通知",
    theme="明暗切换",
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
    talk="Conversation",
    explore="Explore",
    notices="Notices",
    empty="Ask about the notices, or choose an example.\nWhere there is no evidence, it says so.",
    ask_here="Type a question and press Enter (/ brings you back here)",
    send="Ask",
    stop="Stop",
    stopped="Stopped; there is no answer.",
    waiting="Examining the notices one by one…",
    restart="New conversation",
    try_these="For example",
    go_on="You could go on with",
    understood="Understood as",
    places="Places",
    year_from="Years",
    year_to="to",
    indicators="Indicators",
    history="Conversations",
    search_history="Search your questions",
    no_history="No conversations yet. Your questions stay in this browser.",
    forget="Delete this conversation",
    take_markdown="Export Markdown",
    take_word="Export Word",
    nothing_to_take="There is no conversation to export yet.",
    changed_since="The notices have changed since; these answers are from the notices as they are now.",
    source="Source",
    choose="Sources",
    no_source="[1], [2] in an answer are its sources.\nChoose one to read the notice here, "
    "with the cited sentence marked.",
    no_citation="This answer cites no notice.",
    previous="← previous",
    following="next →",
    copy_reference="Copy reference",
    holdings="{notices} notices",
    theme="Light or dark",
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
