import numpy as np
import pytest

from embeddings.hashing import HashingEncoder


def test_rows_have_unit_length_and_the_shape_promised():
    rows = HashingEncoder(64).encode_passages(["科技创新", "人才"])
    assert rows.shape == (2, 64)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, rtol=1e-6)


def test_no_texts_give_no_rows():
    assert HashingEncoder(8).encode_passages([]).shape == (0, 8)


def test_white_space_gives_zeros():
    assert not HashingEncoder(8).encode_query(" \n　").any()


def test_two_encoders_agree_and_another_seed_differs():
    first, second = HashingEncoder(), HashingEncoder()
    np.testing.assert_array_equal(
        first.encode_query("高新技术企业"), second.encode_query("高新技术企业")
    )
    assert first.fingerprint == second.fingerprint
    other = HashingEncoder(seed=1)
    assert other.fingerprint != first.fingerprint
    assert other.name != first.name
    assert not np.array_equal(
        other.encode_query("高新技术企业"), first.encode_query("高新技术企业")
    )


def test_the_hash_does_not_change_from_one_release_to_the_next():
    assert np.flatnonzero(HashingEncoder(16).encode_query("科技")).tolist() == [0, 5, 6]


def test_a_passage_is_nearer_to_its_own_words_than_to_others():
    encoder = HashingEncoder()
    rows = encoder.encode_passages(["新增科技小巨人企业16家", "加强科普场馆建设"])
    near, far = rows @ encoder.encode_query("科技小巨人企业")
    assert near > far


def test_a_row_does_not_depend_on_its_neighbours():
    encoder = HashingEncoder()
    np.testing.assert_array_equal(
        encoder.encode_passages(["人才", "科技"])[1], encoder.encode_query("科技")
    )


@pytest.mark.parametrize("dimension", [0, -1])
def test_a_dimension_below_one_is_refused(dimension):
    with pytest.raises(ValueError, match=f"received {dimension}"):
        HashingEncoder(dimension)
