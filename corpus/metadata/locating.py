"""Which place a notice is of."""

from collections.abc import Sequence

from corpus.places import Place, PlaceMention, likeliest, mentions

CONTEXT_CHARACTERS = 3000
DEPTH = {"province": 0, "city": 1, "district": 2}


def place_of(title: str, issuer: str | None, text: str) -> tuple[Place | None, str | None]:
    """Return the place of a notice, and a warning where the name is shared and nothing decides.

    The title decides, then the issuer, then the first place that the text names. Of several names
    in the title the deepest is meant: 宁波市海曙区科学技术局 is of 海曙区.
    """
    context = f"{title}\n{issuer or ''}\n{text}"
    for evidence in (title, issuer or ""):
        if found := mentions(evidence):
            return _decide(_deepest(found), context)
    in_prose = [
        mention for mention in mentions(text[:CONTEXT_CHARACTERS]) if _is_sure(mention, text)
    ]
    if in_prose:
        return _decide(_deepest(in_prose[:3]), context)
    return None, "No place is named in the title, the issuer or the text."


def _is_sure(mention: PlaceMention, text: str) -> bool:
    """Return whether prose means the place: districts' short names are words too (惠民, 宏伟)."""
    first = mention.candidates[0]
    return first.level != "district" or text[mention.start : mention.end] == first.name


def _deepest(found: Sequence[PlaceMention]) -> PlaceMention:
    return max(found, key=lambda mention: DEPTH[mention.candidates[0].level])


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
