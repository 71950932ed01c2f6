"""Which place a notice is of."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.places import Place, PlaceMention, likeliest, mentions

CONTEXT_CHARACTERS = 3000
DEPTH = {"province": 0, "city": 1, "district": 2}
NATIONAL = re.compile(
    r"(?:中共中央|中央[^财民]|国务院|最高人民|全国人民代表|全国人大|中华人民共和国|国家|科学技术部|科技部|财政部|教育部|工业和信息化部)"
)
NOTE = re.compile(r"[（(]\d[^（）()]{0,40}[）)]")
NO_PLACE = "No place is named in the title, the issuer or the text."
# A district named by its short name alone is meant if the text keeps naming it.
OFTEN = 3
# The name that stands first is worth this many more.
FIRST_COUNTS = 3


def place_of(title: str, issuer: str | None, text: str) -> tuple[Place | None, str | None]:
    """Return the place of a notice, and a warning where there is none or nothing decides.

    Who acts in the title decides (某市政府关于…), then the rest of the title, then the issuer, then the
    place that the text names most. Of several names in a title the deepest is meant:
    宁波市海曙区科学技术局 is of 海曙区. A notice of a national organ is of no place.
    """
    context = f"{title}\n{issuer or ''}\n{text}"
    # （2023年2月14日 严卫东） names a day and a speaker, not 卫东区.
    named = NOTE.sub("", title)
    for evidence in (named.partition("关于")[0], named, issuer or ""):
        if NATIONAL.match(evidence):
            return None, "The notice is of a national organ and of no single place."
        if found := _named_in(evidence):
            return _decide(_deepest(found), context)
    meant = _most_named(text[:CONTEXT_CHARACTERS])
    return _decide(meant, context) if meant else (None, NO_PLACE)


def _named_in(evidence: str) -> list[PlaceMention]:
    """Return the mentions of full names, or of short names where there are no others."""
    found = mentions(evidence)
    return [mention for mention in found if _is_sure(mention, evidence)] or found


def _is_sure(mention: PlaceMention, text: str) -> bool:
    """Return whether prose means the place: districts' short names are words too (惠民, 宏伟)."""
    first = mention.candidates[0]
    return first.level != "district" or text[mention.start : mention.end] == first.name


def _deepest(found: Sequence[PlaceMention]) -> PlaceMention:
    return max(found, key=lambda mention: DEPTH[mention.candidates[0].level])


def _most_named(text: str) -> PlaceMention | None:
    """Return a mention of the place that the text is about, the first of those named most."""
    found = mentions(text)
    sure = [mention for mention in found if _is_sure(mention, text)]
    counts = Counter(mention.candidates for mention in found)
    counts.update(mention.candidates for mention in sure[:1] for _ in range(FIRST_COUNTS))
    if not sure:
        often = [mention for mention in found if counts[mention.candidates] >= OFTEN]
        return max(often, key=lambda mention: counts[mention.candidates], default=None)
    above = max(sure, key=lambda mention: counts[mention.candidates])
    inside = [mention for mention in found if _lies_in(mention, above)]
    best = max(inside, key=lambda mention: counts[mention.candidates], default=above)
    enough = max(OFTEN, counts[above.candidates] + 1)
    return best if counts[best.candidates] >= enough else above


def _lies_in(mention: PlaceMention, above: PlaceMention) -> bool:
    outer = above.candidates[0]
    return any(outer.holds(place) and outer != place for place in mention.candidates)


def _decide(mention: PlaceMention, context: str) -> tuple[Place, str | None]:
    chosen = likeliest(mention.candidates, context)
    others = [
        place for place in mention.candidates if place != chosen and place.name == chosen.name
    ]
    above = {chosen.province.rstrip("省市"), (chosen.city or chosen.province).rstrip("市")}
    if others and not any(name in context for name in above):
        names = "、".join(place.full_name for place in others)
        return chosen, f"The place was taken for {chosen.full_name}; it could be {names} as well."
    return chosen, None
