"""Verbs of policy in the words before a quantity, told from the same characters inside nouns."""

from typing import NamedTuple

from corpus.figures.words import (
    ACTION_OF_VERB,
    ALWAYS_NOUN,
    BREAK,
    INTENT,
    LIGHT_ACTIONS,
    NOUN_TAIL,
    VERB,
)
from corpus.thesaurus import find_terms

# The verb that governs a figure stands no farther from it.
LONGEST_LEFT = 120
LIGHT_VERBS = tuple(verb for verb, action in ACTION_OF_VERB.items() if action in LIGHT_ACTIONS)


class Governed(NamedTuple):
    """What a verb governs, and the action the verb stands for; empty where there is no verb."""

    object: str
    action: str


def governed(words: str) -> Governed:
    """Return what follows the last verb of policy: 争取认定技术合同 → 技术合同, 新认定."""
    words = words[-LONGEST_LEFT:]
    nouns = [(mention.start, mention.end) for mention in find_terms(words)]
    found = Governed(words, "")
    for match in VERB.finditer(words):
        start, end = match.span()
        # 力争|创客空间 is cut by no 争创; 新增|备案创业苗圃 leaves 新增 of 新增备案.
        begun = min((first for first, last in nouns if start < last and first < end), default=end)
        verb = words[start : min(begun, end)]
        if verb in ACTION_OF_VERB and not _is_noun(words, start, start + len(verb)):
            found = Governed(words[start + len(verb) :], ACTION_OF_VERB[verb])
    return found


def leading_action(words: str) -> str:
    """Return the action of the verb that opens the words: 推进围绕四大领域的 → 推动."""
    first = VERB.match(INTENT.sub("", words.strip()))
    return ACTION_OF_VERB[first.group()] if first else ""


def _is_noun(words: str, start: int, end: int) -> bool:
    """Return whether the verb is part of a noun: 技术服务平台, 建成区, (培育)企业."""
    if ALWAYS_NOUN.match(words, start) or _in_brackets(words, start, end):
        return True
    before = INTENT.sub("", words[:start])
    joined = bool(before) and not BREAK.search(before) and not _ends_in_light_verb(before)
    return joined and bool(NOUN_TAIL.match(words, end))


def _ends_in_light_verb(words: str) -> bool:
    """Return whether the words end in a verb that takes another: 推进|建设平台, but 新增|孵化面积."""
    return words.endswith(LIGHT_VERBS)


def _in_brackets(words: str, start: int, end: int) -> bool:
    opened = max(words.rfind(mark, 0, start) for mark in "（(")
    closed = max(words.rfind(mark, 0, start) for mark in "）)")
    return opened > closed and any(mark in words[end:] for mark in "）)")
