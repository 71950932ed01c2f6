import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings import pieces
from embeddings.archive.durable import write_files
from embeddings.pieces import PieceIndex, Ragged

ROWS = st.lists(st.lists(st.integers(0, 9), max_size=5), max_size=6)


def ragged(rows, heads=None):
    return Ragged.of([np.array(row, np.uint16) for row in rows], heads or [0] * len(rows))


def lists(rows):
    return [part.tolist() for part in np.split(rows.pieces, rows.starts[1:-1])][: len(rows)]


@given(ROWS)
def test_rows_come_back_as_they_were_joined(rows):
    assert lists(ragged(rows)) == rows


@given(ROWS.filter(bool), st.data())
def test_some_rows_come_in_the_order_asked_for(rows, data):
    wanted = data.draw(st.lists(st.integers(0, len(rows) - 1)))
    heads = list(range(len(rows)))
    found = ragged(rows, heads).rows(np.array(wanted, np.int64))
    assert lists(found) == [rows[number] for number in wanted]
    assert found.heads.tolist() == wanted


def test_what_fewer_rows_hold_is_rarer():
    rarity = PieceIndex.build(ragged([[1, 1, 2], [1], [1, 3, 3]]), 5).rarity
    # Three of three rows hold 1, however often; one holds 2 and one 3; none 0 and 4.
    expected = [math.log(1 + (3 - held + 0.5) / (held + 0.5)) for held in (0, 3, 1, 1, 0)]
    assert rarity.tolist() == pytest.approx(expected)


@pytest.mark.parametrize("rows", [[], [[]], [[1, 2], [], [3]]])
def test_a_saved_index_opens_as_it_was(tmp_path, rows):
    index = PieceIndex.build(ragged(rows), 5)
    write_files(tmp_path, index.write)
    found = PieceIndex.load(tmp_path)
    assert lists(found.rows) == rows
    assert found.size == len(rows)
    np.testing.assert_array_equal(found.rarity, index.rarity)


def test_pieces_counted_in_parts_are_as_rare_as_counted_at_once(monkeypatch):
    rows = ragged([[1, 1, 2], [1], [], [1, 3, 3], [2]])
    expected = PieceIndex.build(rows, 5).rarity
    monkeypatch.setattr(pieces, "ROWS_AT_ONCE", 2)
    np.testing.assert_array_equal(PieceIndex.build(rows, 5).rarity, expected)


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(OSError, match="pieces"):
        PieceIndex.load(tmp_path)
