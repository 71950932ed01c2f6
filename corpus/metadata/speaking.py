"""How a text speaks of the place it is of: 全市, 我省, 本区; and of which place it speaks most."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.places import Place, PlaceMention, above

SELF = re.compile("[全我本](自治区|自治州|国|省|市|县|州|盟|旗|区(?!域))")
# 现在，我代表自治区人民政府，向大会报告工作: who opens a report so says of which level it is.
SPEAKS_FOR = re.compile(
    "代表[\u4e00-\u9fff]{0,12}?(自治区|自治州|省|市|县|州|旗|区)(?:人民政府|人民委员会|革命委员会)"
)
OPENING_CHARACTERS = 600
NATION = "国"
# From the top down; a text speaks of its own level and of those above (全省前列, 全国首个), hardly below.
LADDER = ("国", "省", "自治区", "市", "州", "自治州", "盟", "县", "旗", "区")
# Below this share of what is said most, a level is that of the places inside (全市 said in a province).
SHARE = 0.25
# 全区 is said of a district and of 广西壮族自治区.
ENDINGS = {"区": ("区",), "州": ("自治州",), "自治州": ("自治州",), "自治区": ("自治区",)}
AUTONOMOUS_REGION = "自治区"
# A place whose short name alone is named, or that is only meant by those in it, is named this often.
OFTEN = 3
# The name that stands first is worth this many more.
FIRST_COUNTS = 3


def own_level(text: str) -> str | None:
    """Return what a text calls its place (省, 市, 区, …); None if it never speaks of itself.

    Where no one speaks for a government, it is the lowest level that is said about as often as any.
    国 is that of a national organ. 全区 is said in an autonomous region, and in its cities, of the region.
    """
    if opening := SPEAKS_FOR.search(text[:OPENING_CHARACTERS]):
        return opening[1]
    counts: Counter[str] = Counter(match[1] for match in SELF.finditer(text))
    if text.count(AUTONOMOUS_REGION) >= OFTEN:
        counts["自治区"] += counts.pop("区", 0)
    if not counts:
        return None
    enough = max(2, SHARE * max(counts.values()))
    said = [level for level in LADDER if counts[level] >= enough]
    return said[-1] if said else counts.most_common(1)[0][0]


def is_called(place: Place, level: str) -> bool:
    """Return whether a place may call itself so: 全州 is said of an autonomous prefecture."""
    return place.name.endswith(ENDINGS.get(level, (level,)))


def most_named(
    found: Sequence[PlaceMention], sure: Sequence[PlaceMention], level: str
) -> Place | None:
    """Return the place of that level which the mentions speak of most; None if none is sure enough.

    A place counts where it is named, and where one is named that lies in it: a report of 云南省 names
    昆明 and 大理 more often than 云南.
    """
    counts: Counter[Place] = Counter()
    for mention in found:
        counts.update(_meant(mention, level))
    for mention in sure[:1]:
        counts.update(dict.fromkeys(_meant(mention, level), FIRST_COUNTS))
    named = {place for mention in sure for place in mention.candidates}
    enough = [place for place in counts if place in named or counts[place] >= OFTEN]
    return max(enough, key=lambda place: counts[place], default=None)


def _meant(mention: PlaceMention, level: str) -> set[Place]:
    direct = {place for place in mention.candidates if is_called(place, level)}
    return direct or {a for p in mention.candidates for a in above(p) if is_called(a, level)}
