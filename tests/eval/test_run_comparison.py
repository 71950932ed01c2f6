import numpy as np
import pytest

from corpus.errors import UsageError
from eval.comparison import Earlier, compare, randomisation_test, read_run
from eval.judging.scoring import Score


def scores(**values):
    return [Score(name, "t", {"answer_accuracy": value}) for name, value in values.items()]


def earlier(**values):
    return {
        name: Earlier({"answer_accuracy": value}, None, "as it was")
        for name, value in values.items()
    }


def test_changed_questions_are_listed():
    found = compare(scores(a=1.0, b=0.0, c=1.0, d=1.0), earlier(a=0.0, b=1.0, c=1.0))
    assert (found.questions, found.better, found.worse) == (3, ("a",), ("b",))
    (change,) = found.changes
    assert change.before == change.after == pytest.approx(2 / 3)
    assert (change.difference, change.p_value) == (0.0, 1.0)


def test_a_question_whose_gold_has_changed_is_left_out():
    golds = {"a": "another", "b": "as it was"}
    found = compare(scores(a=1.0, b=0.0), earlier(a=0.0, b=1.0), golds)
    assert (found.questions, found.regolded, found.better, found.worse) == (1, ("a",), (), ("b",))


def test_a_question_as_right_as_before_with_other_rows_is_told():
    before = {"a": Earlier({"answer_accuracy": 1.0, "row_f1": 0.5}, None, None)}
    after = [Score("a", "t", {"answer_accuracy": 1.0, "row_f1": 1.0})]
    found = compare(after, before)
    assert (found.better, found.worse, found.moved) == ((), (), ("a",))
    assert found.of("row_f1").difference == 0.5
    assert found.of("ndcg_at_10") is None


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
        compare(scores(a=1.0), earlier(b=1.0))


@pytest.mark.parametrize(
    "text", ["{", '{"id": "a"}', '{"id": "a", "scores": 3}', "[]", '{"id": "a", "scores": {}}']
)
def test_a_file_that_is_no_run_is_a_usage_error(tmp_path, text):
    (tmp_path / "answers.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="No run can be read"):
        read_run(tmp_path)
