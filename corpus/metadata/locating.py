"""Which place a notice is of."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from corpus.metadata.layout import Found, Layout
from corpus.metadata.speaking import NATION, OFTEN, is_called, most_named, own_level
from corpus.places import Place, PlaceMention, above, evidence, mentions
from corpus.places.table import by_code
from corpus.sentences import Span

CONTEXT_CHARACTERS = 3000
# How a text speaks of itself shows over a longer stretch.
SPEAKING_CHARACTERS = 12000
DEPTH = {"province": 0, "city": 1, "district": 2}
NATIONAL = re.compile(
    r"(?:(?:19|20)\d{2}年)?(?:中共中央|中央[^财民]|国务院|最高人民|全国人民代表|全国人大|中华人民共和国|国家|科学技术部|科技部|财政部|教育部|"
    r"工业和信息化部)"
)
FORWARDS = re.compile("^[^《》]{0,60}(?:转发|批转)")
QUOTED = re.compile("《[^《》]{1,120}(?:》|$)")
NOTE = re.compile(r"[（(]\d[^（）()]{0,40}[）)]")
NO_PLACE = "No place is named in the title, the issuer or the text."
OF_THE_NATION = "The notice is of a national organ and of no single place."
# Organs of a province are named in its cities and districts, never in those of a municipality.
PROVINCIAL = re.compile(r"省(?:委|人民政府|政府|科技厅|科学技术厅|财政厅|发改委|级)")
MUNICIPALITIES = frozenset({"北京市", "天津市", "上海市", "重庆市"})
PROVINCIAL_COUNTS = 3
UNDECIDED = 0.4
WHO_ACTS = "who acts in the title"
ALONE = 0.9


class _Choice(NamedTuple):
    """A mention that tells the place, and by which rule with which confidence."""

    words: str
    candidates: tuple[Place, ...]
    rule: str
    confidence: float


class _Words(NamedTuple):
    """What is known of a notice: its title, its issuer, its text and the website around it."""

    title: str
    issuer: str
    text: str
    around: str
    sure_title: bool = True


def locate(
    layout: Layout, title: Found[str], issuer: Found[str] | None
) -> tuple[Found[Place] | None, str | None]:
    """Return the place of a notice with where it was read, and a warning as `place_of` does.

    What stands around the notice (name of the site, where one is in it, who runs it) helps to tell
    places of one name apart, but does not give a notice its place.
    """
    prose = "\n".join(layout.text[line.start : line.end] for line in layout.body)
    around = "\n".join(
        layout.text[line.start : line.end] for line in layout.lines if line.kind != "body"
    )
    sure = title.confidence >= ALONE
    words = _Words(title.value, issuer.value if issuer else "", prose, around, sure)
    choice = _choice(words)
    if choice is None or isinstance(choice, str):
        return None, choice or NO_PLACE
    place, doubt = _decide(choice.candidates, words)
    confidence = UNDECIDED if doubt else choice.confidence
    return Found(place, _span(layout, choice, title, issuer), choice.rule, confidence), doubt


def place_of(title: str, issuer: str | None, text: str) -> tuple[Place | None, str | None]:
    """Return the place of a notice, and a warning where there is none or nothing decides.

    Who acts in the title decides (某市政府关于…), then the rest of the title, then the issuer, then the
    place that the text speaks of most, of the level that it calls itself (全市, 我省). Of several names
    in a title the deepest is meant: 宁波市海曙区科学技术局 is of 海曙区. A notice of a national organ is of
    no place.
    """
    words = _Words(title, issuer or "", text, "")
    choice = _choice(words)
    if choice is None or isinstance(choice, str):
        return None, choice or NO_PLACE
    return _decide(choice.candidates, words)


def _choice(words: _Words) -> _Choice | str | None:
    """Return what tells the place; a warning if the nation is meant; None if nothing tells."""
    level = own_level(words.text[:SPEAKING_CHARACTERS])
    for evidence_, rule, confidence in _evidence(words):
        if NATIONAL.match(evidence_):
            return OF_THE_NATION
        found = mentions(evidence_)
        sure = [mention for mention in found if _is_sure(mention, evidence_)]
        fitting = sure or [mention for mention in found if _fits(mention, level)]
        if not words.sure_title and rule != "issuer":
            # A line that may be no title names people too (宫镇江).
            fitting = [m for m in sure if evidence_[m.start : m.end] == m.candidates[0].name]
        if fitting:
            deepest = max(fitting, key=lambda mention: DEPTH[mention.candidates[0].level])
            meant = _of_level(deepest, level)
            return _Choice(evidence_[deepest.start : deepest.end], meant, rule, confidence)
    return _from_text(words.text, level)


def _evidence(words: _Words) -> Iterator[tuple[str, str, float]]:
    # （2023年2月14日 严卫东） names a day and a speaker, not 卫东区.
    named = NOTE.sub("", words.title)
    if FORWARDS.search(named):
        # What is passed on is another organ's.
        yield QUOTED.sub("", named), "title", 0.9
        yield words.issuer, "issuer", 0.9
    yield named.partition("关于")[0], WHO_ACTS, 0.95
    yield named, "title", 0.9
    yield words.issuer, "issuer", 0.9


def _is_sure(mention: PlaceMention, text: str) -> bool:
    """Return whether prose means the place: districts' short names are words too (惠民, 宏伟)."""
    first = mention.candidates[0]
    return first.level != "district" or text[mention.start : mention.end] == first.name


