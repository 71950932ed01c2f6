"""Which other documents a notice repeals: 《…办法》（海科〔2015〕3号）同时废止."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.metadata.numbering import NUMBER, closed_up
from corpus.numerals import plain_digits

VERB = re.compile(
    r"(?<!不得)(?<!或)(?<!或者)(?:废止|停止执行|停止实施|停止施行|停止使用|不再执行|不再施行|不再实施)(?!或|和|的|前|后|、)"
)
NAME = re.compile(
    rf"《(?P<title>[^《》\n]{{2,80}})》(?:\s{{0,2}}[（(]\s{{0,2}}(?P<number>{NUMBER.pattern})[^（）()]{{0,10}}[）)])?"
    rf"|(?P<bare>{NUMBER.pattern})"
)
# What may stand between two names of one list, and between the last name and the verb.
BETWEEN = re.compile(r"[\s、，,；;。.．和与及以0-9一二三四五六七八九十（）()\-—:：]{0,12}原?")
BEFORE_VERB = re.compile(r"[^《》。；;\n]{0,40}")
LIST_FOLLOWS = re.compile(r"[^《》。；;]{0,12}[：:]\s{0,9}")
SENTENCE_START = re.compile(r"[。！？\n]")
FAR = 600


@dataclass(frozen=True, slots=True)
class Repeal:
    """A document that is repealed; ``text[start:end]`` names it."""

    title: str | None
    document_number: str | None
    start: int
    end: int


def repeals(text: str) -> Iterator[Repeal]:
    """Yield the documents that the text says are repealed, each where it is named.

    They stand before the verb, with nothing between them but the marks of a list (《甲》（…）、《乙》同时废止), or
    behind it after a colon (下列文件同时废止：…).
    """
    last = 0
    for verb in VERB.finditer(text):
        # What stands before an earlier verb belongs to that one.
        begin, last = max(verb.start() - FAR, last), verb.end()
        for mark in SENTENCE_START.finditer(text, begin, verb.start()):
            begin = mark.end()
        before = list(NAME.finditer(text, begin, verb.start()))
        if before and BEFORE_VERB.fullmatch(text, before[-1].end(), verb.start()):
            yield from _joined_backwards(text, before)
        elif follows := LIST_FOLLOWS.match(text, verb.end()):
            yield from _joined_forwards(text, follows.end())


def _joined_backwards(text: str, names: list[re.Match[str]]) -> Iterator[Repeal]:
    yield _repeal(names[-1])
    for name, later in zip(names[-2::-1], names[:0:-1], strict=True):
        if not BETWEEN.fullmatch(text, name.end(), later.start()):
            return
        yield _repeal(name)


def _joined_forwards(text: str, start: int) -> Iterator[Repeal]:
    end = start + FAR
    while (gap := BETWEEN.match(text, start, end)) and (name := NAME.match(text, gap.end(), end)):
        yield _repeal(name)
        start = name.end()


def _repeal(name: re.Match[str]) -> Repeal:
    number = name["number"] or name["bare"]
    written = closed_up(plain_digits(number)) if number else None
    return Repeal(name["title"], written, *name.span())
