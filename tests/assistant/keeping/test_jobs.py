"""Jobs: one after the other, each file with what became of it, and an end in any case."""

import threading
import time
from types import SimpleNamespace

import pytest

from assistant.keeping.jobs import MOST_REMEMBERED, MOST_WAITING, Jobs
from assistant.keeping.originals import Originals
from corpus.errors import IndexLocked, KewenError
from embeddings.archive.files.sources import Rejected

SECONDS = 20


class Archive:
    """Takes files in as it is told to, in the thread of the jobs; every file becomes a notice."""

    def __init__(self):
        self.taken = {}
        self.errors = []
        self.rejected = ()
        self.threads = set()
        self.go_on = threading.Event()
        self.go_on.set()
        self.begun = threading.Event()

    def index(self, paths, progress):
        self.threads.add(threading.current_thread().name)
        self.begun.set()
        for done in range(len(paths) + 1):
            progress("read", done, len(paths))
            self.go_on.wait(SECONDS)
        if self.errors:
            raise self.errors.pop(0)
        rejected = {each.path for each in self.rejected}
        fine = [path for path in paths if str(path) not in rejected]
        new = [path.stem for path in fine if str(path) not in self.taken]
        self.taken |= {str(path): path.stem for path in fine}
        return SimpleNamespace(added=new, updated=[], rejected=self.rejected)

    def ids(self):
        return self.taken


@pytest.fixture
def archive():
    return Archive()


@pytest.fixture
def originals(tmp_path):
    return Originals(tmp_path)


@pytest.fixture
def jobs(archive, originals):
    jobs = Jobs(archive.index, archive.ids, originals, patience=0.2)
    yield jobs
    archive.go_on.set()
    jobs.close()


def brought(originals, *names):
    files = []
    for name in names:
        receiving = originals.receive(name)
        receiving.write(name.encode())
        files.append(receiving.done())
    return files


def wait_for(condition):
    until = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.01)


def finished(jobs, job):
    wait_for(lambda: jobs.find(job.id).is_over)
    return jobs.find(job.id)


def states(job):
    return [(file.name, file.state, file.notice_id) for file in job.files]


def test_files_become_notices_and_the_job_says_which(jobs, originals, archive):
    job = jobs.submit(brought(originals, "a.txt", "b.txt"))
    assert (job.state, {file.state for file in job.files}) == ("waiting", {"waiting"})
    done = finished(jobs, job)
    assert (done.state, done.message) == ("done", None)
    assert states(done) == [("a.txt", "added", "a"), ("b.txt", "added", "b")]
    again = finished(jobs, jobs.submit(brought(originals, "a.txt")))
    assert states(again) == [("a.txt", "unchanged", "a")]
    assert archive.threads == {"kewen-jobs"}


def test_files_are_on_the_disk_when_a_job_is_accepted(jobs, originals, archive):
    archive.go_on.clear()
    jobs.submit(brought(originals, "a.txt", "b.exe"))
    assert [p.name for p in originals.folder.glob("*/*")] == ["a.txt"]


def test_a_job_tells_how_far_it_is(jobs, originals, archive):
    archive.go_on.clear()
    job = jobs.submit(brought(originals, "a.txt", "b.txt"))
    wait_for(lambda: jobs.find(job.id).stage == "read")
    now = jobs.find(job.id)
    assert (now.state, now.stage, now.done, now.total) == ("working", "read", 0, 2)
    assert [file.state for file in now.files] == ["reading", "waiting"]


