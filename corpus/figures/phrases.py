"""The noun phrase that a quantity counts, from the words before it or after it."""

import re
from typing import NamedTuple

from corpus.figures.verbs import governed
from corpus.figures.words import (
    ACTION_OF_VERB,
    CHANGE,
    COUNT_NOUN,
    FALLING,
    GROWING,
    INTENT,
    JUNK,
    LEVEL,
    LONGEST_FIRST,
    NOMINALISED,
    PREDICATE,
    PREDICATE_AT_START,
    TIME_ONLY,
    TRAILING,
)
from corpus.places import named

LONGEST_PHRASE = 24
EDGES = " \t\u3000的、—-"
NEARBY = re.compile("^(?:周边|邻近|相邻)的?")
RATIOS = ("%", "‰")
SHARES = frozenset({"%", "‰", "个百分点", "百分点", "倍", "成"})
BRACKET_AT_END = re.compile(r"[（(][^（）()]{0,20}[）)]$")
RESPONSIBLE_BRACKET = re.compile(r"[（(](?:责任|配合|牵头|市|区|县|省)")


class Counted(NamedTuple):
    """A noun phrase and what happens to it; either may be empty."""

    phrase: str
    action: str


NOTHING = Counted("", "")


def phrase_before(left: str, unit: str) -> Counted:
    """Return the noun phrase that ends before a quantity of this unit."""
    words = BRACKET_AT_END.sub("", left.rstrip()).rstrip()
    change = CHANGE.search(words)
    if change and (unit in SHARES or change["to"] or change["verb"] in FALLING):
        head = COUNT_NOUN.sub("", words[: change.start()])
        return Counted(stripped(governed(head).object), _changed(change, unit))
    grown = stripped(governed(words[: change.start()]).object) if change else ""
    if grown:
        return Counted(grown, "新增")
    level = LEVEL.search(words)
    head = words[: level.start()] if level else words
    count = COUNT_NOUN.search(head)
    if count:
        return Counted(stripped(governed(head[: count.start()]).object), "总数")
    thing, action = governed(head)
    if not action and level and level.group():
        action = "占比" if unit in RATIOS else "总数"
    return Counted(stripped(thing), action)


def phrase_of_verb(left: str) -> str:
    """Return the noun phrase before verbs that end the words: 高新技术企业净增, …认定备案(12家)."""
    words, rest = left.rstrip(), ""
    while words != rest:
        rest = words
        verb = next((verb for verb in LONGEST_FIRST if words.endswith(verb)), "")
        words = TRAILING.sub("", words.removesuffix(verb)).rstrip()
    if words == left.rstrip():
        return ""
    return stripped(COUNT_NOUN.sub("", governed(words).object))


def _changed(change: re.Match[str], unit: str) -> str:
    """Return the action of a change: 增长15% is a rate, 提高0.5个百分点 a step, 提高到3% a share."""
    falls = change["verb"] in FALLING
    if change["to"]:
        return "占比" if unit in RATIOS else "总数"
    if unit in (*RATIOS, "倍", "成"):
        return "下降率" if falls else "增长率"
    return "下降" if falls else "提高"


def phrase_after(right: str) -> Counted:
    """Return the noun phrase that follows a quantity, and the action its own ending names.

    10万平方米可利用物理载体的储备 counts 可利用物理载体, which are stored.
    """
    phrase = RESPONSIBLE_BRACKET.split(right.strip())[0]
    if PREDICATE_AT_START.match(phrase):
        return Counted("", "")
    predicate = PREDICATE.search(phrase)
    phrase = phrase[: predicate.start()] if predicate else phrase
    ending = NOMINALISED.search(phrase)
    action = ""
    if ending and ending.start() >= 2:
        phrase, action = phrase[: ending.start()], ACTION_OF_VERB.get(ending[1], "")
    return Counted(_short(phrase.strip(EDGES)), action)


def stripped(phrase: str) -> str:
    """Return the phrase without words of time and intent before it; empty if none is left."""
    bare = INTENT.sub("", JUNK.sub("", phrase.strip(EDGES)))
    phrase = _short(TRAILING.sub("", bare.strip(EDGES)))
    return "" if _is_place(phrase) else phrase


def _is_place(phrase: str) -> bool:
    """Return whether the phrase only names whose figure it is: 普陀区(达到120家)."""
    name = NEARBY.sub("", phrase)
    return any(place.name == name for place in named(name))


def _short(phrase: str) -> str:
    if len(phrase) > LONGEST_PHRASE and "的" in phrase:
        phrase = phrase.rsplit("的", 1)[1]
    return phrase if 2 <= len(phrase) <= 2 * LONGEST_PHRASE else ""


def topic(clause: str) -> Counted:
    """Return what a clause without a figure speaks of, for the next: …项目稳中有升，力争600项."""
    if TIME_ONLY.fullmatch(clause):
        return NOTHING
    thing, action = governed(clause)
    named = COUNT_NOUN.sub("", GROWING.sub("", thing.rsplit("等", 1)[-1]))
    return Counted(stripped(named), action)
