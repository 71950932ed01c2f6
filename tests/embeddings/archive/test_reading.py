"""Many files: read by several processes, stopped in the middle, and taken up again."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpus.errors import KewenError
from embeddings.archive.durable import sha256_of
from embeddings.archive.files.crew import Crew, Task
from embeddings.archive.generation import Generation
from embeddings.archive.ingestion import ingest
from embeddings.archive.layout import spool_folder
from embeddings.archive.verification import problems
from embeddings.hashing import HashingEncoder
from tests.embeddings.archive import long_reading, tiny

MANY = 40
READS = "tests.embeddings.archive.long_reading:understand"
STOPPED = """
import sys
from pathlib import Path
from embeddings.archive.ingestion import ingest
from embeddings.hashing import HashingEncoder
from tests.embeddings.archive import long_reading, tiny

def told(stage, done, total):
    if stage == "read":
        print(done, flush=True)

try:
    ingest(
        Path(sys.argv[1]), [Path(sys.argv[2])], HashingEncoder(32), long_reading.slowly,
        suffixes=tiny.SUFFIXES, settings={"size": 1}, workers=2, progress=told,
    )
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.fixture
def many(tmp_path):
    """A folder of many files, among them bad ones, twins, and two of one name."""
    folder = tmp_path / "many"
    for number in range(MANY):
        part = folder / f"{number % 3}"
        part.mkdir(parents=True, exist_ok=True)
        text = f"第{number}号通知\n新增众创空间{number}家\n责任单位：科技局\n"
        (part / f"n{number // 3}.txt").write_text(text, encoding="utf-8")
    (folder / "0" / "empty.txt").write_bytes(b"")
    (folder / "1" / "empty.txt").write_text("不空\n", encoding="utf-8")
    (folder / "2" / "fell.txt").write_text("崩溃", encoding="utf-8")
    (folder / "2" / "twin.txt").write_bytes((folder / "0" / "n3.txt").read_bytes())
    return folder


def taken_in(index, folder, understand=long_reading.understand, **options):
    options = {"settings": {"size": 1}, "workers": 2} | options
    return ingest(
        index, [folder], HashingEncoder(32), understand, suffixes=tiny.SUFFIXES, **options
    )


def held(index):
    """All that the legs of the index hold, but for when it was made."""
    with Generation.open(index) as generation:
        assert problems(generation, HashingEncoder(32)) == ()
        manifest = generation.manifest
        notices = [generation.tables.notice(n.notice_id) for n in generation.tables.notices()]
    return notices, manifest.files, manifest.canaries


def test_several_processes_make_the_index_that_one_makes(many, tmp_path):
    one = taken_in(tmp_path / "one", many, workers=1)
    three = taken_in(tmp_path / "three", many, workers=3)
    assert one == three
    assert len(one.added) == MANY + 1
    assert [r.reason for r in one.rejected] == [
        "the file is empty",
        "reading failed with RuntimeError: the parser fell over",
        f"same content as {many / '0' / 'n3.txt'}",
    ]
    assert held(tmp_path / "one") == held(tmp_path / "three")


def test_many_files_are_read_by_other_processes_and_few_by_this_one(many, tmp_path):
    taken_in(tmp_path / "many", many, long_reading.elsewhere)
    readers = {notice.warnings[0] for notice in held(tmp_path / "many")[0]}
    assert len(readers) == 2
    assert str(os.getpid()) not in readers
    few = tmp_path / "few"
    few.mkdir()
    for number in range(8):
        (few / f"{number}.txt").write_text(f"第{number}号\n", encoding="utf-8")
    taken_in(tmp_path / "index", few, long_reading.elsewhere)
    assert {n.warnings[0] for n in held(tmp_path / "index")[0]} == {str(os.getpid())}


def test_even_one_file_is_read_apart_where_it_must_not_harm_this_process(tmp_path):
    folder = tmp_path / "one"
    folder.mkdir()
    (folder / "a.txt").write_text("第1号\n", encoding="utf-8")
    taken_in(tmp_path / "index", folder, long_reading.elsewhere, workers=1, apart=True)
    (reader,) = {notice.warnings[0] for notice in held(tmp_path / "index")[0]}
    assert reader != str(os.getpid())
    (folder / "bomb.txt").write_text("毒\n", encoding="utf-8")
    report = taken_in(tmp_path / "index", folder, apart=True)
    assert [r.reason[:44] for r in report.rejected] == [
        "the process that read it was killed by signa"
    ]


def test_a_function_that_only_this_process_knows_reads_here(many, tmp_path):
    def here(path, notice_id):
        return long_reading.elsewhere(path, notice_id)

    taken_in(tmp_path / "index", many, here)
    assert {n.warnings[0] for n in held(tmp_path / "index")[0]} == {str(os.getpid())}


def test_a_file_that_kills_its_reader_is_rejected_and_the_rest_goes_on(many, tmp_path):
    (many / "1" / "bomb.txt").write_text("毒\n", encoding="utf-8")
    report = taken_in(tmp_path / "index", many)
    assert len(report.added) == MANY + 1
    (reason,) = [r.reason for r in report.rejected if r.path.endswith("bomb.txt")]
    assert "was killed by signal 9, 2 times" in reason


