"""Everything the page says of itself, in Chinese and in English.

A name ends in what it is for; a text may hold fields in braces, the same in both languages.
"""

from typing import NamedTuple

from assistant.faces.rendering.escaping import Html, element, joined


class Wording(NamedTuple):
    """The same in both languages."""

    zh: str
    en: str

    def filled(self, **values: object) -> "Wording":
        """Return the texts with their fields filled in."""
        return Wording(self.zh.format(**values), self.en.format(**values))

    def html(self) -> Html:
        """Return both, of which the page shows one."""
        chinese = element("span", self.zh, class_="zh", lang="zh-CN")
        return joined([chinese, element("span", self.en, class_="en", lang="en")])


def both(name: str, **values: object) -> Html:
    """Return a text of the page in both languages."""
    return TEXTS[name].filled(**values).html()


TEXTS = {
    "title": Wording("评测报告", "Evaluation report"),
    "asked": Wording(
        "用问题集 {questions} 的 {count} 个问题提问，逐题与人工写下的标准答案核对。",
        "The {count} questions of {questions} were asked, and each answer was held against one "
        "that a person wrote down.",
    ),
    "said_right": Wording(
        "{right} 题答对，占 {share}（95% 区间 {low}–{high}）。",
        "{right} were answered rightly, {share} (95% interval {low} to {high}).",
    ),
    "said_flawed": Wording(
        "其中 {flawed} 题的行或出处有欠缺。",
        "In {flawed} of these something is amiss in rows or citations.",
    ),
    "said_wrong": Wording("{wrong} 题答错。", "{wrong} were answered wrongly."),
    "said_refused": Wording(
        "{count} 个没有答案的问题里，{answered} 个本该拒答却作了回答。",
        "Of {count} questions without an answer in the notices, {answered} were answered all the same.",
    ),
    "said_refusing": Wording(
        "{count} 个有答案的问题里，{refused} 个被误拒。",
        "Of {count} questions with an answer, {refused} were refused.",
    ),
    "said_verbatim": Wording(
        "引用与原文逐字一致的比例：{share}。",
        "Citations that read word for word as the notice: {share}.",
    ),
    "gate_passed": Wording("达到门槛", "Gate passed"),
    "gate_missed": Wording("未达门槛：{misses}", "Gate missed: {misses}"),
    "about": Wording("测的是什么", "What was evaluated"),
    "measures": Wording("各项指标", "Measures"),
    "measure": Wording("指标", "Measure"),
    "mean": Wording("均值", "Mean"),
    "interval": Wording("95% 区间", "95% interval"),
    "number": Wording("题数", "Questions"),
    "meaning": Wording("含义", "What it means"),
    "by_type": Wording("按题型", "By type of question"),
    "type": Wording("题型", "Type"),
    "latency": Wording("耗时", "Time to answer"),
    "latency_line": Wording(
        "中位数 {p50} 毫秒，99% 的问题在 {p99} 毫秒以内。",
        "Half of the answers took at most {p50} ms, 99 of 100 at most {p99} ms.",
    ),
    "latency_axis": Wording("毫秒（对数刻度）", "milliseconds (logarithmic)"),
    "calibration": Wording("把握与对错", "Confidence and correctness"),
    "calibration_line": Wording(
        "把握程度与答对比例平均相差 {error}；Brier 分数 {brier}。点在斜线上为恰当，在下方为过于自信。",
        "Confidence and the share that is right differ by {error} on average; Brier score {brier}. "
        "A point on the line is as sure as it is right, one below it is too sure.",
    ),
    "confidence": Wording("把握", "confidence"),
    "share_right": Wording("答对比例", "share right"),
    "ranks": Wording("标准段落排在第几位", "Where the passage was found"),
    "ranks_line": Wording(
        "检索结果中第一个含标准原文的段落的名次。",
        "The rank of the first passage that holds the words the answer rests on.",
    ),
    "not_found": Wording("未检出", "not found"),
    "accuracy_by_type": Wording("各题型答对比例", "Share right by type"),
    "wrong": Wording("错在哪里", "What went wrong"),
    "count": Wording("题数", "Questions"),
    "which": Wording("哪些题", "Which"),
    "none_wrong": Wording("没有答错的问题。", "No question was answered wrongly."),
    "against": Wording("与上一次相比", "Against the earlier run"),
    "against_line": Wording(
        "两次共有 {count} 题：{better} 题由错转对，{worse} 题由对转错，{moved} 题对错不变而行或出处有变。",
        "{count} questions in both runs: {better} turned right, {worse} turned wrong, {moved} are as "
        "right as before with other rows or citations.",
    ),
    "before": Wording("上一次", "Before"),
    "after": Wording("这一次", "Now"),
    "difference": Wording("变化", "Change"),
    "p_value": Wording("p 值", "p"),
    "p_meaning": Wording(
        "p 值：把两次结果逐题随机互换，出现这么大差别的可能性。",
        "p: how often swapping the two runs at random, question by question, differs as much.",
    ),
    "turned_right": Wording("由错转对", "Turned right"),
    "turned_wrong": Wording("由对转错", "Turned wrong"),
    "moved": Wording("对错不变，行或出处有变", "As right as before, other rows or citations"),
    "regolded": Wording(
        "{count} 题的标准答案已改，未比较。",
        "{count} questions were left out: their gold has changed.",
    ),
    "unkept": Wording("上一次的回答没有保存。", "The earlier answer was not kept."),
    "questions": Wording("逐题", "Every question"),
    "all": Wording("全部", "All"),
    "right_verdict": Wording("对", "Right"),
    "flawed_verdict": Wording("对，有欠缺", "Right, with faults"),
    "wrong_verdict": Wording("错", "Wrong"),
    "history": Wording("此前的对话", "Earlier in the conversation"),
    "answer": Wording("回答", "Answer"),
    "gold": Wording("标准答案", "What a right answer says"),
    "contains": Wording("应说出", "It says"),
    "excludes": Wording("不应说", "It does not say"),
    "rows": Wording("应有的行", "Rows"),
    "refused": Wording("应拒答：{reasons}", "It is refused: {reasons}"),
    "quotes": Wording("依据的原文", "Words it rests on"),
    "met": Wording("已引用", "cited"),
    "unmet": Wording("未引用", "not cited"),
    "citations": Wording("引用", "Citations"),
    "at_gold": Wording("与标准一致", "at the gold"),
    "elsewhere": Wording("标准以外", "elsewhere"),
    "no_answer": Wording("没有回答：{error}", "No answer: {error}"),
    "unsaid": Wording("没有说出：{what}", "Not said: {what}"),
    "forbidden": Wording("说了不该说的：{what}", "Says what it must not: {what}"),
    "rank": Wording("标准段落排第 {rank}", "its passage was found at rank {rank}"),
    "no_rank": Wording("标准段落不在前十", "its passage is not among the first ten"),
    "optional": Wording("可有可无", "optional"),
    "faults": Wording("没有用上的行", "Lines that were left out"),
    "scores": Wording("分数", "Scores"),
    "folded": Wording(
        "另有 {count} 题答对，为保持页面轻快未逐题列出，见 answers.jsonl。",
        "{count} more right answers are in answers.jsonl, to keep the page light.",
    ),
    "how": Wording(
        "区间由 2,000 次自助抽样得出。标准答案、分数与回答见同一文件夹的 answers.jsonl。",
        "Intervals are from 2,000 bootstrap samples. Answers and scores are in answers.jsonl beside "
        "this page.",
    ),
}

