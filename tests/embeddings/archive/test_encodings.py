import numpy as np
import pytest

from embeddings.archive.encodings import Encodings, pieces_known_to
from embeddings.archive.searchable import Searchable
from embeddings.hashing import HashingEncoder
from embeddings.loading import load_encoder

PASSAGES = [
    Searchable("普陀区工作要点\n众创空间", "新增众创空间12家。"),
    Searchable("普陀区工作要点\n众创空间", "培育科技小巨人企业16家。"),
    Searchable("", "支持创新创业。"),
]


@pytest.fixture(scope="module")
def encoder():
    return load_encoder()


def test_a_passage_is_encoded_as_its_whole_text_is(encoder):
    found = Encodings.of(encoder, PASSAGES)
    expected = encoder.encode_passages([passage.head + passage.body for passage in PASSAGES])
    np.testing.assert_allclose(found.vectors, expected, atol=1e-3)
    heads = [len(pieces) for pieces in encoder.cut([passage.head for passage in PASSAGES])]
    assert found.heads.tolist() == heads
    for pieces, head, passage in zip(found.pieces, heads, PASSAGES, strict=True):
        assert pieces[head:].tolist() == encoder.cut([passage.body])[0].tolist()


@pytest.mark.parametrize("count", [0, 1, 3])
def test_bytes_bring_back_what_they_were_made_of(encoder, count):
    encoded = Encodings.of(encoder, PASSAGES[:count])
    found = Encodings.from_bytes(encoded.to_bytes())
    np.testing.assert_array_equal(found.vectors, encoded.vectors)
    assert [row.tolist() for row in found.pieces] == [row.tolist() for row in encoded.pieces]
    assert found.heads.tolist() == encoded.heads.tolist()
    assert found.vocabulary == encoder.vocabulary


def test_an_encoder_without_pieces_leaves_them_empty():
    encoder = HashingEncoder()
    encoded = Encodings.of(encoder, PASSAGES)
    assert pieces_known_to(encoder) == encoded.vocabulary == 0
    assert encoded.vectors.shape == (3, encoder.dimension)
    index = encoded.piece_index()
    assert index.size == 3
    assert len(index.rows.pieces) == len(index.rarity) == 0


def test_parts_put_together_are_the_whole(encoder):
    whole = Encodings.of(encoder, PASSAGES)
    filled = Encodings.empty(3, encoder)
    filled.put(1, whole.part(1, 3))
    filled.put(0, whole.part(0, 1))
    np.testing.assert_array_equal(filled.vectors, whole.vectors)
    assert [row.tolist() for row in filled.pieces] == [row.tolist() for row in whole.pieces]
    assert filled.heads.tolist() == whole.heads.tolist()
