import io
import zipfile

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.archives import Parts
from corpus.formats.office import read
from tests.corpus.formats.writing import packed


def bomb(megabytes: int) -> bytes:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(megabytes):
            part.write(b" " * 1_000_000)
    return file.getvalue()


def test_a_bomb_is_refused_while_it_is_unpacked():
    with pytest.raises(UnreadableFile, match="unpacks to more than 100 times its size"):
        read(bomb(300))


def test_a_small_part_may_pack_well():
    assert len(Parts(bomb(9)).read("word/document.xml")) == 9_000_000


def test_many_parts_are_refused():
    with pytest.raises(UnreadableFile, match="holds 2,001 parts"):
        read(packed({f"word/{number}": b"" for number in range(2001)}))


def test_an_archive_in_an_archive_is_not_opened():
    inner = packed({"word/document.xml": b"x"})
    with pytest.raises(UnreadableFile, match="is an archive, no document"):
        read(packed({"a.docx": inner}))


@pytest.mark.parametrize(("part", "name"), [("OFD.xml", "OFD"), ("ppt/presentation.xml", "PPTX")])
def test_an_archive_of_another_program_is_refused_with_what_to_do(part, name):
    with pytest.raises(UnreadableFile, match=f"{name}.*Save it as PDF"):
        read(packed({part: b"<x/>"}))


def test_a_protected_archive_is_refused():
    data = bytearray(packed({"word/document.xml": b"x"}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(UnreadableFile, match="protected by a password"):
        read(bytes(data))


def test_a_part_whose_bytes_have_changed_is_refused():
    data = bytearray(packed({"word/document.xml": bytes(range(256)) * 20}))
    data[60] ^= 0xFF
    with pytest.raises(UnreadableFile, match="cannot be unpacked"):
        Parts(bytes(data)).read("word/document.xml")
