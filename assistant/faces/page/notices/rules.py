"""By which rule a field of a notice was read, in the words of a reader.

The rules of `corpus/metadata` name themselves in a few words of English; each of them is said here.
"""

import re
from collections.abc import Mapping

from assistant.answers.answer import Language
from corpus.correction import BY_HAND

RULES: Mapping[str, tuple[str, str]] = {
    BY_HAND: ("人工更正", "a correction by hand"),
    "title line (GB/T 9704 7.3.1)": ("标题行的位置和写法", "where and how the title stands"),
    "title (GB/T 9704 7.3.1)": ("标题里的发文机关", "the organ named in the title"),
    "first short line": ("正文前的第一个短行", "the first short line above the text"),
    "name of the file": ("正文没有标题，用了文件名", "no title in the text: the name of the file"),
    "title": ("标题里写明", "named in the title"),
    "who acts in the title": ("标题里“关于”前的机关", "who acts in the title"),
    "issuer": ("发文机关的名称", "the name of the issuer"),
    "named most in the text": ("正文里提到最多", "named most in the text"),
    "letterhead (GB/T 9704 7.2.4)": ("红头（发文机关标志）", "the letterhead"),
    "signature (GB/T 9704 7.3.5)": ("文末署名", "the signature at the end"),
    "signature (GB/T 9704 7.3.6)": ("文末的成文日期", "the date at the end"),
    "imprint (GB/T 9704 7.4.3)": ("版记里的印发日期", "the date of printing in the imprint"),
    "date line in the head": ("标题附近的日期行", "a date line near the title"),
    "note under the title": ("标题下的题注", "the note under the title"),
    "note under the title: passed by": ("题注里的通过机关", "who passed it, by its note"),
    "note under the title: published by": ("题注里的公布机关", "who published it, by its note"),
    "reports for a government": ("开头写明代表哪个政府作报告", "the government it reports for"),
    "byline": ("网页上的来源和时间", "the line of the web page about source and time"),
    "line of its own (GB/T 9704 7.2.5)": ("单独一行的发文字号", "a number on a line of its own"),
    "line of its own": ("单独一行写明", "a line of its own"),
    "order over two lines": ("分两行写的令号", "the number of an order over two lines"),
    "mark beside the title": ("标题旁的标注", "a mark beside the title"),
    "last words of the title": ("标题最后的文种", "the last words of the title"),
    "calls itself": ("正文里的自称", "what the text calls itself"),
    "clause on its coming into force": (
        "写明施行日期的条款",
        "the clause on its coming into force",
    ),
    "years in the title": ("标题里的年份", "the years in the title"),
    "annual: year of issue": ("年度文件，按成文日期推定", "an annual document: by its date"),
    "a year in the first headings": ("开头的小标题里的年份", "a year in the first headings"),
    "years in the first lines": ("开头几行里的年份", "the years in the first lines"),
    "from the first step or goal to the last": (
        "从第一个到最后一个写明年份的步骤或目标",
        "from the first step or goal with a year to the last",
    ),
    "the year of what lies ahead": ("展望部分说的年份", "the year of what lies ahead"),
    "a heading on what lies ahead": ("展望部分的标题", "a heading on what lies ahead"),
    "the last of two years in turn": ("先后两个年份里的后一个", "the later of two years in turn"),
    "after the year reviewed": ("回顾的年份的下一年", "the year after the one reviewed"),
    "parts that look back": ("回顾部分的标题", "the headings of the parts that look back"),
}
PATTERNS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile("cell (.+)"), "网页信息表的“{}”栏", "the cell {} of the web page"),
    (re.compile("the place that calls itself (.+)"), "正文自称“{}”", "the text calls it {}"),
    (
        re.compile("([二三四五六]年.+)"),
        "标题说是“{}”，从成文日期或最后的目标推定",
        "“{}” in the title, counted from its date or last goal",
    ),
)


def rule_in_words(rule: str, language: Language) -> str:
    """Return a rule as a reader would say it; one that nobody has put into words as it is."""
    chosen = 0 if language == "zh" else 1
    if rule in RULES:
        return RULES[rule][chosen]
    for pattern, *words in PATTERNS:
        if found := pattern.fullmatch(rule):
            return words[chosen].format(found[1])
    return rule
