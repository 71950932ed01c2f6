"""Bytes to text, for files whose encoding nobody wrote down."""

import codecs
import re
from dataclasses import dataclass

from corpus.errors import UnreadableFile
from corpus.plausibility import cost

# The marks of UTF-32 come first: that of its little end begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    ("\ufeff".encode("gb18030"), "gb18030"),
)
# Of two readings that are as good, the earlier one counts: where Big5 as Windows has it and as Hong
# Kong has it differ (C6A1 to C8FE), Windows has nothing, and Python's cp950 reads more than that.
ENCODINGS = (
    "utf-8",
    "gb18030",
    "big5hkscs",
    "cp950",
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "utf-32-be",
)
HAN = re.compile(r"[\u3400-\u9fff]")
# What codecs call bytes that end within a character.
CUT = frozenset({"unexpected end of data", "incomplete multibyte sequence", "truncated data"})
LONG_BY_CHANCE = 400
COST_OF_A_CUT = 11.0
# Of 16,000 pieces of official and other texts, 200 or 2,000 characters long, none cost over 9.2 a
# character; a text in Shift-JIS or EUC-KR read as Chinese costs 11.5 to 14, and noise more.
DEAREST_TEXT, ENOUGH_TO_JUDGE = 11.0, 50


@dataclass(frozen=True, slots=True)
class Reading:
    """What bytes say in one encoding; `is_cut` is whether they end within a character."""

    encoding: str
    text: str
    is_cut: bool = False

    @property
    def cost(self) -> float:
        """How unlikely it is that somebody wrote this."""
        return cost(self.text) + (COST_OF_A_CUT if self.is_cut else 0)


def decode(data: bytes) -> str:
    """Return the text of the bytes, with line feeds as line ends.

    A byte-order mark says what the encoding is. Without one the bytes are read in every encoding
    that reads them whole, and the reading counts that is most likely a Chinese official text:
    通知 in GBK is also valid UTF-8, and most texts in Big5 are also valid GB18030. Nothing is ever
    dropped or replaced.

    :raises UnreadableFile: if no encoding reads the bytes whole, or they are not text.
    """
    reading = _reading(data)
    if reading is None:
        raise UnreadableFile(
            "The file is not text in UTF-8, UTF-16, UTF-32, GB18030 or Big5. "
            "Save it as UTF-8 text and index it again."
        )
    if reading.is_cut:
        raise UnreadableFile(
            f"The file is cut off: read as {reading.encoding.upper()}, it ends within its last "
            "character. Get the whole file and index it again."
        )
    if "\0" in reading.text:
        raise UnreadableFile("The file is not text: it holds zero bytes. Give a text file.")
    return reading.text.replace("\r\n", "\n").replace("\r", "\n")


def _reading(data: bytes) -> Reading | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], encoding)
    plain = _read(data, "utf-8")
    if plain and not plain.is_cut and len(data) - len(plain.text) > LONG_BY_CHANCE:
        # So many characters of several bytes are not UTF-8 by chance; the others cost time.
        return plain
    readings = [reading for name in ENCODINGS if (reading := _read(data, name))]
    best = min(readings, key=lambda reading: reading.cost, default=None)
    return None if best is None or _is_noise(best) else best


def _read(data: bytes, encoding: str) -> Reading | None:
    try:
        return Reading(encoding, data.decode(encoding))
    except UnicodeDecodeError as error:
        if error.reason in CUT and error.end == len(data):
            return Reading(encoding, data[: error.start].decode(encoding), is_cut=True)
    return None


def _is_noise(reading: Reading) -> bool:
    """Return whether a reading is only the least bad one; so long a text is not UTF-8 by chance."""
    chars = [char for char in reading.text if not char.isascii()]
    if reading.encoding == "utf-8" or len(chars) < ENOUGH_TO_JUDGE:
        return False
    return cost("".join(chars)) > DEAREST_TEXT * len(chars)
