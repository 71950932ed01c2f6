"""Foreign formats to text, and pages to pictures, in another process that may fail without harm.

A process is started for the first file and used again, because starting one costs more than most
files do. Threads never share one, and a forked process starts its own.
"""

import atexit
import base64
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from corpus.errors import UnreadableFile
from corpus.formats import frames, limits
from corpus.formats.extracted import Extracted

FILES_PER_PROCESS = 200
KEPT = ("PATH", "TMPDIR", "TESSDATA_PREFIX", "LD_LIBRARY_PATH")
GRACE_SECONDS = 5


def extract(kind: str, data: bytes, seconds: int | None = None) -> Extracted:
    """Return what the reader of this kind finds in the bytes.

    :raises UnreadableFile: if it finds no text, refuses the file, or is ended by a limit.
    """
    seconds = seconds or (limits.SCAN_SECONDS if kind in ("pdf", "image") else limits.SECONDS)
    reply = _answer(kind, data, seconds)
    return Extracted(reply["text"], tuple(reply["pages"]), tuple(reply["warnings"]))


def picture(kind: str, data: bytes, page: int) -> bytes:
    """Return a page of a file of this kind, from 1, as it looks: a PNG.

    :raises UnreadableFile: if the kind has no pages, or the file no such page, or it is damaged,
        or is ended by a limit.
    """
    reply = _answer(kind, data, limits.PICTURE_SECONDS, page)
    return base64.b64decode(reply["picture"])


def _answer(kind: str, data: bytes, seconds: int, page: int | None = None) -> dict[str, Any]:
    worker = _taken()
    try:
        reply = worker.ask(kind, data, seconds, page)
    except BaseException:
        worker.end()
        raise
    _return(worker, bool(reply.get("retire")))
    if "error" in reply:
        raise UnreadableFile(str(reply["error"]))
    return reply


class Worker:
    """One process that reads files, and the socket to it."""

    def __init__(self) -> None:
        self._channel, theirs = socket.socketpair()
        self.files = 0
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "corpus.formats.worker", str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env=_environment(),
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def is_alive(self) -> bool:
        """Return whether the process still runs; it leaves by itself when it is idle for long."""
        return self._process.poll() is None

    def ask(self, kind: str, data: bytes, seconds: int, page: int | None = None) -> dict[str, Any]:
        """Return the answer of the process, a JSON object: the text, or the picture of a page.

        :raises UnreadableFile: if it dies or does not answer in time.
        """
        self.files += 1
        self._channel.settimeout(seconds + GRACE_SECONDS)
        try:
            request = {"kind": kind, "seconds": seconds, "page": page}
            frames.send(self._channel, json.dumps(request).encode())
            frames.send(self._channel, data)
            reply = self._receive(time.monotonic() + seconds + GRACE_SECONDS)
        except TimeoutError as error:
            raise UnreadableFile(_too_slow(seconds)) from error
        except (OSError, ValueError) as error:
            raise UnreadableFile(self._death(seconds)) from error
        if reply is None:
            raise UnreadableFile(self._death(seconds))
        answer: dict[str, Any] = json.loads(reply)
        return answer

    def _receive(self, deadline: float) -> bytes | None:
        # JSON writes a Han character in six bytes.
        return frames.receive(self._channel, limits.MAX_CHARACTERS * 6 + 100_000, deadline)

    def _death(self, seconds: int) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        code = self._process.returncode
        if code == -signal.SIGXCPU:
            return _too_slow(seconds)
        return (
            f"The program that reads this format stopped at the file (status {code}). "
            "The file is damaged or too large: save it again, or give its text."
        )

    def end(self) -> None:
        """End the process and what it started."""
        self._channel.close()
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def disown(self) -> None:
        """Forget the process, which belongs to the process that this one was forked from."""
        self._channel.close()
        self._process.returncode = 0


_idle: list[Worker] = []


def _taken() -> Worker:
    while True:
        try:
            worker = _idle.pop()  # Between a look at the list and this another thread may come.
        except IndexError:
            return Worker()
        if worker.is_alive():
            return worker
        worker.end()


def _return(worker: Worker, retire: bool) -> None:
    if retire or worker.files >= FILES_PER_PROCESS or len(_idle) > 1:
        worker.end()
    else:
        _idle.append(worker)


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    ours = str(Path(__file__).parents[2])
    found = os.pathsep.join(dict.fromkeys([*filter(None, sys.path), ours]))
    return {**kept, "PYTHONPATH": found, "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}


def _too_slow(seconds: int) -> str:
    return f"The file was not read within {seconds} seconds. Split it, or give its text."


def _end_all() -> None:
    while _idle:
        _idle.pop().end()


def _disown_all() -> None:
    while _idle:
        _idle.pop().disown()


atexit.register(_end_all)
os.register_at_fork(after_in_child=_disown_all)
