"""Originals are kept whole, read-only, once, and only while something needs them."""

import hashlib
import os
import stat

import pytest

from assistant.keeping.originals import Originals
from corpus.errors import KewenError

CONTENT = "嘉定区科技工作要点\n".encode()


@pytest.fixture
def originals(tmp_path):
    return Originals(tmp_path / "data")


def kept(originals, name="通知.txt", content=CONTENT):
    receiving = originals.receive(name)
    receiving.write(content[:5])
    receiving.write(content[5:])
    return originals.keep(receiving.done())


def inside(originals):
    return sorted(p.relative_to(originals.folder).as_posix() for p in originals.folder.rglob("*.*"))


def test_a_file_lies_under_its_content_and_cannot_be_written(originals):
    path = kept(originals)
    digest = hashlib.sha256(CONTENT).hexdigest()
    assert path == originals.folder / digest / "通知.txt"
    assert path.read_bytes() == CONTENT
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert inside(originals) == [f"{digest}/通知.txt"]


def test_the_same_file_is_kept_once(originals):
    assert kept(originals) == kept(originals)
    assert len(inside(originals)) == 1


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "/etc/passwd.txt", "..\\x.txt", "知" * 300]
)
def test_no_name_leads_out_of_the_folder(originals, name):
    receiving = originals.receive(f"{name}.txt")
    path = originals.keep(receiving.done())
    assert path.resolve().is_relative_to(originals.folder.resolve())
    assert len(path.relative_to(originals.folder).parts) == 2


def test_a_file_that_is_too_large_takes_no_place(originals):
    receiving = originals.receive("大.txt")
    for _ in range(51):
        receiving.write(bytes(1 << 20))
    found = receiving.done()
    assert "larger than 50 MiB" in found.refusal
    assert inside(originals) == []


@pytest.mark.parametrize("name", ["run.exe", "without", "a.tar.gz"])
def test_a_kind_that_is_not_read_is_refused_at_once(originals, name):
    receiving = originals.receive(name)
    receiving.write(CONTENT)
    assert "are not read; these are: " in receiving.done().refusal
    assert inside(originals) == []


def test_what_was_begun_can_be_dropped(originals):
    receiving = originals.receive("通知.txt")
    receiving.write(CONTENT)
    assert len(inside(originals)) == 1
    receiving.drop()
    assert inside(originals) == []


def test_a_file_of_this_machine_is_copied_or_refused_with_the_reason(originals, tmp_path):
    (tmp_path / "通知.txt").write_bytes(CONTENT)
    assert originals.keep(originals.copy(tmp_path / "通知.txt")).read_bytes() == CONTENT
    assert "No such file" in originals.copy(tmp_path / "无.txt").refusal
    assert len(inside(originals)) == 1


def test_a_disk_that_refuses_is_one_sentence(tmp_path):
    (tmp_path / "originals").write_bytes(b"")
    with pytest.raises(KewenError, match="could not be kept"):
        Originals(tmp_path).receive("通知.txt")


def test_only_what_is_old_and_needed_by_nothing_is_swept(originals):
    needed, needless, new = (kept(originals, f"{n}.txt", n.encode() * 20) for n in "abc")
    begun = originals.receive("d.txt")
    begun.write(CONTENT)
    for path in [*originals.folder.glob("*.partial"), needed, needless]:
        os.utime(path, (1, 1))
    # The data folder has been moved since the index was made.
    originals.sweep([f"/elsewhere/originals/{needed.parent.name}/{needed.name}"], before=1000)
    assert needed.exists()
    assert new.exists()
    assert not needless.parent.exists()
    assert list(originals.folder.glob("*.partial")) == []
    begun.drop()
