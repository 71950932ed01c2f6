"""Forks a process for every line of JSON on stdin; `test_crashes` asks it to.

A process of its own, with one thread, so that forking is safe and imports are paid once.
"""

import errno
import json
import os
import resource
import signal
import sys
import traceback
from pathlib import Path

from corpus.errors import KewenError
from embeddings.archive.ingestion import ingest
from embeddings.hashing import HashingEncoder
from embeddings.words import tokens
from tests.embeddings.archive import tiny

STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "sqlite3.connect"}


def kill():
    os.kill(os.getpid(), signal.SIGKILL)


def full():
    raise OSError(errno.ENOSPC, "No space left on device")


def broken():
    raise OSError(errno.EIO, "Input/output error")


INTERRUPTS = {"kill": kill, "full": full, "broken": broken}


def work(index, folder, interrupt=None, at=0, limit=None):
    """Ingest, interrupted at the given step on the disk; return the exit status."""
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    steps = 0

    def count(event, arguments):
        nonlocal steps
        if event in STEPS and str(index) in str(arguments[0]):
            steps += 1
            if interrupt and steps == at:
                INTERRUPTS[interrupt]()

    sys.addaudithook(count)
    try:
        ingest(
            Path(index), [Path(folder)], HashingEncoder(32), tiny.understand, suffixes=tiny.SUFFIXES
        )
    except KewenError as error:
        return 4 if error.exit_status == 4 else 7
    return 0


def start(request):
    pid = os.fork()
    if pid:
        return pid
    status = 9
    try:
        status = work(**request)
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(status)


def wait(pid):
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


if __name__ == "__main__":
    tokens("读入词典")
    for line in sys.stdin:
        request = json.loads(line)
        waited = "wait" in request
        print(wait(request["wait"]) if waited else start(request), flush=True)  # noqa: T201
