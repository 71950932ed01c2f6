"""A command run to its end, with how long it took and how much memory it held."""

import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

import psutil

_EVERY = 0.2
_MIB = 2**20


class Measured(NamedTuple):
    """Seconds from start to end; the most memory of the process and those it started, in MiB.

    Memory that processes share is counted once (proportional set size).
    """

    seconds: float
    peak_mib: float
    output: str


def run_measured(command: Sequence[str]) -> Measured:
    """Run a command and look at its memory five times a second.

    :raises subprocess.CalledProcessError: if it fails.
    """
    started, peak = time.perf_counter(), 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        while True:
            try:
                output, _ = process.communicate(timeout=_EVERY)
                break
            except subprocess.TimeoutExpired:
                peak = max(peak, _held(process.pid))
    seconds = time.perf_counter() - started
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, output)
    return Measured(seconds, peak / _MIB, output.decode())


def _held(pid: int) -> int:
    total = 0
    # A process may end between being listed and being looked at.
    with suppress(psutil.Error):
        first = psutil.Process(pid)
        for process in (first, *first.children(recursive=True)):
            with suppress(psutil.Error):
                total += process.memory_full_info().pss
    return total
