"""The styles of a DOC file, as far as they number paragraphs."""

import struct

from corpus.formats.word97.file import STYLES, DocFile
from corpus.formats.word97.properties import Paragraph, changed

OF_PARAGRAPHS = 1
DEEPEST = 20


def styles_of(file: DocFile) -> dict[int, Paragraph]:
    """Return what each paragraph style says, with what it takes from the style it is based on."""
    try:
        own = _own(file.part(STYLES))
    except (struct.error, IndexError):
        return {}
    return {number: _inherited(own, number) for number in own}


def _own(data: bytes) -> dict[int, tuple[int, bytes]]:
    """Return the number of the base and the changes of each style (STSH, [MS-DOC] 2.9.271)."""
    if not data:
        return {}
    place = 2 + int(struct.unpack_from("<H", data)[0])
    count, base_size = struct.unpack_from("<HH", data, 2)
    found = {}
    for number in range(count):
        (length,) = struct.unpack_from("<H", data, place)
        style = data[place + 2 : place + 2 + length]
        place += 2 + length
        if length >= base_size + 2 and struct.unpack_from("<H", style, 2)[0] & 15 == OF_PARAGRAPHS:
            found[number] = (struct.unpack_from("<H", style, 2)[0] >> 4, _changes(style, base_size))
    return found


def _changes(style: bytes, base_size: int) -> bytes:
    """Return the changes to paragraphs, which follow the name and the number of the style."""
    (name,) = struct.unpack_from("<H", style, base_size)
    place = base_size + 2 + 2 * (name + 1)
    (length,) = struct.unpack_from("<H", style, place)
    return style[place + 4 : place + 2 + length]


def _inherited(own: dict[int, tuple[int, bytes]], number: int) -> Paragraph:
    chain: list[bytes] = []
    while number in own and len(chain) < DEEPEST:
        base, changes = own[number]
        chain.append(changes)
        number = base
    paragraph = Paragraph()
    for changes in reversed(chain):
        paragraph = changed(paragraph, changes)
    return paragraph
