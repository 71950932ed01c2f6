"""What goes wrong in the tab, in the language of the page; errors themselves are in English."""

import re

from assistant.answers.answer import Language
from corpus.errors import IndexLocked, KewenError, NoticeNotFound

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
