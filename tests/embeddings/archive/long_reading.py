"""Understandings of notices that other processes can find by name, for `test_reading`."""

import os
import signal
import time

from tests.embeddings.archive import tiny


def understand(path, notice_id):
    """As `tiny`; a file that says 毒 kills the process, one that says 慢 takes its time."""
    text = path.read_text(encoding="utf-8")
    if "毒" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "慢" in text:
        time.sleep(60)
    return tiny.understand(path, notice_id)


def slowly(path, notice_id):
    """As `tiny`, but so slowly that a reading can be stopped in the middle."""
    time.sleep(0.005)
    return tiny.understand(path, notice_id)


def elsewhere(path, notice_id):
    """Say in the text which process read it."""
    return tiny.replace(tiny.understand(path, notice_id), warnings=(str(os.getpid()),))
