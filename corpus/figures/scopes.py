"""Of which part of the place a figure is: 规模以上, 限额以上, or a zone, park or town that it names.

高新区高新技术企业达到30家 is no figure of the whole district. A part of the place is the subject of the
clause; a park that is itself counted (新建科技园3个, 园区达到5个) is none.
"""

import re

from corpus.figures.owners import CLAUSE, OPENING
from corpus.figures.quantities import quantities
from corpus.figures.words import VERB

SIZES = {"规模以上": "规模以上|规上", "限额以上": "限额以上|限上"}
PARTS = (
    "(?:国家|省级)?(?:高新技术产业|经济技术|经济)?开发区|高新区|经开区|(?:自由贸易|自贸|开发开放)?试验区|自贸区|(?:综合)?保税区|综保区|(?:科技|产业|工业|创业|软件|物流)园区?|"
    "园区|(?:科学|科技|大学|智慧|智创)城|新区|新城|新片区|(?<=..)街道|(?<=[^城乡集村建小街各强重心古名]{2})镇(?!化)"
)
PART = re.compile(rf"(?:{PARTS})(?:[一-鿿]{{2}}片区)?")
# What stands before it in its name: 张江, “东方硅谷”.
PROPER = re.compile(r"[一-鿿“”·]{0,12}")
LONGEST_NAME = 32
# The clause goes on about what the part has or does; if it only goes on to the number, the part is
# itself what is counted.
GOES_ON = re.compile(
    r"(?:内|里|中|全年|年内|要|将|力争|预计|已)*(?![的、，和及与等总个]|数量|建设|达到?|突破|为|有|\d)[一-鿿]{2}"
)
# What is no name of one part: 两个园区, 各开发区, 在园区, 均在自贸区, 列入自贸区.
NO_NAME = re.compile(
    "^(?:[两三四五六七八九十多]+[个家大类座]|[各每均对在向从将把以由与和等不]|一批|所有|省级|国家级|市级|县级)|列入|纳入|推广|加大|配建|晋升|进园"
)


def scope(phrase: str, before: str) -> str:
    """Return of what part of the place a figure is, empty if it is of the whole.

    :param phrase: the noun phrase that is counted, as written.
    :param before: the words before the figure, from the start of its sentence.
    """
    size = next((name for name, forms in SIZES.items() if re.search(forms, phrase)), "")
    return size or _part(before)


def _part(before: str) -> str:
    """Return the part of the place that the last clauses have as their subject."""
    clauses = list(CLAUSE.finditer(before))
    for clause in reversed(clauses):
        words = clause.group()
        opening = OPENING.match(words)
        words = words[opening.end() :] if opening else words
        end = _end_of_name(words)
        if end and _is_name(words[:end]) and GOES_ON.match(words, end):
            return words[:end]
        if not quantities(words):
            break
    return ""


def _end_of_name(words: str) -> int:
    """Return where the part ends that words begin with, 0 if they begin with none."""
    part = PART.search(words, 0, LONGEST_NAME)
    return part.end() if part and PROPER.fullmatch(words, 0, part.start()) else 0


def _is_name(words: str) -> bool:
    return not NO_NAME.search(words) and not VERB.search(words)