FAILURES = {
    "error": Wording("提问出错", "Asking failed"),
    "false_answer": Wording(
        "不该答而答：通知里没有，却给出了回答",
        "Answered though the notices do not say it",
    ),
    "not_retrieved": Wording(
        "没有检出：含答案的段落不在前十",
        "Not retrieved: the passage is not among the first ten",
    ),
    "false_refusal": Wording("误拒：段落已检出，却说没有", "Refused, though the passage was found"),
    "not_chosen": Wording(
        "检出而未选用：引用了别处", "Retrieved but not chosen: another sentence is cited"
    ),
    "figure_misread": Wording(
        "数字读错：引用正确，数字不对",
        "Figure misread: the right sentence is cited, the figure is not said",
    ),
    "not_said": Wording("没有说全", "Part of the answer is not said"),
    "wrong_claim": Wording("说了不该说的", "It says what it must not"),
    "wrong_rows": Wording("表格的行有缺或有误", "Rows are missing or wrong"),
    "wrong_citations": Wording(
        "出处有缺或不在标准之内", "Citations are missing or not at the gold"
    ),
    "wrong_reason": Wording("拒答的理由不对", "Refused for another reason"),
}

MEANINGS = {
    "answer_accuracy": Wording(
        "回答说出了该说的、没有说不该说的；没有答案的问题则是拒答",
        "it says what it must and nothing it must not; without an answer in the notices, it refuses",
    ),
    "citation_precision": Wording(
        "引用中落在标准原文上、或出自标准通知并说出所问的比例",
        "citations at the gold, or from its notice and saying what is asked",
    ),
    "citation_recall": Wording("标准原文被引用的比例", "gold quotes that are cited"),
    "citation_support": Wording(
        "句中的数字与引文都出自所引原文的比例",
        "sentences whose numbers and quotations stand in what they cite",
    ),
    "citation_verbatim": Wording(
        "引用与原文该位置逐字一致的比例", "citations that read as the notice does at their offsets"
    ),
    "row_precision": Wording("列出的行中正确的比例", "rows shown that are right"),
    "row_recall": Wording("应有的行被列出的比例", "rows wanted that are shown"),
    "row_f1": Wording("上两项的调和平均", "harmonic mean of the two"),
    "row_exact": Wording("行全部正确的题的比例", "questions whose rows are all right"),
    "false_answer_rate": Wording(
        "没有答案却作了回答的比例，越低越好",
        "unanswerable questions that were answered; lower is better",
    ),
    "false_refusal_rate": Wording(
        "有答案却拒答的比例，越低越好", "answerable questions that were refused; lower is better"
    ),
    "reason_accuracy": Wording("拒答理由正确的比例", "refusals for the right reason"),
    "follow_up_accuracy": Wording("追问答对的比例", "questions with a history that are right"),
    "ndcg_at_10": Wording("前十段落的排序质量", "how high the right passages stand among ten"),
    "mrr_at_10": Wording("第一个正确段落名次的倒数", "one over the rank of the first right one"),
    "recall_at_1": Wording("正确段落排在第一的比例", "right passages found first"),
    "recall_at_5": Wording("正确段落在前五的比例", "right passages among five"),
    "recall_at_10": Wording("正确段落在前十的比例", "right passages among ten"),
    "judged_at_10": Wording("前十段落中有人工判定的比例", "passages among ten that were judged"),
}

