"""What a file is, by its first bytes; its name decides only where those say nothing.

A .doc is often HTML, RTF or DOCX inside, and a .wps a DOC.
"""

import re
from typing import Literal

from corpus.errors import UnreadableFile

Kind = Literal[
    "text", "csv", "html", "mhtml", "pdf", "office", "compound", "rtf", "wordml", "image"
]
BY_SUFFIX: dict[str, Kind] = {
    ".txt": "text", ".md": "text", ".csv": "csv", ".html": "html", ".htm": "html", ".pdf": "pdf",
    ".docx": "office", ".xlsx": "office", ".doc": "compound", ".wps": "compound", ".rtf": "rtf",
    ".tif": "image", ".tiff": "image", ".png": "image", ".jpg": "image", ".jpeg": "image",
}  # fmt: skip
MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "office"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "compound"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
)
PACKED = ((b"Rar!", "RAR"), (b"7z\xbc\xaf", "7z"), (b"\x1f\x8b", "gzip"), (b"PK\x05\x06", "ZIP"))
HTML = re.compile(
    rb"\s{0,99}+(?:<\?xml[^>]{0,200}>\s{0,99}+)?(?:<!--[^>]{0,300}>\s{0,99}+){0,3}"
    rb"<(?:!doctype\s{1,9}html|html|head|meta|body|title)\b",
    re.IGNORECASE,
)
WORDML = re.compile(rb"\s{0,99}+<\?xml[^>]{0,200}>.{0,999}<w:wordDocument", re.DOTALL)
MHTML = re.compile(rb"(?:[\w-]{1,40}:[^\n]{0,200}\n){0,9}MIME-Version:", re.IGNORECASE)
BYTE_ORDER_MARK = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")
TEXTS = frozenset({"text", "csv", "html"})


def kind_of(data: bytes, suffix: str) -> Kind:
    """Return what the bytes are; the suffix (``.pdf``) counts where they are some kind of text.

    :raises UnreadableFile: if the bytes are nothing that can be read.
    """
    for magic, kind in MAGIC:
        if data.startswith(magic):
            return kind
    for magic, name in PACKED:
        if data.startswith(magic):
            raise UnreadableFile(f"The file is packed ({name}). Unpack it and index what it holds.")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return _written(data, BY_SUFFIX.get(suffix.lower(), "text"))


def _written(data: bytes, named: Kind) -> Kind:
    # UTF-16 puts a zero byte beside each letter of a tag.
    start = BYTE_ORDER_MARK.sub(b"", data[:4096]).replace(b"\0", b"")
    if HTML.match(start):
        return "html"
    if WORDML.match(start):
        return "wordml"
    if MHTML.match(start) and b"multipart/related" in start:
        return "mhtml"
    if named in TEXTS:
        return named
    if b"\0" in data[:4096]:
        raise UnreadableFile(
            "The first bytes of the file are not those of its format. "
            "It may be damaged: open it, save it again and index that."
        )
    return "text"
