"""The words of a question that carry its subject, once the words of asking are taken away."""

import re

# Parts of speech that carry a subject (the tag set of jieba): nouns, verbs, adjectives, idioms,
# abbreviations and places of action; pronouns, numbers, particles, adverbs and prepositions do not.
CARRYING = ("n", "v", "a", "i", "j", "l", "s", "t", "eng")

# Words of those parts of speech that only ask, intend, or speak of notices as such.
NOUNS = ("n", "vn", "an", "j", "l")

# 会不会铺到 asks whether it will: 不会 is no word of it.
A_NOT_A = re.compile(r"([\u4e00-\u9fff]{1,2})不\1")

ASKING = frozenset(
    """
    措施 政策 举措 做法 办法 发布 印发 出台 有没有 出来 科技 要建 来办 请 请问
    告诉 想 想知道 知道 了解 查 查查 看看 介绍 说明 帮 帮忙 列出 列举 列 列出来
    逐条 注明 全部 所有 一共 共 总共 合计 收录 收 有 没有 没 无 是 要 会 能
    能够 可以 可 应 应该 应当 打算 准备 计划 安排 提出 提 提到 提及 涉及 谈到
    写到 写 设定 设 设立 制定 制订 规定 目标 指标 量化 数字 数据 数量 多大 大概
    大约 左右 具体 主要 相关 有关 关于 方面 内容 情况 要求 问题 工作要点 要点
    实施方案 方案 文件 通知 文档 工作 任务 科技工作 每年 全年 今年 当年 年内 年度
    年 期间 时候 时间 各自 分别 区 市 县 区县 各区 各地 地方 地区 单位 部门 下面
    里面 那边 这边 搞 做 办 弄 干 去 来 到 给 让 叫 用 说 算 跟 把 进行 知
    对比 相比 比较 区别 差别 差异 异同 不同 一样 高 低 多 少 大 小 好 人 事
    事情 东西 个 项 家 对 吗 呢 吧 支持不支持 今天 昨天 明天 现在 当时 那年 去年
    人数 户数 家数 件数 次数 人次 数额 金额 增幅 涨幅 降幅 幅度 比例 占比 实际 涨 比 上一年 上年 多长
    明年 前年 一条 每条 里 区里 市里 县里 省里 中 要点里 收录了 共收录 是不是 会不会
    """.split()  # noqa: SIM905 - a list of words is for reading
)
ENGLISH_ASKING = frozenset(
    """
    table differ difference compare compared unit units responsible responsibility charge build
    building built lead leads leading hello please a about act aim aims all an and any are area
    as at basically be been by can cities city companies company could did district districts do document
    documents does each enterprise enterprises figure figures for from get give goal goals has
    have how i in innovation is it its kind large list many me mention mentions more most much
    new notice notices number numbers of on or over percent percentage place plan planned plans
    provide quantitative say says scale science set sets shall share should show so some target
    targets technology tell than that the their them there there's they this to total under up
    was what when where which who whom why will with would year years you zone
    """.split()  # noqa: SIM905 - a list of words is for reading
)


def subject_of(question: str) -> str:
    """Return what is left of a Chinese question without its words of asking.

    Words that stand together stay together; the pieces are separated by spaces.
    """
    # Imported here because loading the dictionary costs a tenth of a second.
    import rjieba

    once = A_NOT_A.sub(r"\1", question)
    pieces = [word if _carries(word, tag) else " " for word, tag in rjieba.tag(once)]
    # A verb or noun of one character beside nothing else says little (多, 地), but 书 or 诗 is a thing.
    return " ".join("".join(pieces).split())


def nouns_in(text: str) -> list[str]:
    """Return the Chinese nouns of a text that carry a subject, verbal nouns included."""
    import rjieba

    return [
        word
        for word, tag in rjieba.tag(text)
        if tag.startswith(NOUNS) and len(word) > 1 and word not in ASKING and not word.isascii()
    ]


def _carries(word: str, tag: str) -> bool:
    long_enough = len(word) > 1 or tag == "n"
    return tag.startswith(CARRYING) and long_enough and word not in ASKING


def english_words(question: str) -> list[str]:
    """Return the English words of a question that carry its subject, in lower case."""
    found = re.findall(r"[A-Za-z][A-Za-z0-9&+-]+", question)
    return [word.lower() for word in found if word.lower() not in ENGLISH_ASKING]
