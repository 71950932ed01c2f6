"""Processes that read files at the same time; one that dies costs a file, never the rest.

They are started as programs of their own, not forked: the caller may have threads, and a script
that calls us is not run again in each of them.
"""

import os
import subprocess
import sys
from collections import Counter, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe, wait
from typing import NamedTuple

from corpus.correction import Correction
from corpus.errors import KewenError

ATTEMPTS = 2
GRACE_SECONDS = 5


class Task(NamedTuple):
    """A file to be understood: its path, the id of the notice, the SHA-256 it must have.

    `correction` is what a person has set in the notice; None where nothing is.
    """

    source: str
    notice_id: str
    sha256: str
    correction: Correction | None = None


class Refusal(NamedTuple):
    """Why a file did not become a notice."""

    reason: str


Reply = bytes | Refusal


@dataclass(slots=True, eq=False)
class _Member:
    """A process, the channel to it, and what it is reading; `is_up` once it has said so."""

    process: "subprocess.Popen[bytes]"
    channel: Connection
    task: Task | None = None
    is_up: bool = False

    def end(self) -> None:
        self.channel.close()
        self.process.kill()
        self.process.wait()


class Crew:
    """Hands tasks to a number of processes, which are started when they are needed.

    :param work: the function, as ``module:name``; it gets a `Task` and gives a `Reply`.
    :param arrived: called in this process with every reply, as it comes.
    """

    def __init__(self, work: str, size: int, arrived: Callable[[Task, Reply], None]) -> None:
        self._work = work
        self._size = size
        self._arrived = arrived
        self._members: list[_Member] = []
        self._waiting: deque[Task] = deque()
        self._open: set[Task] = set()
        self._deaths: Counter[Task] = Counter()

    def give(self, task: Task) -> None:
        """Have a task done when a process is free."""
        self._open.add(task)
        self._waiting.append(task)
        self._hand_out()

    def finish(self, task: Task) -> None:
        """Wait until the reply to a task that was given has arrived.

        :raises KewenError: if the processes cannot even be started.
        """
        while task in self._open:
            by_channel = {m.channel: m for m in self._members if m.task}
            for channel in wait(list(by_channel)):
                self._receive(by_channel[channel])  # type: ignore[index]
            self._hand_out()

    def close(self) -> None:
        """End the processes at once, whatever they are doing."""
        while self._members:
            self._members.pop().end()

    def _hand_out(self) -> None:
        while self._waiting and (member := self._free()):
            member.task = self._waiting.popleft()
            # One that has just died is noticed where its reply is waited for.
            with suppress(OSError):
                member.channel.send(tuple(member.task))

    def _free(self) -> _Member | None:
        for member in self._members:
            if member.task is None:
                return member
        if len(self._members) < self._size:
            self._members.append(_started(self._work))
            return self._members[-1]
        return None

    def _receive(self, member: _Member) -> None:
        try:
            reply = member.channel.recv()
        except (EOFError, OSError):
            self._bury(member)
            return
        if not member.is_up:
            member.is_up = True
            return
        task, member.task = member.task, None
        if task:
            self._close_task(task, reply if isinstance(reply, bytes) else Refusal(*reply))

    def _bury(self, member: _Member) -> None:
        self._members.remove(member)
        with suppress(subprocess.TimeoutExpired):
            member.process.wait(GRACE_SECONDS)
        status, task = member.process.returncode, member.task
        member.end()
        if not member.is_up:
            raise KewenError(
                f"A process that reads files could not be started (status {status}). "
                "Set KEWEN_WORKERS=1 to read in one process."
            )
        if task is None:
            return
        self._deaths[task] += 1
        if self._deaths[task] < ATTEMPTS:
            # Two large files side by side may be too much where each alone is not.
            self._waiting.appendleft(task)
        else:
            self._close_task(task, Refusal(_died(status)))

    def _close_task(self, task: Task, reply: Reply) -> None:
        self._open.discard(task)
        self._deaths.pop(task, None)
        self._arrived(task, reply)


def _started(work: str) -> _Member:
    ours, theirs = Pipe()
    with theirs:
        process = subprocess.Popen(
            [
                sys.executable,
                "-P",
                "-m",
                "embeddings.archive.files.crewman",
                str(theirs.fileno()),
                work,
            ],
            pass_fds=(theirs.fileno(),),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            # Ctrl-C is for us; we end them.
            start_new_session=True,
        )
    return _Member(process, ours)


def _died(status: int | None) -> str:
    how = f"was killed by signal {-status}" if status and status < 0 else f"ended with {status}"
    return (
        f"the process that read it {how}, {ATTEMPTS} times. The file may need more memory than "
        "there is: split it, or give its text"
    )
