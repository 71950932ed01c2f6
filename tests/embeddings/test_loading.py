from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file
from tokenizers import Tokenizer, models

from corpus.errors import UsageError
from embeddings.hashing import HashingEncoder
from embeddings.loading import SHIPPED, load_encoder
from embeddings.static import StaticEncoder


@pytest.mark.parametrize("setting", ["", SHIPPED])
def test_the_shipped_model_has_the_name_that_asks_for_it(setting):
    encoder = load_encoder(setting)
    assert isinstance(encoder, StaticEncoder)
    assert encoder.name == SHIPPED
    assert encoder.dimension == 256


def test_hashing_is_asked_for_by_its_name():
    assert isinstance(load_encoder("hashing"), HashingEncoder)


def test_a_folder_with_a_static_model_is_read_without_torch(tmp_path: Path):
    Tokenizer(models.WordLevel({"[UNK]": 0}, unk_token="[UNK]")).save(
        str(tmp_path / "tokenizer.json")
    )
    save_file({"embedding.weight": np.zeros((1, 3), np.float32)}, tmp_path / "model.safetensors")
    assert load_encoder(str(tmp_path)).dimension == 3


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_folder_without_a_model_is_refused(tmp_path: Path):
    with pytest.raises(UsageError, match=r"the folder holds no complete model.*Give the folder"):
        load_encoder(str(tmp_path))
