import pytest

from corpus.errors import UnreadableFile
from corpus.formats.kinds import BY_SUFFIX, kind_of
from corpus.formats.worker import READERS
from tests.corpus.formats.writing import docx, p

HTML = "<!DOCTYPE html><html><body>通知</body></html>"


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        (HTML.encode("gbk"), ".doc", "html"),
        (HTML.encode("utf-16"), ".xls", "html"),
        (b"\n  <html><head></head></html>", ".txt", "html"),
        (b'<?xml version="1.0"?>\n<!-- a -->\n<html>', ".htm", "html"),
        (b"{\\rtf1\\ansi}", ".doc", "rtf"),
        (docx(p("通知")), ".doc", "office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8), ".docx", "compound"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8), ".wps", "compound"),
        (b"%PDF-1.4", ".txt", "pdf"),
        (b"\r\n%PDF-1.4", ".pdf", "pdf"),
        (b"\x89PNG\r\n\x1a\n", ".jpg", "image"),
        (b"II*\0", ".pdf", "image"),
        ("指标,目标".encode(), ".csv", "csv"),
        ("通知".encode(), ".txt", "text"),
        ("通知".encode(), ".doc", "text"),
        ("<p>通知</p>".encode(), ".html", "html"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", ".doc", "mhtml"),
        (b'<?xml version="1.0"?><?mso-application?><w:wordDocument x="y">', ".doc", "wordml"),
    ],
)
def test_a_file_is_what_its_first_bytes_say(data, suffix, kind):
    assert kind_of(data, suffix) == kind


@pytest.mark.parametrize("start", [b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"PK\x05\x06"])
def test_a_packed_file_is_refused_with_what_to_do(start):
    with pytest.raises(UnreadableFile, match="Unpack it"):
        kind_of(start + bytes(20), ".docx")


def test_bytes_that_are_not_those_of_the_format_are_refused():
    with pytest.raises(UnreadableFile, match="not those of its format"):
        kind_of(b"\x01\x00\x02\x00", ".docx")


def test_every_kind_but_text_has_a_reader():
    assert set(BY_SUFFIX.values()) - {"text"} <= set(READERS)