NAMES = {
    "answer_accuracy": "答对比例",
    "citation_precision": "引用准确率",
    "citation_recall": "引用召回率",
    "citation_support": "引用支撑句子",
    "citation_verbatim": "引用逐字一致",
    "row_precision": "行准确率",
    "row_recall": "行召回率",
    "row_f1": "行 F1",
    "row_exact": "行全对",
    "false_answer_rate": "误答率",
    "false_refusal_rate": "误拒率",
    "reason_accuracy": "拒答理由正确",
    "follow_up_accuracy": "追问答对",
}

TYPES = {
    "lookup": "查数",
    "paraphrase": "换个说法",
    "coverage": "哪些地区",
    "comparison": "比较",
    "tasks": "任务",
    "listing": "列举",
    "follow-up": "追问",
    "english": "英文",
    "mixed": "中英混合",
    "unanswerable": "没有答案",
    "adversarial": "误导",
}

ABOUT = {
    "questions": Wording("问题集", "Question set"),
    "sample": Wording("抽样", "Sample"),
    "kewen": Wording("kewen 版本", "kewen version"),
    "encoder": Wording("编码模型", "Encoder"),
    "notices": Wording("通知", "Notices"),
    "passages": Wording("段落", "Passages"),
    "index": Wording("索引", "Index"),
}
