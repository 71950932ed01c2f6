import numpy as np
import pytest

from assistant.retrieval.reranking import Candidates, Features, features, scores, weights
from embeddings.pieces import PieceIndex, Ragged


class Compass:
    """Piece 0 points east, 1 north, 2 between them, 3 west."""

    directions = np.array([[1, 0], [0, 1], [0.6, 0.8], [-1, 0]], np.float32)


def index(rows, heads):
    return PieceIndex.build(Ragged.of([np.array(row, np.uint16) for row in rows], heads), 4)


def candidates(rows, keywords=None, likeness=None):
    count = len(rows)
    return Candidates(
        np.array(rows, np.int64),
        np.array(keywords or [0] * count, np.float32),
        np.array(likeness or [0] * count, np.float32),
    )


def asked(*pieces):
    return np.array(pieces, np.uint16)


def test_each_piece_asked_is_held_against_the_nearest_of_the_row():
    found = features(Compass(), index([[0, 3], [2]], [0, 0]), asked(0), candidates([0, 1]))
    assert found.nearest.tolist() == pytest.approx([1.0, 0.6])
    assert found.same.tolist() == [1.0, 0.0]


def test_the_rarer_piece_counts_for_more():
    rows = index([[0, 1], [1], [1], [0]], [0, 0, 0, 0])
    found = features(Compass(), rows, asked(0, 1), candidates([1, 3]))
    share = rows.rarity[[0, 1]] / rows.rarity[[0, 1]].sum()
    assert found.same.tolist() == pytest.approx([share[1], share[0]])
    assert share[0] > share[1]


def test_words_tell_little_where_the_best_by_words_holds_little_of_the_question():
    rows = index([[2, 1], [0], [3]], [0, 0, 0])
    held = Candidates(np.array([0, 1, 2]), np.array([4, 2, 0], np.float32), np.zeros(3, np.float32))
    whole = features(Compass(), rows, asked(1), held)
    part = features(Compass(), rows, asked(0, 1), held)
    share = rows.rarity[1] / rows.rarity[[0, 1]].sum()
    assert whole.keywords.tolist() == pytest.approx([1.0, 0.5, 0.0])
    assert part.keywords.tolist() == pytest.approx([share, share / 2, 0.0])
    assert part.same.tolist() == pytest.approx([share * share, (1 - share) * share, 0.0])


def test_headings_are_the_first_pieces_of_a_row():
    found = features(Compass(), index([[3, 0], [0, 3]], [1, 1]), asked(0), candidates([0, 1]))
    assert found.headings.tolist() == [-1.0, 1.0]
    assert found.nearest.tolist() == [1.0, 1.0]


def test_keywords_are_held_against_the_best():
    rows = index([[0], [0]], [0, 0])
    found = features(Compass(), rows, asked(0), candidates([0, 1], keywords=[2, 8]))
    assert found.keywords.tolist() == [0.25, 1.0]


@pytest.mark.parametrize(("rows", "question"), [([[], [0]], [0]), ([[0], [1]], [])])
def test_empty_rows_and_questions_have_nothing_that_speaks_for_them(rows, question):
    found = features(Compass(), index(rows, [0, 0]), asked(*question), candidates([0, 1]))
    assert found.nearest[0] == found.same[0] == found.headings[0] == 0


def test_no_candidates_have_no_scores():
    found = features(Compass(), index([[0]], [0]), asked(0), candidates([]))
    assert scores(found).shape == (0,)


def test_no_weight_is_below_zero_and_each_feature_has_one():
    assert len(weights()) == len(Features._fields)
    assert (weights() >= 0).all()
    assert weights().max() > 0


def test_more_of_anything_is_never_a_lower_score():
    base = Features(*(np.array([0.5, 0.5], np.float32) for _ in Features._fields))
    for name in Features._fields:
        more = base._replace(**{name: np.array([0.5, 0.9], np.float32)})
        lower, higher = scores(more)
        assert higher >= lower
