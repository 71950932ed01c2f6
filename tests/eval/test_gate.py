from dataclasses import replace

import pytest

from corpus.errors import UsageError
from eval import run
from eval.gate import Gate, Threshold, check, read_gate
from eval.judging.summary import Summary
from eval.measures import figure
from tests.eval.tiny_evaluation import HAISHU_ROW, QUESTION_LINES, RIGHT_ANSWERS, ScriptedAssistant

GATE = """
[[threshold]]
measure = "answer_accuracy"
minimum = 0.9

[[threshold]]
measure = "false_answer_rate"
maximum = 0.0

[[threshold]]
measure = "citation_verbatim"
minimum = 1.0

[[threshold]]
type = "coverage"
measure = "row_f1"
minimum = 0.9
"""


def gate(tmp_path, text=GATE):
    path = tmp_path / "gate.toml"
    path.write_text(text, encoding="utf-8")
    return path


def summary(**means):
    return Summary(1, {name: figure([mean]) for name, mean in means.items()}, {}, None)


def test_a_figure_on_the_threshold_passes():
    limit = Threshold("answer_accuracy", None, 0.9, 1.0)
    assert check(summary(answer_accuracy=0.9), Gate((limit,))) == []
    (miss,) = check(summary(answer_accuracy=0.89), Gate((limit,)))
    assert str(miss) == "answer_accuracy is 0.890, expected 0.9 to 1"


def test_what_was_not_measured_is_missed():
    (miss,) = check(summary(), Gate((Threshold("row_f1", "coverage", 0.9, 1.0),)))
    assert str(miss) == "coverage: row_f1 was not measured, expected 0.9 to 1"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not toml",
        "threshold = 3",
        "threshold = [3]",
        '[[threshold]]\nmeasure = "answer_accuracy"',
        '[[threshold]]\nmeasure = "answer_acuracy"\nminimum = 1',
        '[[threshold]]\nmeasure = "row_f1"\nminimun = 1\nmaximum = 1',
        '[[threshold]]\nmeasure = "row_f1"\nminimum = "high"',
        '[[threshold]]\nmeasure = "row_f1"\nminimum = 1\ntype = 3',
        '[[regression]]\nmeasure = "row_f1"',
        '[[regression]]\nmeasure = "row_f1"\nminimum = 0.1',
        "turned_wrong = -1",
        "turned_wrong = true",
        "turned_worse = 1",
    ],
)
def test_a_gate_that_says_nothing_is_refused(tmp_path, text):
    with pytest.raises(UsageError):
        read_gate(gate(tmp_path, text))


def status(tmp_path, assistant, questions):
    return run(questions, assistant=assistant, gate=gate(tmp_path))


def shift_citations(answer):
    moved = (replace(c, start=c.start + 1, end=c.end + 1) for c in answer.citations)
    return replace(answer, citations=tuple(moved))


def answer_everything(answer):
    return replace(answer, status="answered", reason=None)


def drop_rows(answer):
    return replace(answer, rows=tuple(row for row in answer.rows if row != HAISHU_ROW))


def test_the_gate_is_green_when_all_is_right(tmp_path, questions_file):
    assert status(tmp_path, ScriptedAssistant(RIGHT_ANSWERS), questions_file) == 0


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        (shift_citations, "citation_verbatim"),
        (answer_everything, "false_answer_rate"),
        (drop_rows, "row_f1"),
    ],
)
def test_the_gate_is_red_when_something_breaks(tmp_path, questions_file, capsys, broken, named):
    assert status(tmp_path, ScriptedAssistant(RIGHT_ANSWERS, broken), questions_file) == 1
    assert named in capsys.readouterr().err


def test_a_line_that_does_not_load_turns_the_gate_red(tmp_path, questions_file, capsys):
    questions_file.write_text(QUESTION_LINES + "{\n", encoding="utf-8")
    assert status(tmp_path, ScriptedAssistant(RIGHT_ANSWERS), questions_file) == 1
    assert "Line 4" in capsys.readouterr().err


REGRESSION = """
turned_wrong = 0

[[regression]]
measure = "answer_accuracy"
maximum = 0.1

[[regression]]
measure = "false_answer_rate"
maximum = 0.0
"""


def compared(tmp_path, questions, broken):
    report = tmp_path / "before"
    run(questions, assistant=ScriptedAssistant(RIGHT_ANSWERS), report=report)
    after = ScriptedAssistant(RIGHT_ANSWERS, broken)
    return run(questions, assistant=after, against=report, gate=gate(tmp_path, REGRESSION))


def test_a_run_as_good_as_the_earlier_one_passes(tmp_path, questions_file):
    assert compared(tmp_path, questions_file, lambda answer: answer) == 0


def test_a_run_that_fell_by_more_than_allowed_turns_the_gate_red(tmp_path, questions_file, capsys):
    assert compared(tmp_path, questions_file, answer_everything) == 1
    told = capsys.readouterr().err
    assert "fall of answer_accuracy is 0.333, allowed 0.1" in told
    assert "fall of false_answer_rate is 1.000, allowed 0" in told
    assert "1 questions turned wrong, allowed 0" in told


def test_a_gate_that_compares_needs_an_earlier_run(tmp_path, questions_file):
    assistant = ScriptedAssistant(RIGHT_ANSWERS)
    with pytest.raises(UsageError, match="--against"):
        run(questions_file, assistant=assistant, gate=gate(tmp_path, REGRESSION))
