import faiss
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings import vectors as searching
from embeddings.vectors import VectorIndex

EAST, NORTH, WEST = [1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]


def reopened(index, folder):
    path = folder / "index.faiss"
    with path.open("wb") as file:
        index.write(file)
    return VectorIndex.load(path)


def vectors(*rows):
    return np.array(rows, dtype=np.float32).reshape(-1, 2)


def test_the_nearest_direction_comes_first():
    hits = VectorIndex.build(vectors(NORTH, EAST, WEST)).search(vectors(EAST)[0], 2)
    assert hits == [(1, 1.0), (0, 0.0)]


def test_only_allowed_rows_are_searched():
    index = VectorIndex.build(vectors(NORTH, EAST, WEST))
    assert index.search(vectors(EAST)[0], 5, np.array([2, 0])) == [(0, 0.0), (2, -1.0)]
    assert index.search(vectors(EAST)[0], 5, np.array([], dtype=np.int64)) == []


def test_equal_scores_come_in_row_order():
    hits = VectorIndex.build(vectors(EAST, EAST, EAST)).search(vectors(EAST)[0], 3)
    assert [row for row, _ in hits] == [0, 1, 2]


def test_a_question_of_which_nothing_is_known_finds_nothing():
    assert VectorIndex.build(vectors(EAST)).search(vectors([0, 0])[0], 1) == []


def test_an_index_of_nothing_works(tmp_path):
    index = reopened(VectorIndex.build(vectors()), tmp_path)
    assert (index.size, index.dimension) == (0, 2)
    assert index.search(vectors(EAST)[0], 3) == []
    assert index.rows(np.array([], dtype=np.int64)).shape == (0, 2)


def test_stored_vectors_come_back_in_the_order_asked_for():
    index = VectorIndex.build(vectors(NORTH, EAST, WEST))
    assert index.rows(np.array([2, 0, 2])).tolist() == [WEST, NORTH, WEST]


@pytest.mark.parametrize("rows", [[3], [-1]])
def test_a_row_that_does_not_exist_is_refused(rows):
    index = VectorIndex.build(vectors(NORTH, EAST, WEST))
    with pytest.raises(ValueError, match="0 to 2"):
        index.rows(np.array(rows))
    with pytest.raises(ValueError, match="0 to 2"):
        index.search(vectors(EAST)[0], 1, np.array(rows))


def test_a_question_of_another_length_is_refused():
    with pytest.raises(ValueError, match=r"shape \(2,\), got \(3,\)"):
        VectorIndex.build(vectors(EAST)).search(np.ones(3, np.float32), 1)


@pytest.mark.parametrize("bad", [np.ones(2, np.float32), np.array([[np.nan, 0]], np.float32)])
def test_vectors_that_cannot_be_searched_are_refused(bad):
    with pytest.raises(ValueError, match=r"shape|finite"):
        VectorIndex.build(bad)


def test_bytes_that_are_no_index_are_refused(tmp_path):
    (tmp_path / "index.faiss").write_bytes(b"IxFIxxxx")
    with pytest.raises(ValueError, match="8 bytes"):
        VectorIndex.load(tmp_path / "index.faiss")


def test_an_index_of_another_kind_is_refused(tmp_path):
    faiss.write_index(faiss.IndexFlatIP(2), str(tmp_path / "index.faiss"))
    with pytest.raises(ValueError, match="IndexFlat"):
        VectorIndex.load(tmp_path / "index.faiss")


def test_what_is_saved_is_opened_as_it_was(tmp_path):
    stored = np.random.default_rng(1).normal(size=(200, 8)).astype(np.float32)
    stored /= np.linalg.norm(stored, axis=1, keepdims=True)
    index = VectorIndex.build(stored)
    opened = reopened(index, tmp_path)
    assert opened.search(stored[3], 5) == index.search(stored[3], 5)
    assert opened.rows(np.arange(200)).tolist() == index.rows(np.arange(200)).tolist()
    assert np.abs(opened.rows(np.arange(200)) - stored).max() < 1e-3


@given(st.lists(st.tuples(*[st.floats(-1, 1, width=32)] * 2), max_size=20), st.data())
def test_search_agrees_with_multiplying_it_out(rows, data):
    allowed = np.array(
        sorted(data.draw(st.sets(st.integers(0, len(rows) - 1)))) if rows else [], dtype=np.int64
    )
    stored, query = vectors(*rows), vectors(EAST)[0]
    index = VectorIndex.build(stored)
    expected = sorted(((float(stored[r] @ query), -r) for r in allowed), reverse=True)[:3]
    hits = index.search(query, 3, allowed)
    assert [score for _, score in hits] == pytest.approx([s for s, _ in expected], abs=1e-3)
    assert {row for row, _ in hits} <= set(allowed.tolist())


class FullDisk:
    def write(self, data):
        raise OSError(28, "No space left on device")


def test_a_disk_that_is_full_is_told():
    index = VectorIndex.build(np.eye(3, dtype=np.float32))
    with pytest.raises(OSError, match="No space left"):
        index.write(FullDisk())


def test_few_rows_looked_at_by_themselves_are_found_as_among_all(monkeypatch):
    rng = np.random.default_rng(3)
    index = VectorIndex.build(rng.normal(size=(200, 8)).astype(np.float32))
    query, rows = rng.normal(size=8).astype(np.float32), np.array([5, 7, 90, 151], np.int64)
    few = index.search(query, 3, rows)
    monkeypatch.setattr(searching, "FEW", 1000)
    among = index.search(query, 3, rows)
    assert [row for row, _ in few] == [row for row, _ in among]
    assert [score for _, score in few] == pytest.approx([score for _, score in among], abs=1e-5)
