import os
from hashlib import sha256
from pathlib import Path

import pytest

from corpus import reading
from corpus.errors import UnreadableFile
from corpus.formats import limits
from corpus.understanding import understand
from tests.corpus.formats.writing import docx, p

TEXT = "关于印发《普陀区科委2016年工作要点》的通知"
FILES = Path(__file__).parent / "formats" / "files"


def test_a_gbk_file_is_read_and_hashed_over_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(TEXT.encode("gbk"))
    stored = reading.read(path)
    assert stored.text == TEXT
    assert stored.sha256 == sha256(TEXT.encode("gbk")).hexdigest()


FORMATS = {
    ".md": TEXT.encode(),
    ".html": f"<html><body><p>{TEXT}</p></body></html>".encode("gbk"),
    ".htm": f"<p>{TEXT}</p>".encode("utf-16"),
    ".docx": docx(p(TEXT)),
    ".csv": f"{TEXT},".encode(),
    ".rtf": b"{\\rtf1\\ansicpg936 %}".replace(b"%", TEXT.encode("gbk")),
}


@pytest.mark.parametrize("suffix", FORMATS)
def test_each_format_gives_its_text_and_the_hash_of_its_bytes(tmp_path, suffix):
    path = tmp_path / f"通知{suffix}"
    path.write_bytes(FORMATS[suffix])
    stored = reading.read(path)
    assert stored.text.strip() == TEXT
    assert stored.sha256 == sha256(FORMATS[suffix]).hexdigest()


@pytest.mark.parametrize("suffix", [".html", ".rtf", ".docx"])
def test_a_doc_that_is_another_format_inside_is_read(tmp_path, suffix):
    for name in ("a.doc", "A.WPS"):
        (tmp_path / name).write_bytes(FORMATS[suffix])
        assert reading.read(tmp_path / name).text == TEXT


@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.docx", "a.txt"])
def test_a_document_of_word_97_is_read_whatever_its_name(tmp_path, name):
    (tmp_path / name).write_bytes((FILES / "notice.doc").read_bytes())
    assert "（一）培育科技企业。" in reading.read(tmp_path / name).text


def test_a_warning_of_the_reader_is_one_of_the_notice(tmp_path):
    path = tmp_path / "a.rtf"
    path.write_bytes(FORMATS[".rtf"][:-1])
    assert "The RTF file is cut off: its end is missing." in understand(path, "n").warnings


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"An English text only.", "年月".encode()])
def test_a_file_without_chinese_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile):
        reading.read(path)


def test_a_missing_file_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="No such file"):
        reading.read(tmp_path / "none.txt")


@pytest.mark.parametrize("suffix", [".txt", ".docx"])
def test_a_link_is_refused(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a{suffix}").write_bytes(FORMATS.get(suffix, TEXT.encode()))
    (tmp_path / f"b{suffix}").symlink_to(tmp_path / f"a{suffix}")
    with pytest.raises(UnreadableFile):
        reading.read(tmp_path / f"b{suffix}")


def test_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.docx")
    for name in (".", "pipe.docx"):
        with pytest.raises(UnreadableFile):
            reading.read(tmp_path / name)


@pytest.mark.parametrize("suffix", [".txt", ".csv", ".html"])
def test_text_over_its_limit_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"a" * (limits.MAX_TEXT_BYTES + 1))
    with pytest.raises(UnreadableFile, match="larger than 20 MB"):
        reading.read(path)


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.docx").open("wb") as file:
        file.truncate(limits.MAX_BYTES + 1)
    with pytest.raises(UnreadableFile, match="larger than 100 MB"):
        reading.read(tmp_path / "a.docx")
