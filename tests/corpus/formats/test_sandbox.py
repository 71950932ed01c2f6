import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.formats import sandbox
from tests.corpus.formats.writing import W, docx, p, packed

PAGE = "<html><body><p>普陀区科委2016年工作要点。</p></body></html>".encode()
# Two million places of a table, which take about three seconds.
SLOW = b"<html><body><table>" + b"<tr><td colspan=1000 rowspan=65534>a</td></tr>" * 4000


def test_the_text_of_a_page_comes_back():
    assert sandbox.extract("html", PAGE).text == "普陀区科委2016年工作要点。"


def test_a_process_is_used_again():
    sandbox.extract("html", PAGE)
    before = {worker.pid for worker in sandbox._idle}
    sandbox.extract("html", PAGE)
    assert {worker.pid for worker in sandbox._idle} == before


def test_a_file_that_takes_too_long_is_ended_in_a_sentence():
    begin = time.monotonic()
    with pytest.raises(UnreadableFile, match="not read within 1 seconds"):
        sandbox.extract("html", SLOW, seconds=1)
    assert time.monotonic() - begin < 1 + sandbox.GRACE_SECONDS + 2
    assert sandbox.extract("html", PAGE).text


def test_a_process_that_stands_still_is_ended():
    worker = sandbox.Worker()
    os.kill(worker.pid, signal.SIGSTOP)
    with pytest.raises(UnreadableFile, match="not read within 1 seconds"):
        worker.ask("html", PAGE, 1)
    worker.end()
    assert not worker.is_alive()


def test_a_process_that_is_killed_costs_one_file():
    worker = sandbox.Worker()
    killer = threading.Timer(0.7, os.kill, (worker.pid, signal.SIGKILL))
    killer.start()
    with pytest.raises(UnreadableFile, match="stopped at the file"):
        worker.ask("html", SLOW, 60)
    worker.end()
    assert sandbox.extract("html", PAGE).text


def test_a_process_that_died_while_idle_is_replaced():
    sandbox.extract("html", PAGE)
    for worker in sandbox._idle:
        os.kill(worker.pid, signal.SIGKILL)
        worker._process.wait()
    assert sandbox.extract("html", PAGE).text


@pytest.mark.slow
def test_a_file_that_needs_too_much_memory_is_ended_in_a_sentence():
    many = f"<w:document {W}><w:body>{'<w:p/>' * 32_000_000}</w:body></w:document>"
    data = packed({"word/document.xml": many, "noise": os.urandom(2_100_000)})
    with pytest.raises(UnreadableFile, match="more than 3 GB of memory"):
        sandbox.extract("office", data)


def test_a_text_beyond_the_limit_is_refused():
    body = p("科" * 20_000) * 1_001
    data = packed(
        {
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "noise": os.urandom(1_000_000),
        }
    )
    with pytest.raises(UnreadableFile, match="more than 20,000,000 characters"):
        sandbox.extract("office", data)


def test_threads_read_at_the_same_time():
    files = [docx(p(f"第{number}号通知")) for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda data: sandbox.extract("office", data).text, files))
    assert found == [f"第{number}号通知" for number in range(40)]


def test_a_forked_process_leaves_those_of_its_parent_alone():
    sandbox.extract("html", PAGE)
    program = (
        "import os, sys\n"
        "from corpus.formats import sandbox\n"
        "page = sys.argv[1].encode()\n"
        "read = lambda: sandbox.extract('html', page).text\n"
        "first = read()\n"
        "if not (child := os.fork()):\n"
        "    os._exit(0 if read() == first and read() == first else 1)\n"
        "assert read() == first\n"
        "assert os.waitpid(child, 0)[1] == 0\n"
        "assert read() == first\n"
    )
    done = subprocess.run([sys.executable, "-c", program, PAGE.decode()], timeout=60, check=False)
    assert done.returncode == 0


CONFINED = """
import os, socket, subprocess, sys
from corpus.formats import worker
worker.confine()
for attempt in (
    lambda: socket.create_connection(("127.0.0.1", 9), timeout=1),
    lambda: socket.getaddrinfo("localhost", 80),
    lambda: subprocess.run(["true"]),
    lambda: os.system("true"),
    lambda: os.posix_spawn("/bin/true", ["true"], {}),
    os.fork,
    lambda: os.execv("/bin/true", ["true"]),
):
    try:
        attempt()
    except PermissionError:
        continue
    sys.exit(1)
try:
    bytearray(4 << 30)
except MemoryError:
    sys.exit(0)
sys.exit(2)
"""


def test_a_reader_can_neither_connect_nor_start_programs_nor_take_all_memory():
    assert subprocess.run([sys.executable, "-c", CONFINED], timeout=60, check=False).returncode == 0


def test_a_process_leaves_when_its_parent_is_gone():
    program = (
        "import os, signal\n"
        "from corpus.formats.sandbox import Worker\n"
        "worker = Worker()\n"
        "print(worker.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    pid = int(done.stdout)
    for _ in range(100):
        if not _runs(pid):
            return
        time.sleep(0.1)
    pytest.fail("The process still runs.")


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def test_reading_imports_no_library_of_formats():
    program = (
        "import sys, corpus.reading\n"
        "found = {name.partition('.')[0] for name in sys.modules}\n"
        "sys.exit(bool(found & {'lxml', 'openpyxl', 'olefile', 'striprtf', 'pypdfium2', 'PIL'}))\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
