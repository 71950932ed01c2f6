"""What goes wrong on the page, in its language; errors themselves are in English."""

import re

from assistant.answers.answer import Language
from corpus.errors import IndexLocked, KewenError, NoticeNotFound, UsageError

IN_CHINESE: tuple[tuple[type[KewenError], re.Pattern[str], str], ...] = (
    (NoticeNotFound, re.compile("There is no notice"), "没有这份通知，可能已经删除。请返回列表。"),
    (
        NoticeNotFound,
        re.compile("There is no removed notice"),
        "这份通知删除已超过一天，不能撤销了。请重新上传它的文件。",
    ),
    (KewenError, re.compile("The notice .* is there"), "这份通知已经在列表里，不用撤销。"),
    (IndexLocked, re.compile(""), "索引正在写入，请等它完成后再试。"),
    (
        KewenError,
        re.compile("There is no place '(.*?)'\\. "),
        "没有叫“{}”的地区。请写省、市或区县的名称，如 上海市普陀区。",
    ),
    (
        KewenError,
        re.compile("The place '(.*?)' could be several\\. Give one of (.*)\\."),
        "叫“{}”的地区不止一个。请写全称：{}。",
    ),
    (KewenError, re.compile("The title is "), "标题要写成一行，1 到 300 个字。"),
    (
        UsageError,
        re.compile(r"The question has ([\d,]+) characters; (\d+) are the limit"),
        "问题有 {} 个字，最多 {} 个字。请问得短一些。",
    ),
    (
        UsageError,
        re.compile("The question is empty"),
        "没有问题。请问一句，例如：哪些区提出了众创空间目标？",
    ),
    (
        UsageError,
        re.compile("There is no indicator '(.*)'\\. Near it are (.*)\\. Name one of them"),
        "没有叫“{}”的指标。相近的有：{}。请换一个，或去掉。",
    ),
    (
        UsageError,
        re.compile("There is no indicator '(.*)'\\."),
        "没有叫“{}”的指标。请换一个，或去掉。",
    ),
    (UsageError, re.compile("The year is '(.*)'\\."), "年份写的是“{}”。请写成 2016 这样。"),
    (UsageError, re.compile("The day is '(.*)'\\."), "日期写的是“{}”。请写成 2015-06-30 这样。"),
    (
        UsageError,
        re.compile(r"The years run backwards: from (\d+) to (\d+)\."),
        "起始年份 {} 晚于截止年份 {}。请把较早的一年填在前面。",
    ),
    (
        KewenError,
        re.compile("The years "),
        "年份看不懂。请写成 2016；几年的，先写早的一年：2016–2018。",
    ),
)


def error_in_words(error: KewenError, language: Language) -> str:
    """Return the sentence of an error; its own where nobody has put it into the language."""
    if language == "zh":
        for kind, pattern, chinese in IN_CHINESE:
            if isinstance(error, kind) and (found := pattern.match(str(error))):
                return chinese.format(*found.groups())
    return str(error)
