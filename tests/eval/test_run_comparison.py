import numpy as np
import pytest

from corpus.errors import UsageError
from eval.comparison import compare, randomisation_test, read_run
from eval.judging.scoring import Score


def scores(**values):
    return [Score(name, "t", {"answer_accuracy": value}) for name, value in values.items()]


def test_changed_questions_are_listed():
    found = compare(scores(a=1.0, b=0.0, c=1.0, d=1.0), {"a": 0.0, "b": 1.0, "c": 1.0})
    assert (found.questions, found.better, found.worse) == (3, ("a",), ("b",))
    assert found.before == found.after == pytest.approx(2 / 3)
    assert found.p_value == 1.0


@pytest.mark.parametrize(("wins", "p"), [(0, 1.0), (1, 1.0), (2, 0.5), (3, 0.25), (6, 2 / 64)])
def test_few_differences_are_tested_exactly(wins, p):
    assert randomisation_test(np.array([1.0] * wins + [0.0] * 10)) == p


def test_many_differences_are_sampled_the_same_every_time():
    moved = np.array([1.0] * 15 + [-1.0] * 5)
    first = randomisation_test(moved)
    assert first == randomisation_test(moved)
    # Exactly: twice the chance of 15 or more heads in 20 throws, 0.0414.
    assert first == pytest.approx(0.0414, abs=0.006)


def test_runs_without_a_shared_question_are_refused():
    with pytest.raises(UsageError, match="share no question"):
        compare(scores(a=1.0), {"b": 1.0})


@pytest.mark.parametrize("text", ["{", '{"id": "a"}', '{"id": "a", "scores": 3}', "[]"])
def test_a_file_that_is_no_run_is_a_usage_error(tmp_path, text):
    (tmp_path / "answers.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="No run can be read"):
        read_run(tmp_path)
