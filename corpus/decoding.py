"""Bytes to text, for files whose encoding nobody wrote down."""

import codecs
import re

from corpus.errors import UnreadableFile

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
HAN = re.compile(r"[\u3400-\u9fff]")


def decode(data: bytes) -> str:
    """Return the text of the bytes, with line feeds as line ends.

    The ladder is: byte-order mark, strict UTF-8 unless it yields no Han character while GB18030
    does (通知 in GBK is also valid UTF-8), GB18030. Nothing is ever dropped or replaced.

    :raises UnreadableFile: if no step of the ladder reads the bytes whole, or they are not text.
    """
    text = _ladder(data).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise UnreadableFile("The file is not text: it holds zero bytes. Give a text file.")
    return text


def _ladder(data: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data, encoding) or _refuse()
    if b"\0" in data[:4096]:
        _refuse()
    utf8, gb = _strict(data, "utf-8"), _strict(data, "gb18030")
    if utf8 is not None and (gb is None or HAN.search(utf8) or not HAN.search(gb)):
        return utf8
    return _refuse() if gb is None else gb


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _refuse() -> str:
    raise UnreadableFile(
        "The file is not text in UTF-8, GB18030 or UTF-16. Save it as UTF-8 text and index it again."
    )