def test_a_reader_that_is_killed_from_outside_costs_nothing(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("慢\n", encoding="utf-8")
    replies = []
    crew = Crew(READS, 1, lambda *r: replies.append(r))
    task = Task(str(file), "a", sha256_of(file))
    crew.give(task)
    crew._receive(crew._members[0])  # It says that it is up.
    file.write_text("快\n", encoding="utf-8")
    again = Task(str(file), "a", sha256_of(file))
    crew._members[0].task = again
    crew._open = {again}
    crew._members[0].process.kill()
    crew.finish(again)
    crew.close()
    ((done, reply),) = replies
    assert done == again
    assert isinstance(reply, bytes)


def test_readers_that_cannot_start_are_an_error_that_says_what_to_do(tmp_path, capfd):
    crew = Crew("tests.no_such_module:understand", 1, lambda *reply: None)
    task = Task(str(tmp_path / "a.txt"), "a", "")
    crew.give(task)
    with pytest.raises(KewenError, match="KEWEN_WORKERS=1"):
        crew.finish(task)
    crew.close()
    assert "no_such_module" in capfd.readouterr().err


def start(index, folder):
    return subprocess.Popen(
        [sys.executable, "-c", STOPPED, str(index), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )


def stopped_at(index, folder, done, how):
    """Read until some files are done, then send a signal; return the exit status."""
    with start(index, folder) as process:
        for line in process.stdout:
            if int(line) >= done:
                process.send_signal(how)
                break
        process.stdout.read()
        return process.wait(20)


@pytest.fixture(scope="module")
def three_hundred(tmp_path_factory):
    folder = tmp_path_factory.mktemp("three hundred")
    for number in range(300):
        text = f"第{number}号通知\n新增众创空间{number}家\n"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def killed(three_hundred, tmp_path_factory):
    """An index folder whose writer was killed when it had read half of the files."""
    index = tmp_path_factory.mktemp("killed") / "index"
    assert stopped_at(index, three_hundred, 150, signal.SIGKILL) == -signal.SIGKILL
    return index


@pytest.fixture
def stopped(killed, tmp_path):
    return Path(shutil.copytree(killed, tmp_path / "stopped"))


def test_a_killed_reading_goes_on_where_it_was(stopped, three_hundred, tmp_path):
    report = taken_in(stopped, three_hundred)
    # What was being read is lost, and up to one batch.
    assert 64 <= report.resumed < 300
    assert not spool_folder(stopped).exists()
    whole = taken_in(tmp_path / "whole", three_hundred)
    assert (whole.resumed, whole.added) == (0, report.added)
    assert held(stopped) == held(tmp_path / "whole")


def test_ctrl_c_stops_at_once_and_keeps_what_was_read(three_hundred, tmp_path):
    index = tmp_path / "stopped"
    assert stopped_at(index, three_hundred, 100, signal.SIGINT) == 130
    assert taken_in(index, three_hundred).resumed >= 100


def test_ending_the_readers_ends_those_that_are_busy(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("慢\n", encoding="utf-8")
    crew = Crew(READS, 1, lambda *reply: None)
    crew.give(Task(str(file), "a", sha256_of(file)))
    (member,) = crew._members
    started = time.monotonic()
    crew.close()
    assert time.monotonic() - started < 5
    assert member.process.poll() == -signal.SIGKILL


def test_other_settings_read_everything_again(stopped, three_hundred):
    report = taken_in(stopped, three_hundred, settings={"size": 2})
    assert (report.resumed, len(report.added)) == (0, 300)
    assert not spool_folder(stopped).exists()


def test_a_file_that_was_changed_is_read_again(stopped, three_hundred):
    first = three_hundred / "000.txt"
    was = first.read_text(encoding="utf-8")
    first.write_text("新的\n", encoding="utf-8")
    taken_in(stopped, three_hundred)
    first.write_text(was, encoding="utf-8")
    with Generation.open(stopped) as generation:
        assert generation.tables.text("000") == "新的\n"


def test_what_the_disk_has_changed_is_read_again(stopped, three_hundred):
    (kept,) = spool_folder(stopped).glob("*.sqlite")
    kept.write_bytes(b"SQLite format 3\0" + os.urandom(5000))
    report = taken_in(stopped, three_hundred)
    assert (report.resumed, len(report.added)) == (0, 300)


def test_another_ingestion_leaves_what_was_read_of_other_files(stopped, three_hundred, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("别的\n", encoding="utf-8")
    assert taken_in(stopped, other).resumed == 0
    assert taken_in(stopped, three_hundred).resumed >= 64
    assert not spool_folder(stopped).exists()


class Encoder(HashingEncoder):
    """Counts what it encodes, and is stopped before a batch if told so."""

    def __init__(self, batches=1000):
        super().__init__(32)
        self.batches, self.seen = batches, 0

    def encode_passages(self, texts):
        self.batches -= 1
        if self.batches < 0:
            raise KeyboardInterrupt
        self.seen += len(texts)
        return super().encode_passages(texts)


def test_what_was_encoded_is_not_encoded_again(three_hundred, tmp_path):
    def run(encoder):
        return ingest(
            tmp_path / "index", [three_hundred], encoder, tiny.understand, suffixes=tiny.SUFFIXES
        )

    with pytest.raises(KeyboardInterrupt):
        run(Encoder(batches=1))
    again = Encoder()
    assert run(again).resumed == 300
    assert again.seen == 600 - 256
    taken_in(tmp_path / "whole", three_hundred, workers=1, settings={})
    assert held(tmp_path / "index") == held(tmp_path / "whole")
