"""What a reader of a format gives back, and how its lines become one text."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

# Fonts of PDF files map 一 to the radical ⼀ (U+2F00); of the supplement these are in common use.
SUPPLEMENT = str.maketrans(
    "⺠⺴⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻥⻦⻨⻩⻬⻮⻰",
    "民网虎西见角贝车长门青韦页风飞食马骨鱼鸟麦黄齐齿龙",
)
# Symbol fonts stand at F020 to F0FF; of Wingdings the ticks and boxes say something.
SYMBOLS = str.maketrans(
    {
        0xF0A8: "□",
        0xF06F: "□",
        0xF0FE: "☑",
        0xF052: "☑",
        0xF0FD: "☒",
        0xF0FC: "√",
        0xF0FB: "×",
        0xF0D6: "√",
    }
)
ORNAMENT = re.compile("[\uf020-\uf0ff]")
RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
RADICAL = re.compile("[\u2f00-\u2fdf\uf900-\ufaff]")
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff\ud800-\udfff]"
)
BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, the offsets at which its pages begin, and what a person must know of it.

    `pages` is empty for a file without pages; each of the `warnings` is a sentence.
    """

    text: str
    pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


def of_lines(lines: Iterable[str]) -> Extracted:
    """Return the lines as a text without pages; lines that hold nothing are left out."""
    clean = (printable(line).strip() for line in lines)
    return Extracted("\n".join(line for line in clean if line))


def of_pieces(lines: Iterable[Iterable[tuple[int, str]]], page_count: int) -> Extracted:
    """Return lines that are made of pieces ``(page, text)`` as a text with pages.

    A page that holds nothing begins where the next one does.
    """
    parts: list[str] = []
    starts: dict[int, int] = {}
    length = 0
    for line in lines:
        pieces = [(page, printable(text)) for page, text in line]
        if not any(text.strip() for _, text in pieces):
            continue
        for page, text in pieces:
            starts.setdefault(page, length)
            parts.append(text)
            length += len(text)
        parts.append("\n")
        length += 1
    text = "".join(parts)[:-1]
    begins, following = [], len(text)
    for page in range(page_count - 1, -1, -1):
        following = min(starts.get(page, following), following)
        begins.append(following)
    return Extracted(text, tuple(reversed(begins)))


def printable(text: str) -> str:
    """Return the text with Han characters for radicals, without control characters and ornaments."""
    text = ORNAMENT.sub("", BREAK.sub("\n", text).translate(SUPPLEMENT).translate(SYMBOLS))
    text = RADICAL.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    return UNPRINTABLE.sub("", text)
