"""Headings that are a line of their own without a number: 2015年工作回顾, 名词解释."""

import re

from corpus.cleaning import Line
from corpus.headings import SALUTATION, is_row
from corpus.markers import marker_at
from corpus.metadata.dates import is_date_line
from corpus.openings import VERB_FIRST

LONGEST = 30
PROSE = 40
STOP = re.compile("[。！？；;]")
# A line that is no sentence and no wrapped part of one.
NAMING = re.compile(r"[^。！？；;:：，,、\n|｜\t][^。！？；;:：\n|｜\t]{1,29}(?<![，,、—（(《“])")
PERIOD = re.compile(
    r"(?:(?:全面|认真)?(?:回顾|回首|总结)|(?:扎实|全力|切实)?[做抓]好|谋划|安排|部署)?"
    r"(?:[“\"]?(?:十[一二三四五]|[六七八九十])五[”\"]?|(?:19|20)\d{2}\s{0,2}年|过去(?:的?[一五]年)|(?:今后|未来|过去)(?:的)?(?:五|[三3])年|本届政府|今年)"
    r"[^。；;，,：:！\n]{0,24}(?:回顾|总结|安排|任务|目标|打算|重点|工作|建议|举措|部署|思路)"
)
CLOSING = re.compile(
    r"(?:名词|用语|术语|有关)?(?:解释|注释|注解|说明)[:：]?|(?:编制|起草)说明|结束语|结\s{0,4}语"
)
NOT_A_HEADING = re.compile(
    r"各位|同志们|特此|此[致复]|敬礼|现将|谢谢|主持人|[(（\[【][^)）\]】\n]{0,60}+[)）\]】]$|[—–-]{1,3}|[“\"]?(?:图|表)\s{0,2}\d|单位\s{0,2}[:：]|"
    r"(?:联系人|联系电话|附)"
)
# A signature, a document number, who speaks: near the start of a line, or a short line's end.
SIGNED = re.compile(
    r"(?:政府|委员会|办公室|办公厅|[厅局部委院会])$|〔\d{4}〕|(?:省长|市长|区长|县长|州长|主席|总理|书记)\s"
)
NEAR_THE_START = 24
FIGURE = re.compile(r"\d(?!\d{0,4}\s{0,2}(?:年|[—–~-]))")
STOP_OR_COLON = "。；;：:"
SENTENCE_END = "。！？；;：:”’）)"


def names_part(text: str, before: str | None, line: Line, after: str | None) -> bool:
    """Return whether a line is a heading by what it says and what stands around it.

    :param before: the body line above, None if that is a heading.
    :param after: the body line below.
    """
    words = text[line.start : line.end]
    if CLOSING.fullmatch(words):
        return True
    if len(words) > LONGEST or is_row(text, line) or not NAMING.fullmatch(words):
        return False
    if is_date_line(words) or after is None:
        return False
    # 努力建设人民满意政府 ends like the name of an organ, but opens with a verb.
    if _is_no_heading(words) and not VERB_FIRST.match(words):
        return False
    if PERIOD.fullmatch(words):
        return True
    ended = before is None or before[-1] in SENTENCE_END
    # Above an article that is short: not the title of an annex, below whose number it stands.
    heads = is_prose(after) or (before is not None and _is_article(after))
    return ended and not FIGURE.search(words) and heads


def _is_no_heading(words: str) -> bool:
    signed = SIGNED.search(words)
    near = signed is not None and signed.start() <= NEAR_THE_START
    return near or NOT_A_HEADING.match(words) is not None


def _is_article(line: str) -> bool:
    """Return whether a line is an article of a law that is a sentence, however short."""
    marker = marker_at(line, 0, len(line))
    return marker is not None and marker.kind == "article" and line[-1] in STOP_OR_COLON


def is_prose(line: str) -> bool:
    """Return whether a line is text rather than a heading, a signature or a row."""
    return len(line) > PROSE and bool(STOP.search(line))


def opens_body(line: str) -> bool:
    """Return whether the head of a document ends with this line: a salutation, or the first text."""
    return is_prose(line) or SALUTATION.match(line) is not None
