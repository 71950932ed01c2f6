"""Coverage answers over made-up notices, a few of them: the check must be able to fail."""

from dataclasses import replace

import pytest

from eval.made_up.checking import check, made_up

SEED = 5


@pytest.fixture(scope="module")
def notices():
    return made_up(24, SEED)


def test_a_seed_always_draws_the_same_notices_of_different_districts(notices):
    assert notices == made_up(24, SEED)
    assert len({notice.place for notice in notices}) == 24
    assert notices != made_up(24, SEED + 1)


def test_every_stated_value_stands_in_the_text(notices):
    stated = [(n, v) for n in notices for s in n.stated.values() for v in s.values]
    assert stated
    assert all(value in notice.text for notice, value in stated)


def test_rows_are_those_that_are_known(notices):
    found = check(notices, 12, SEED)
    wanted, right = sum(c.wanted for c in found), sum(c.right for c in found)
    assert wanted > 24
    assert right / wanted >= 0.97
    assert right / sum(c.shown for c in found) >= 0.97


def test_a_figure_that_the_text_does_not_say_is_missed(notices):
    other = [replace(notice, text=notice.text.replace("家", "吨")) for notice in notices]
    found = check(other, 12, SEED)
    assert sum(c.right for c in found) < 0.97 * sum(c.wanted for c in found)
    assert any(c.missing for c in found)
