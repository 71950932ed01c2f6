import torch

from embeddings.training.parts import Composed, parts_of


def test_a_chinese_word_is_made_of_its_characters():
    assert parts_of("抵押") == ["抵", "押"]


def test_an_english_word_is_made_of_its_stem():
    assert parts_of("loans") == parts_of("loan")
    assert parts_of("loan") != list("loan")


def test_a_piece_is_its_own_vector_and_the_mean_of_its_parts():
    composed = Composed({"[UNK]": 0, "抵": 1, "押": 2, "抵押": 3}, 4, "[UNK]")
    with torch.no_grad():
        rows = composed(torch.zeros(4, 4))
    torch.testing.assert_close(rows[3], (rows[1] + rows[2]) / 2)
    assert not rows[0].any()


def test_own_vectors_are_added():
    composed = Composed({"[UNK]": 0, "抵": 1}, 4, "[UNK]")
    own = torch.ones(2, 4)
    with torch.no_grad():
        torch.testing.assert_close(composed(own) - composed(torch.zeros(2, 4)), own)
