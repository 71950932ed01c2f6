"""Reading all files again while the page goes on."""

import time
from threading import Event

import pytest

from assistant.faces.page.notices.rereading import BUG, Rereading, State
from assistant.faces.page.notices.rereading_bar import RereadingBar, state_html
from assistant.faces.page.notices.wording import CHINESE, ENGLISH, wording_for
from corpus.errors import IndexLocked


class Waiting:
    """An archive that is read until it is told to end, well or badly."""

    def __init__(self, error=None, notices=("one",)):
        self.reached, self.may_end, self.error = Event(), Event(), error
        self.held = notices

    def notices(self):
        return list(self.held)

    def index(self, paths, *, rebuild, progress):
        assert (list(paths), rebuild) == ([], True)
        progress("read", 1, 4)
        self.reached.set()
        self.may_end.wait(10)
        if self.error:
            raise self.error


def ended(rereading):
    deadline = time.monotonic() + 60
    while rereading.state.is_running:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return rereading.state


def test_all_notices_are_read_again_and_the_answers_stay(keeper):
    before = keeper.generation.number
    rereading = Rereading(keeper)
    assert rereading.start()
    report = ended(rereading).report
    assert len(report.updated) + len(report.unchanged) == 5
    assert keeper.generation.number > before
    assert f"{len(report.updated)} 份更新" in state_html(rereading.state, CHINESE)


def test_a_second_start_while_it_runs_begins_nothing(build):
    archive = Waiting()
    bar = build(_bar, archive)
    bar.start("zh")
    assert archive.reached.wait(10)
    progress, timer = bar.start("zh")
    assert CHINESE.already in progress
    assert timer["active"] is True
    assert "读取 1 / 4" in progress
    archive.may_end.set()
    ended(bar.rereading)
    assert bar.look("zh")[1]["active"] is False


@pytest.mark.parametrize(
    ("error", "said"),
    [(IndexLocked("Locked."), "索引正在写入"), (ZeroDivisionError("/secret"), BUG)],
)
def test_why_it_did_not_end_well_is_said(error, said):
    archive = Waiting(error)
    archive.may_end.set()
    rereading = Rereading(archive)
    rereading.start()
    html = state_html(ended(rereading), CHINESE)
    assert "failure" in html
    assert said in html
    assert rereading.start()
    ended(rereading)


def test_of_an_archive_that_holds_nothing_nothing_is_read(build):
    bar = build(_bar, Waiting(notices=()))
    progress, timer = bar.start("zh")
    assert CHINESE.nothing_to_reread in progress
    assert timer["active"] is False
    assert not bar.is_running


def test_nothing_is_said_where_it_never_began():
    assert state_html(State(), ENGLISH) == ""


def _bar(archive):
    import gradio as gr

    with gr.Blocks():
        return RereadingBar(archive, wording_for("zh"))
