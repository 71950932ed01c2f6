"""Make `characters.tsv` and `traditional.tsv` (see README.md beside this)."""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from opencc import OpenCC

# A notice in traditional characters follows OpenCC's own standard, Taiwan's or Hong Kong's.
TO_TRADITIONAL = ("s2t", "s2tw", "s2hk")
TO_SIMPLIFIED = ("hk2t", "tw2s")
STEP = 0.5
DEAREST = 13.0
IDEOGRAPHS = tuple(map(chr, chain(range(0x3400, 0x4DC0), range(0x4E00, 0xA000))))
# GB 2312 holds these, but no simplified text of today has them; whatever else it holds is a
# simplified character too (乾隆, 著名), and 昇腾 and 濛 are written in names.
OLD_FORMS = frozenset("後於徵夥菸麽")
NAMES = frozenset("昇濛")


def costs(texts: Iterable[str]) -> Iterator[tuple[float, str]]:
    """Yield the characters of each cost: the negative logarithm of their share of a text."""
    shares: defaultdict[str, float] = defaultdict(float)
    written = "\n".join(texts)
    for text in (written, *(OpenCC(name).convert(written) for name in TO_TRADITIONAL)):
        counts = Counter(char for char in text if not char.isascii())
        for char, count in counts.items():
            shares[char] = max(shares[char], count / len(text))
    classes: defaultdict[float, list[str]] = defaultdict(list)
    for char, share in sorted(shares.items(), key=lambda item: (-item[1], item[0])):
        classes[round(-math.log(share) / STEP) * STEP].append(char)
    for cost in sorted(classes):
        if cost < DEAREST:
            yield cost, "".join(classes[cost])


def traditional() -> Iterator[tuple[str, str]]:
    """Yield each character that no simplified text holds, with its simplified form."""
    simplified = "\n".join(IDEOGRAPHS)
    for name in TO_SIMPLIFIED:
        simplified = OpenCC(name).convert(simplified)
    for char, simple in zip(IDEOGRAPHS, simplified.split("\n"), strict=True):
        if char != simple and not _is_simplified(char):
            yield char, simple


def _is_simplified(char: str) -> bool:
    held = bool(char.encode("gb2312", errors="ignore"))
    return char in NAMES or (held and char not in OLD_FORMS)


def main(arguments: list[str]) -> None:
    """Write one table: `traditional`, or `characters` and the files of texts to count."""
    table, *files = arguments
    texts = (Path(file).read_text(encoding="utf-8") for file in files)
    rows = traditional() if table == "traditional" else costs(texts)
    sys.stdout.writelines(f"{first}\t{second}\n" for first, second in rows)


if __name__ == "__main__":
    main(sys.argv[1:])
