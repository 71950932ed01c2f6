import pytest

from eval.measures import figure


def test_equal_values_have_no_spread():
    assert (figure([0.5] * 4).low, figure([0.5] * 4).high) == (0.5, 0.5)


def test_the_interval_holds_the_mean_and_is_the_same_every_time():
    found = figure([0.0, 1.0, 1.0, 1.0])
    assert found.low <= found.mean == 0.75 <= found.high
    assert found == figure([0.0, 1.0, 1.0, 1.0])
    assert found.questions == 4


def test_more_questions_narrow_the_interval():
    few, many = figure([0.0, 1.0] * 5), figure([0.0, 1.0] * 50)
    assert many.high - many.low < few.high - few.low


def test_no_value_is_refused():
    with pytest.raises(ValueError, match="received none"):
        figure([])