def test_each_file_that_is_refused_has_its_reason(jobs, originals, archive):
    files = brought(originals, "good.txt", "bad.txt", "twin.txt", "run.exe", "good.txt")
    bad, twin = (originals.folder / f.sha256 / f.name for f in files[1:3])
    archive.rejected = (
        Rejected(str(bad), f"{bad} is no text"),
        Rejected(str(twin), f"same content as {bad}", "putuo-2016"),
    )
    done = finished(jobs, jobs.submit(files))
    assert done.state == "done"
    assert [(file.state, file.reason) for file in done.files[:3]] == [
        ("added", None),
        ("rejected", "bad.txt is no text"),
        ("rejected", "It has the same content as the notice putuo-2016."),
    ]
    assert done.files[2].notice_id == "putuo-2016"
    assert ".exe are not read" in done.files[3].reason
    assert "twice" in done.files[4].reason


def test_files_that_are_all_refused_need_no_index(jobs, originals, archive):
    done = finished(jobs, jobs.submit(brought(originals, "a.exe")))
    assert (done.state, states(done)) == ("done", [("a.exe", "rejected", None)])
    assert archive.threads == set()


@pytest.mark.parametrize(
    ("error", "said"),
    [(KewenError("The disk is full."), "The disk is full."), (RuntimeError("/secret"), "its log")],
)
def test_a_job_that_fails_says_why_and_the_next_one_is_done(jobs, originals, archive, error, said):
    archive.errors = [error]
    failed = finished(jobs, jobs.submit(brought(originals, "a.txt")))
    assert failed.state == "failed"
    assert said in failed.message
    assert "/secret" not in failed.message
    assert [file.state for file in failed.files] == ["waiting"]
    assert finished(jobs, jobs.submit(brought(originals, "b.txt"))).state == "done"


def test_another_writer_is_waited_for(archive, originals):
    archive.errors = [IndexLocked("locked"), IndexLocked("locked")]
    jobs = Jobs(archive.index, archive.ids, originals, patience=SECONDS)
    job = jobs.submit(brought(originals, "a.txt"))
    wait_for(lambda: (jobs.find(job.id).message or "").startswith("Another process is writing"))
    assert finished(jobs, job).state == "done"
    jobs.close()


def test_another_writer_is_not_waited_for_for_ever(jobs, originals, archive):
    archive.errors = [IndexLocked("locked")] * 100
    failed = finished(jobs, jobs.submit(brought(originals, "a.txt")))
    assert failed.state == "failed"
    assert "writing the index for 0.2 seconds" in failed.message


def test_so_many_may_wait_and_no_more(jobs, originals, archive):
    archive.go_on.clear()
    jobs.submit(brought(originals, "first.txt"))
    assert archive.begun.wait(SECONDS)
    for number in range(MOST_WAITING):
        jobs.submit(brought(originals, f"{number}.txt"))
    with pytest.raises(IndexLocked, match=f"{MOST_WAITING} uploads are waiting"):
        jobs.submit(brought(originals, "late.txt"))
    assert not list(originals.folder.rglob("late.txt"))
    assert not list(originals.folder.glob("*.partial"))


def test_the_last_jobs_are_remembered(jobs, originals):
    sent = [
        finished(jobs, jobs.submit(brought(originals, "a.exe"))) for _ in range(MOST_REMEMBERED + 5)
    ]
    assert [job.id for job in jobs.all()] == [job.id for job in reversed(sent)][:MOST_REMEMBERED]
    assert jobs.find(sent[0].id) is None


def is_closing(jobs):
    try:
        jobs.submit([])
    except IndexLocked:
        return True
    return False


def test_closing_stops_at_the_next_step(jobs, originals, archive):
    archive.go_on.clear()
    working = jobs.submit(brought(originals, "a.txt", "b.txt"))
    waiting = jobs.submit(brought(originals, "c.txt"))
    assert archive.begun.wait(SECONDS)
    closing = threading.Thread(target=jobs.close)
    closing.start()
    wait_for(lambda: is_closing(jobs))
    archive.go_on.set()
    closing.join(SECONDS)
    for job in (working, waiting):
        assert jobs.find(job.id).state == "failed"
        assert "stopped" in jobs.find(job.id).message
    with pytest.raises(IndexLocked, match="stopped"):
        jobs.submit(brought(originals, "d.txt"))
