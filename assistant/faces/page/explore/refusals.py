"""The sentences of what cannot be a filter, in the language of the page."""

import re

from assistant.answers.answer import Language
from corpus.errors import KewenError

IN_CHINESE = (
    (
        re.compile(r"The years run backwards: from (\d+) to (\d+)\."),
        "起始年份 {} 晚于截止年份 {}。请把较早的一年填在前面。",
    ),
    (re.compile(r"The year is '(.*)'\."), "年份写的是“{}”。请写成 2016 这样。"),
    (re.compile(r"The day is '(.*)'\."), "日期写的是“{}”。请写成 2015-06-30 这样。"),
)


def refusal(error: KewenError, language: Language) -> str:
    """Return the sentence of an error; its own where there is none in the language."""
    for pattern, chinese in IN_CHINESE if language == "zh" else ():
        found = pattern.match(str(error))
        if found:
            return chinese.format(*found.groups())
    return str(error)