def _fits(mention: PlaceMention, level: str | None) -> bool:
    """Return whether a short name can be meant in a text that calls its place so."""
    return level is None or any(is_called(place, level) for place in mention.candidates)


def _of_level(mention: PlaceMention, level: str | None) -> tuple[Place, ...]:
    """Return the candidates that may call themselves so: 吉林 is the province where 全省 is said."""
    called = tuple(place for place in mention.candidates if level and is_called(place, level))
    return called or mention.candidates


def _from_text(text: str, level: str | None) -> _Choice | str | None:
    if level == NATION:
        return OF_THE_NATION
    start = text[:CONTEXT_CHARACTERS]
    place = _speaks_of(text[:SPEAKING_CHARACTERS], level) if level else None
    if place:
        return _Choice(
            _as_named(place, text), _namesakes(place), f"the place that calls itself 全{level}", 0.8
        )
    meant = _most_named(start)
    if meant is None:
        return None
    named = start[meant.start : meant.end]
    return _Choice(named, _of_level(meant, level), "named most in the text", 0.7)


def _speaks_of(text: str, level: str) -> Place | None:
    found = mentions(text)
    return most_named(found, [mention for mention in found if _is_sure(mention, text)], level)


def _as_named(place: Place, text: str) -> str:
    """Return the first name of a place in a text; empty if only places in it are named."""
    names = (text[m.start : m.end] for m in mentions(text) if place in m.candidates)
    return next(names, "")


def _namesakes(place: Place) -> tuple[Place, ...]:
    return mentions(place.name)[0].candidates if mentions(place.name) else (place,)


def _most_named(text: str) -> PlaceMention | None:
    """Return a mention of the place that the text is about, the first of those named most."""
    found = mentions(text)
    sure = [mention for mention in found if _is_sure(mention, text)]
    counts = Counter(mention.candidates for mention in found)
    counts.update(mention.candidates for mention in sure[:1] for _ in range(OFTEN))
    if not sure:
        often = [mention for mention in found if counts[mention.candidates] >= OFTEN]
        return max(often, key=lambda mention: counts[mention.candidates], default=None)
    outer = max(sure, key=lambda mention: counts[mention.candidates])
    inside = [mention for mention in found if _lies_in(mention, outer)]
    best = max(inside, key=lambda mention: counts[mention.candidates], default=outer)
    enough = max(OFTEN, counts[outer.candidates] + 1)
    return best if counts[best.candidates] >= enough else outer


def _lies_in(mention: PlaceMention, outer: PlaceMention) -> bool:
    holder = outer.candidates[0]
    return any(holder.holds(place) and holder != place for place in mention.candidates)


def _decide(candidates: Sequence[Place], words: _Words) -> tuple[Place, str | None]:
    """Return the candidate that speaks from title, issuer, website and text, and a warning if none does.

    A zone is the smallest division that it lies in: 武进高新区 is of 武进区.
    """
    divisions = [_division(place) for place in candidates]
    chosen = max(divisions, key=lambda place: _support(place, words))
    others = [p for p in divisions if p != chosen and p.name == chosen.name]
    if any(_support(other, words) == _support(chosen, words) for other in others):
        names = "、".join(place.full_name for place in others)
        return chosen, f"The place was taken for {chosen.full_name}; it could be {names} as well."
    return chosen, None


def _division(place: Place) -> Place:
    """Return the division whose code a zone has before its name; the place itself if it is none."""
    if not place.is_zone:
        return place
    code = "".join(takewhile(str.isdecimal, place.code))
    return by_code().get(code) or above(place)[0]


def _support(place: Place, words: _Words) -> tuple[int, int]:
    """Return how much speaks for a place: first the title, issuer and website, then the text."""
    head = "\n".join((words.title, words.issuer, words.around))
    provincial = bool(PROVINCIAL.search(head + words.text[:SPEAKING_CHARACTERS]))
    agrees = provincial and place.province not in MUNICIPALITIES
    said = evidence(place, words.text) + PROVINCIAL_COUNTS * agrees
    return evidence(place, head), said


def _span(
    layout: Layout, choice: _Choice, title: Found[str], issuer: Found[str] | None
) -> Span | None:
    """Return where the place is named: in the title, the issuer, else first in the body."""
    found = {"issuer": issuer, "title": title, WHO_ACTS: title}.get(choice.rule)
    body = Span(layout.body[0].start, layout.body[-1].end)
    for start, end in filter(None, [found.span if found else None, body]):
        at = layout.text.find(choice.words, start, end) if choice.words else -1
        if at >= 0:
            return Span(at, at + len(choice.words))
    return None
