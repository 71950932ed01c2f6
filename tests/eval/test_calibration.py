from hypothesis import given
from hypothesis import strategies as st

from eval.judging.calibration import calibration


def test_answers_right_as_often_as_they_are_sure_have_no_error():
    found = calibration([(0.5, True), (0.5, False)] * 5, bins=1)
    assert found.error == 0.0
    assert found.brier == 0.25
    assert found.auc == 0.5


def test_sure_and_wrong_is_the_worst():
    found = calibration([(1.0, False)] * 4)
    assert (found.error, found.brier, found.auc) == (1.0, 1.0, None)


def test_a_right_answer_that_is_surer_than_every_wrong_one():
    found = calibration([(0.9, True), (0.8, True), (0.3, False)], bins=2)
    assert found.auc == 1.0
    assert [(b.questions, round(b.confidence, 2), b.accuracy) for b in found.bins] == [
        (2, 0.55, 0.5),
        (1, 0.9, 1.0),
    ]


def test_without_answers_there_is_no_calibration():
    assert calibration([]) is None


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40))
def test_every_question_is_in_one_bin_and_the_error_is_between_0_and_1(pairs):
    found = calibration(pairs)
    assert sum(b.questions for b in found.bins) == found.questions == len(pairs)
    assert 0 <= found.error <= 1
