"""What is done to the source of an RTF file so that striprtf can read all of it.

It knows neither merged cells nor footnotes nor deleted text, takes the bytes of a font for Western
where the file is in GBK, and stops at bytes that should have been escaped.
"""

import re
from collections.abc import Callable

from corpus.formats.extracted import RAISED

CELL, ROW, NEW_ROW, MERGED, WIDENED, EDGE, LABEL, INNER = "\x01\x02\x03\x04\x05\x06\x0e\x0f"
MARKS = {
    "cell": CELL,
    "row": ROW,
    "trowd": NEW_ROW,
    "clvmrg": MERGED,
    "clmrg": WIDENED,
    "listtext": LABEL,
    "pntext": LABEL,
    "nestcell": f"{INNER}\\line ",
}
MARKED = re.compile(
    r"\\(cell|row|trowd|clvmrg|clmrg|listtext|pntext|nestcell)(?![a-zA-Z])\d{0,3} ?"
)
CELL_EDGE = re.compile(r"\\cellx(-?\d{1,9}) ?")
CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
PICTURE = re.compile(r"\{\s{0,9}(?:\\\*)?\s{0,9}\\(?:pict|objdata|fldinst|datastore|themedata)\b")
NOTE = re.compile(r"\{\s{0,9}(?:\\\*)?\\footnote\b")
SHAPE = re.compile(r"\{\s{0,9}\\shp\b")
SHAPE_TEXT = re.compile(r"\{\s{0,9}\\shptxt\b")
INNERMOST = re.compile(r"(?<!\\)\{[^{}]{0,1000000}(?<!\\)\}")
UNSEEN = re.compile(r"\\(?:deleted|v)(?![a-zA-Z0-9])")
SEEN_AGAIN = re.compile(r"\\(?:v0|deleted0|plain)(?![a-zA-Z0-9])")
EXPONENT = re.compile(
    r"(\\super(?![a-zA-Z0-9])(?:\\[a-z]{1,32}+-?\d{0,10}+|\s){1,40}+)([0-9+-]{1,9})\}"
)
BRACE = re.compile(r"\\bin(\d{1,9}) ?|\\[\\{}]|[{}]")
RAW = re.compile(r"[\x81-\xfe][\x40-\x7e\x80-\xfe]|[\x80-\xff]")
HALVED = re.compile(r"(?<!\\'[0-9a-fA-F]{2})((?:\\'[0-9a-fA-F]{2})++)([@-\[\]-z|~])")
HEX = re.compile(r"[0-9a-fA-F]{2}")
WESTERN = re.compile(r"\\fcharset(?:0|1|2|77|85|79)(?!\d)")


def code_page(source: str) -> str:
    """Return the number of the code page that the file states; that of GBK if it states none."""
    found = CODE_PAGE.search(source[:5000])
    return found[1] if found else "936"


def is_cut(source: str) -> bool:
    """Return whether the file ends before its group is closed."""
    return _end(source, source.find("{")) is None


def marked(source: str, charset: str | None) -> str:
    """Return the source with marks, without pictures, its notes last.

    :param charset: the number of the font charset (134, 136) if the file is in Chinese.
    """
    text = _replaced(source, PICTURE, lambda _: "")
    text = RAW.sub(lambda found: "".join(f"\\'{ord(char):02x}" for char in found[0]), text)
    if charset:
        text = HALVED.sub(_whole, WESTERN.sub(rf"\\fcharset{charset}", text))
    notes = _groups(text, NOTE)
    text = _replaced(text, NOTE, lambda _: "")
    text = _replaced(text, SHAPE, _texts_of_shape)
    end = text.rfind("}")
    text = text[:end] + "".join(f"\\par {note}" for note in notes) + text[end:] if notes else text
    text = INNERMOST.sub(_seen, text)
    # A word before the mark ends what striprtf skips after a character in Unicode.
    text = CELL_EDGE.sub(rf"\\plain {EDGE}\1;", text)
    return MARKED.sub(lambda found: f"\\plain {MARKS[found[1]]}", text)


def _texts_of_shape(group: str) -> str:
    return "".join(f"\\par {text}\\par " for text in _groups(group, SHAPE_TEXT))


def _seen(group: re.Match[str]) -> str:
    """Return nothing for a group of deleted or hidden text, unless part of it is seen again."""
    hidden = UNSEEN.search(group[0])
    if hidden and not SEEN_AGAIN.search(group[0], hidden.end()):
        return ""
    return EXPONENT.sub(_raised, group[0])


def _raised(found: re.Match[str]) -> str:
    digits = "".join(f"\\u{ord(digit)}?" for digit in found[2].translate(RAISED))
    return f"{found[1]}\\uc1 {digits}}}"


def _whole(found: re.Match[str]) -> str:
    """Escape the second byte of a character too, which a letter may stand for (镕 is E9 46)."""
    values = [int(each, 16) for each in HEX.findall(found[1])]
    place = 0
    while place < len(values):
        place += 2 if values[place] > 0x80 else 1
    if place == len(values):
        return found[0]
    return f"{found[1]}\\'{ord(found[2]):02x}"


def _replaced(text: str, opening: re.Pattern[str], replace: Callable[[str], str]) -> str:
    """Return the text with each outermost group that begins so replaced."""
    parts, place = [], 0
    while found := opening.search(text, place):
        end = _end(text, found.start()) or len(text)
        parts += [text[place : found.start()], replace(text[found.start() : end])]
        place = end
    return "".join([*parts, text[place:]])


def _groups(text: str, opening: re.Pattern[str]) -> list[str]:
    """Return the outermost groups that begin so, without the word that says what they are."""
    found: list[str] = []

    def keep(group: str) -> str:
        found.append(opening.sub("{", group, count=1))
        return ""

    _replaced(text, opening, keep)
    return found


def _end(text: str, start: int) -> int | None:
    """Return where the group that begins at the start is over; None if the text ends before."""
    depth, place = 0, max(start, 0)
    while found := BRACE.search(text, place):
        place = found.end() + int(found[1] or 0)
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0 and found[0] == "}":
            return place
    return None
