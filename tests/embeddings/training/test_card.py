import pytest

from embeddings.training.measure import Recall

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]


def test_the_card_shows_the_model_beside_bm25():
    from embeddings.training.card import Facts, render_card

    ours, bm25 = Recall("heading", 1056, 2992, 0.2, 0.4), Recall("heading", 1056, 2992, 0.1, 0.3)
    card = render_card(Facts("kewen-static-2", 24000, 256, 400000, 9.6, [ours], [bm25]))
    assert "| heading | 1,056 | 2,992 | 0.200 | 0.100 | 0.400 | 0.300 |" in card
    assert "400,000 pairs" in card
    assert "took 10 minutes" in card
