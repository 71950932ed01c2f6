"""Lines whose characters stand apart, as letterheads, signatures and scans have them, closed up."""

import re

BLANKS = re.compile(r"\s+")
# Below this share of single characters a line is words with blanks between them, not one spaced out.
SHARE = 0.6
FEWEST = 3
# 第 72 号 has two characters and a number.
FEWER = 2


def close_spaced(words: str) -> str:
    """Return 贵  阳  市  令 as 贵阳市令; a wider blank than the narrowest (科 技 部　　财 政 部) stays one.

    Words that are not spaced out come back as they are.
    """
    pieces = words.split()
    single = [piece for piece in pieces if len(piece) == 1]
    characters = sum(not piece.isascii() for piece in single)
    if len(pieces) < FEWEST or characters < FEWER or len(single) < SHARE * len(pieces):
        return words
    gaps = [_width(gap) for gap in BLANKS.findall(words.strip())]
    narrow = min(gaps)
    closed = pieces[0]
    for gap, piece in zip(gaps, pieces[1:], strict=True):
        closed += (" " if gap > narrow else "") + piece
    return closed


def _width(gap: str) -> int:
    """Return how many half-width blanks a gap is wide."""
    return sum(1 if char == " " else 2 for char in gap)
