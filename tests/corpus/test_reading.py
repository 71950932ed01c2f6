import os
from hashlib import sha256
from pathlib import Path

import pytest

from corpus import reading
from corpus.errors import UnreadableFile
from corpus.formats import limits

TEXT = "关于印发《普陀区科委2016年工作要点》的通知"


def test_a_gbk_file_is_read_and_hashed_over_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(TEXT.encode("gbk"))
    stored = reading.read(path)
    assert stored.text == TEXT
    assert stored.sha256 == sha256(TEXT.encode("gbk")).hexdigest()


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"An English text only.", "年月".encode()])
def test_a_file_without_chinese_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile):
        reading.read(path)


def test_a_missing_file_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="No such file"):
        reading.read(tmp_path / "none.txt")


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    with pytest.raises(UnreadableFile):
        reading.read(tmp_path / "b.txt")


def test_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in (".", "pipe"):
        with pytest.raises(UnreadableFile):
            reading.read(tmp_path / name)


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * (limits.MAX_TEXT_BYTES + 1))
    with pytest.raises(UnreadableFile, match="larger than 20 MB"):
        reading.read(path)
