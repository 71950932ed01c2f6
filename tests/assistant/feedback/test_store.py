import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from assistant.feedback import Feedback, FeedbackStore
from corpus.errors import KewenError, UsageError

GIVEN = Feedback("几家？", "down", {"text": "900家"}, correction="20家", category="wrong_figure")


def test_what_is_kept_is_there_for_whoever_opens_the_folder_next(tmp_path):
    FeedbackStore(tmp_path / "data").add(GIVEN)
    assert FeedbackStore(tmp_path / "data").all() == [replace(GIVEN, history=[])]


def test_a_folder_without_feedback_has_none_and_none_is_made(tmp_path):
    assert FeedbackStore(tmp_path).all() == []
    assert list(tmp_path.iterdir()) == []


def test_many_threads_lose_nothing(tmp_path):
    store = FeedbackStore(tmp_path)
    said = [replace(GIVEN, id=str(number)) for number in range(60)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(store.add, said))
    assert sorted(int(feedback.id) for feedback in store.all()) == list(range(60))


def test_what_was_acknowledged_survives_a_process_that_is_killed(tmp_path):
    script = textwrap.dedent(f"""
        import os, pathlib, signal
        from assistant.feedback import Feedback, FeedbackStore
        store = FeedbackStore(pathlib.Path({str(tmp_path)!r}))
        for number in range(5):
            store.add(Feedback("几家？", "up", {{}}, id=str(number)))
            print(number, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == -9
    assert [f.id for f in FeedbackStore(tmp_path).all()] == done.stdout.split() == list("01234")


@pytest.mark.parametrize(
    "changes", [{"verdict": "maybe"}, {"category": "bad"}, {"correction": "x" * 2001}]
)
def test_what_cannot_be_used_is_refused(changes):
    with pytest.raises(UsageError):
        replace(GIVEN, **changes)


def test_a_file_that_is_none_of_feedback_is_named_and_left_as_it_is(tmp_path):
    path = tmp_path / "feedback.db"
    path.write_bytes(b"not a database, whatever its name is, and long enough to be read as one" * 9)
    before = path.read_bytes()
    with pytest.raises(KewenError, match=r"feedback\.db"):
        FeedbackStore(tmp_path).add(GIVEN)
    assert path.read_bytes() == before


def test_a_file_of_a_later_version_is_left_as_it_is(tmp_path):
    import sqlite3
    from contextlib import closing

    FeedbackStore(tmp_path).add(GIVEN)
    with closing(sqlite3.connect(tmp_path / "feedback.db")) as connection:
        connection.execute("PRAGMA user_version = 9")
    with pytest.raises(KewenError, match="later version"):
        FeedbackStore(tmp_path).all()
