"""Progress on stderr."""

import io
import sys

import pytest

from assistant.faces.commands import progress
from assistant.faces.commands.progress import Bar, progress_line


@pytest.mark.parametrize(
    ("done", "seconds", "line"),
    [
        (1_200, 75.0, "reading: 1,200 of 2,589 files, 16.0/s, 1 min 27 s left"),
        (1, 10.0, "reading: 1 of 2,589 files, 0.1/s, 7 h 11 min left"),
        (0, 10.0, "reading: 0 of 2,589 files, 0.0/s, unknown time left"),
        (2_589, 100.0, "reading: 2,589 of 2,589 files, 25.9/s, 0 s left"),
    ],
)
def test_a_line_says_rate_and_time_left(done, seconds, line):
    assert progress_line("reading", "files", done, 2_589, seconds) == line


def test_a_short_stage_says_nothing_in_a_log(capsys):
    bar = Bar()
    for done in range(3):
        bar("read", done, 2)
    assert capsys.readouterr().err == ""


def test_a_long_stage_says_a_line_now_and_then(capsys, monkeypatch):
    monkeypatch.setattr(progress, "SECONDS_BETWEEN_LINES", 0.0)
    bar = Bar()
    bar("encode", 1, 3)
    bar("encode", 2, 3)
    bar("write", 1, 2)
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(",")[0] for line in lines] == [
        "encoding: 1 of 3 passages", "encoding: 2 of 3 passages", "writing: 1 of 2 notices",
    ]  # fmt: skip


def test_a_terminal_gets_a_bar_for_each_stage(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stderr", Terminal())
    bar = Bar()
    for stage, total in (("read", 2), ("encode", 0), ("write", 1)):
        for done in range(total + 1):
            bar(stage, done, total)
    shown = sys.stderr.getvalue()
    assert "reading" in shown
    assert "2 of 2 files" in shown
    assert "left" in shown
    assert "1 of 1 notices" in shown
    assert "?it/s" not in shown
