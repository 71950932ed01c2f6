"""What people did by hand is on the disk when it is acknowledged, and undone if it fails."""

import sqlite3
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from assistant.keeping.store import KeepingStore, Kept, Removal
from corpus.correction import AS_READ, Correction
from corpus.errors import KewenError
from corpus.notice import Years

WHOLE = Correction("普陀区科技工作要点", "上海市普陀区", Years(2016, 2018))
REMOVED = Removal(Path("/files/a.txt"), WHOLE, 17.5)


def put(store, notice_id, kept):
    with store.changed(notice_id, kept):
        pass


def test_what_is_kept_is_there_for_whoever_opens_the_folder_next(tmp_path):
    put(KeepingStore(tmp_path / "data"), "a", Kept(WHOLE))
    put(KeepingStore(tmp_path / "data"), "b", Kept(removal=REMOVED))
    store = KeepingStore(tmp_path / "data")
    assert store.corrections() == {"a": WHOLE}
    assert store.removals() == {"b": REMOVED}
    assert store.of("c") == Kept()


def test_a_folder_without_corrections_has_none_and_none_is_made(tmp_path):
    store = KeepingStore(tmp_path)
    store.forget(["a"])
    assert (store.corrections(), store.removals()) == ({}, {})
    assert list(tmp_path.iterdir()) == []


def test_what_follows_and_fails_undoes_the_change(tmp_path):
    store = KeepingStore(tmp_path)
    put(store, "a", Kept(WHOLE))
    seen = []

    def fail():
        with store.changed("a", Kept(removal=REMOVED)):
            seen.append(KeepingStore(tmp_path).of("a"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert seen == [Kept(removal=REMOVED)]
    assert store.of("a") == Kept(WHOLE)


def test_a_correction_that_was_taken_back_is_known_to_be(tmp_path):
    store = KeepingStore(tmp_path)
    put(store, "a", Kept(AS_READ))
    assert store.corrections() == {"a": AS_READ}
    store.forget(["a"])
    assert store.corrections() == {}


def test_many_threads_lose_nothing(tmp_path):
    store = KeepingStore(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: put(store, str(number), Kept(WHOLE)), range(60)))
    assert len(store.corrections()) == 60


def test_what_was_acknowledged_survives_a_process_that_is_killed(tmp_path):
    script = textwrap.dedent(f"""
        import os, pathlib, signal
        from assistant.keeping.store import Kept, KeepingStore
        from corpus.correction import Correction
        store = KeepingStore(pathlib.Path({str(tmp_path)!r}))
        for number in range(5):
            with store.changed(str(number), Kept(Correction(title="标题"))):
                pass
            print(number, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == -9
    assert sorted(KeepingStore(tmp_path).corrections()) == done.stdout.split() == list("01234")


def test_a_file_that_is_none_of_ours_is_named_and_left_as_it_is(tmp_path):
    path = tmp_path / "corrections.db"
    path.write_bytes(b"not a database, whatever its name is, and long enough to be read as one" * 9)
    before = path.read_bytes()
    with pytest.raises(KewenError, match=r"corrections\.db"):
        KeepingStore(tmp_path).corrections()
    assert path.read_bytes() == before


def test_a_file_of_a_later_version_is_left_as_it_is(tmp_path):
    put(KeepingStore(tmp_path), "a", Kept(WHOLE))
    with closing(sqlite3.connect(tmp_path / "corrections.db")) as connection:
        connection.execute("PRAGMA user_version = 9")
    with pytest.raises(KewenError, match="later version"):
        KeepingStore(tmp_path).corrections()


def test_a_place_that_is_no_longer_known_leaves_the_rest(tmp_path):
    put(KeepingStore(tmp_path), "a", Kept(WHOLE))
    with closing(sqlite3.connect(tmp_path / "corrections.db")) as connection, connection:
        connection.execute("UPDATE corrections SET place = '火星区'")
    assert KeepingStore(tmp_path).of("a").correction == Correction(
        WHOLE.title, None, WHOLE.plan_years
    )
