import json
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from assistant import Assistant
from corpus.errors import IndexMissing, UsageError
from eval.benchmarks import warm
from eval.benchmarks.load import client, load, serve_and_load
from eval.benchmarks.processes import Measured, run_measured
from eval.benchmarks.speed import Tried, compare, program_row, questions, scale_row

HOLD = "import time; held = bytearray(90 << 20); time.sleep(1); print('done')"


@pytest.fixture
def server():
    """A server that answers every other request with an error; yields its address."""
    count = iter(range(10_000))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            time.sleep(0.01)
            self.send_response(500 if next(count) % 2 else 200)
            self.end_headers()

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}/ask"
        http.shutdown()


def tried(seconds, mib, milliseconds):
    times = {"open": 0.5, "search": milliseconds, "ask": milliseconds, "answered": "问"}
    return Tried(Measured(seconds, mib, ""), Measured(1, mib / 2, ""), times)


def test_the_memory_of_a_process_and_its_children_is_seen():
    nested = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLD!r}])"
    found = run_measured([sys.executable, "-c", nested])
    assert found.output == "done\n"
    assert found.seconds >= 1
    assert 90 <= found.peak_mib < 300


def test_a_command_that_fails_is_no_measurement():
    with pytest.raises(subprocess.CalledProcessError):
        run_measured([sys.executable, "-c", "raise SystemExit(3)"])


def test_a_program_has_its_figures_and_what_kewen_takes_of_them():
    ours, theirs = tried(90, 100, [1.0] * 9), tried(30, 400, [4.0] * 9)
    assert program_row("other", theirs, 2.0, ours) == (
        "| other | 30.0 (3.00) | 400.0 (0.25) | 4.0 (0.25) | 4.0 (0.25) | 200.0 (0.25) | 2.00 |"
    )
    assert program_row("other", theirs, None, ours).endswith(" |  |")


def test_a_size_has_its_passages_and_its_percentiles(tmp_path):
    with Assistant.open(tmp_path) as kewen:
        passages = kewen.generation.manifest.counts.passages
    row = scale_row(5, tmp_path, tried(2, 100, [float(n) for n in range(1, 100)]))
    assert row.startswith(f"| 5 | {passages:,} | 2.0 | {passages / 2:,.0f} | 100 |")
    assert row.endswith("| 50.0 | 99.0 | 50.0 | 99.0 |")


def test_every_question_is_searched_and_asked(tmp_path, capsys):
    with Assistant.open(tmp_path / "data"):
        pass
    (tmp_path / "questions").write_text("高新技术企业\n如何订高铁票\n", encoding="utf-8")
    (tmp_path / "others").write_text("普陀区有哪些目标？", encoding="utf-8")
    warm.main([str(tmp_path / name) for name in ("data", "questions", "others")])
    found = json.loads(capsys.readouterr().out)
    assert len(found["search"]) == len(found["ask"]) == 2
    assert all(ms > 0 for ms in [*found["search"], *found["ask"]])
    assert found["answered"] == "高新技术企业"


def test_the_questions_stand_alone():
    assert len(questions()) > 100
    assert all("\n" not in question for question in questions())


def test_answers_and_errors_are_counted_apart(server):
    found = client(server, ["一", "二"], time.monotonic() + 0.5)
    assert found.count(None) > 0
    assert all(ms >= 10 for ms in found if ms is not None)
    assert abs(found.count(None) - len(found) / 2) <= 1


def test_all_clients_are_in_one_row(server):
    cells = load(server, clients=3, seconds=0.5).strip("| ").split(" | ")
    assert cells[0] == "3"
    assert float(cells[2]) > 0
    assert int(cells[-1]) > 0


def test_a_folder_without_the_reports_is_refused(tmp_path):
    with pytest.raises(UsageError, match="Give the folder that holds it"):
        compare(tmp_path, [1], {})


def test_a_folder_without_an_index_is_refused_and_stays_empty(tmp_path):
    with pytest.raises(IndexMissing):
        serve_and_load(tmp_path, 1, 0.1)
    assert not list(tmp_path.iterdir())
