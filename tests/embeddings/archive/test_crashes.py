"""A publish is stopped at every step it takes on the disk, in a process of its own."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpus.errors import IndexMissing
from embeddings.archive.generation import Generation
from embeddings.archive.verification import problems
from embeddings.hashing import HashingEncoder

LOCKED, REFUSED = 4, 7


class Nursery:
    """Starts processes that ingest, by forking one that has everything imported."""

    def __init__(self):
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("nursery.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def _ask(self, **request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def start(self, index, folder, **options):
        return self._ask(index=str(index), folder=str(folder), **options)

    def wait(self, pid):
        return self._ask(wait=pid)

    def run(self, index, folder, **options):
        """Return the exit status; negative is the signal that ended it."""
        return self.wait(self.start(index, folder, **options))

    def close(self):
        self.process.communicate(timeout=10)


@pytest.fixture(scope="module")
def nursery():
    nursery = Nursery()
    yield nursery
    nursery.close()


def state(index):
    """Which text is served, after a check of everything; None without an index."""
    try:
        with Generation.open(index) as generation:
            assert problems(generation, HashingEncoder(32)) == ()
            return generation.tables.text("嘉定")
    except IndexMissing:
        return None


@pytest.mark.parametrize("interrupts", [["kill"], ["full", "broken"]])
def test_every_step_of_publishing_may_be_the_last(nursery, folder, index, interrupts):
    texts = ["一版\n", "二版\n"]
    old, version = None, 0
    for step in range(1, 100):
        new = texts[version % 2]
        (folder / "嘉定.txt").write_text(new, encoding="utf-8")
        interrupt = interrupts[step % len(interrupts)]
        code = nursery.run(index, folder, interrupt=interrupt, at=step)
        served = state(index)
        assert served in (old, new)
        assert code == {"kill": -signal.SIGKILL}.get(interrupt, REFUSED) or served == new
        if code == 0 and step > 45:
            break
        if served == new:
            old, version = new, version + 1
    assert nursery.run(index, folder) == 0
    assert not list(index.glob("*.partial"))


def test_the_first_build_may_be_killed_at_every_step(nursery, folder, tmp_path):
    for step in range(1, 40):
        index = tmp_path / f"data-{step}" / "index"
        code = nursery.run(index, folder, interrupt="kill", at=step)
        assert state(index) in (None, (folder / "嘉定.txt").read_text(encoding="utf-8"))
        assert code in (0, -signal.SIGKILL)
    assert code == 0
    assert state(index) is not None


def test_a_kill_at_any_moment_leaves_an_index(nursery, folder, index):
    assert nursery.run(index, folder) == 0
    old = state(index)
    choice = random.Random(3)
    for number in range(20):
        new = f"第{number}版\n"
        (folder / "嘉定.txt").write_text(new, encoding="utf-8")
        pid = nursery.start(index, folder)
        time.sleep(choice.uniform(0, 0.03))
        os.kill(pid, signal.SIGKILL)
        nursery.wait(pid)
        assert state(index) in (old, new)
        old = state(index)


@pytest.mark.parametrize("limit", [1, 5_000, 30_000])
def test_a_full_disk_is_a_clear_error_and_the_old_index_serves(nursery, folder, index, limit):
    assert nursery.run(index, folder) == 0
    old = state(index)
    (folder / "嘉定.txt").write_text("新的\n" * 40, encoding="utf-8")
    assert nursery.run(index, folder, limit=limit) == REFUSED
    assert state(index) == old
    assert nursery.run(index, folder) == 0
    assert state(index) == "新的\n" * 40


def test_of_many_writers_each_wins_or_says_that_it_is_locked(nursery, folder, index):
    racers = [nursery.start(index, folder) for _ in range(12)]
    codes = {nursery.wait(racer) for racer in racers}
    assert 0 in codes
    assert codes <= {0, LOCKED}
    assert state(index) is not None
