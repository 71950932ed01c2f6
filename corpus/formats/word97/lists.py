"""The automatic numbers of a DOC file (一、 （一） 1.), which are not in its text."""

import struct
from dataclasses import dataclass

from corpus.formats.listing import Counters, Level
from corpus.formats.word97.file import LIST_USES, LISTS, DocFile
from corpus.formats.word97.properties import Paragraph
from corpus.formats.word97.stylesheet import styles_of

# The order of MSONFC ([MS-OSHARED] 2.2.1.3), which is that of ST_NumberFormat in ECMA-376.
_STYLES = (
    "decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago "
    "ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal "
    "japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero "
    "bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese "
    "ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting "
    "ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified "
    "chineseCountingThousand"
)
STYLES = tuple(_STYLES.split())
SIMPLE, LEGAL, STARTS, FORMATS = 0x01, 0x04, 0x10, 0x20
LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Use:
    """A list as paragraphs name it: the list that it is and what it says otherwise."""

    key: int
    starts: dict[int, int]
    levels: dict[int, Level]


class Lists:
    """The lists of a document and how far each has counted."""

    def __init__(self, file: DocFile) -> None:
        self._styles = styles_of(file)
        self._counters = Counters()
        self._begun: set[tuple[int, int]] = set()
        self._levels: dict[int, dict[int, Level]] = {}
        self._uses: list[_Use] = []
        try:
            self._levels = _lists(file.part(LISTS, rest=True))
            self._uses = _uses(file.part(LIST_USES, rest=True))
        except (struct.error, IndexError):
            return  # The text counts for more than its numbers.

    def label(self, paragraph: Paragraph) -> str:
        """Return the number before a paragraph and count it; empty if it has none."""
        number, depth = self._place(paragraph)
        if not 0 < number <= len(self._uses):
            return ""
        use = self._uses[number - 1]
        if depth in use.starts and (number, depth) not in self._begun:
            self._begun.add((number, depth))
            self._counters.restart(use.key, depth, use.starts[depth])
        return self._counters.next(use.key, self._levels.get(use.key, {}) | use.levels, depth)

    def _place(self, paragraph: Paragraph) -> tuple[int, int]:
        style = self._styles.get(paragraph.style, Paragraph())
        number = style.list_number if paragraph.list_number is None else paragraph.list_number
        depth = style.depth if paragraph.depth is None else paragraph.depth
        return number or 0, depth or 0


def _lists(data: bytes) -> dict[int, dict[int, Level]]:
    """Return the levels of each list; those of all follow the table of the lists."""
    if not data:
        return {}
    (count,) = struct.unpack_from("<H", data)
    place = 2 + 28 * count
    found = {}
    for number in range(count):
        (key,) = struct.unpack_from("<i", data, 2 + 28 * number)
        levels = {}
        for depth in range(1 if data[2 + 28 * number + 26] & SIMPLE else LEVELS):
            levels[depth], place = _level(data, place)
        found[key] = levels
    return found


def _level(data: bytes, place: int) -> tuple[Level, int]:
    """Return a level (LVL) and where it is over."""
    start, style, flags = struct.unpack_from("<iBB", data, place)
    of_characters, of_paragraph = data[place + 24], data[place + 25]
    place += 28 + of_characters + of_paragraph
    (length,) = struct.unpack_from("<H", data, place)
    text = data[place + 2 : place + 2 + 2 * length].decode("utf-16-le", "replace")
    pattern = "".join(f"%{ord(char) + 1}" if ord(char) < LEVELS else char for char in text)
    name = STYLES[style] if style < len(STYLES) else ("none" if style == 0xFF else "decimal")
    return Level(name, pattern, start, bool(flags & LEGAL)), place + 2 + 2 * length


def _uses(data: bytes) -> list[_Use]:
    if not data:
        return []
    (count,) = struct.unpack_from("<I", data)
    place = 4 + 16 * count
    found = []
    for number in range(min(count, len(data) // 16)):
        key, changes = struct.unpack_from("<i8xB", data, 4 + 16 * number)
        place += 4
        use = _Use(key, {}, {})
        for _ in range(changes):
            start, flags = struct.unpack_from("<iI", data, place)
            depth, place = flags & 15, place + 8
            if flags & FORMATS:
                use.levels[depth], place = _level(data, place)
            if flags & STARTS:
                use.starts[depth] = use.levels[depth].start if flags & FORMATS else start
        found.append(use)
    return found
