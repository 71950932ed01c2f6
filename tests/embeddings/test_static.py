import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file
from tokenizers import Tokenizer, models, pre_tokenizers

from corpus.errors import UsageError
from embeddings.loading import load_encoder
from embeddings.static import StaticEncoder, is_static_model

VECTORS = np.array([[0, 0], [3, 0], [0, 4], [0, 2]], dtype=np.float16)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model of three words: 科技 points along x, 人才 and 企业 along y."""
    words = {"[UNK]": 0, "科技": 1, "人才": 2, "企业": 3}
    tokenizer = Tokenizer(models.WordLevel(words, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    save_file({"embedding.weight": VECTORS}, tmp_path / "model.safetensors")
    (tmp_path / "encoder.json").write_text('{"name": "tiny-1"}', encoding="utf-8")
    return tmp_path


def test_a_text_is_the_mean_of_its_words_at_unit_length(folder):
    rows = StaticEncoder(folder).encode_passages(
        ["科技", "人才", "科技 人才", "科技 人才 企业 企业"]
    )
    # (3,0) → (1,0); (0,4) → (0,1); (3,4)/2 → (.6,.8); (3,8)/4 → (3,8)/√73
    expected = [[1, 0], [0, 1], [0.6, 0.8], np.array([3, 8]) / np.sqrt(73)]
    np.testing.assert_allclose(rows, expected, rtol=1e-6)
    assert rows.dtype == np.float32


@pytest.mark.parametrize("text", ["", "  ", "未知"])
def test_empty_and_unknown_texts_give_zeros(folder, text):
    assert StaticEncoder(folder).encode_query(text).tolist() == [0, 0]


def test_no_texts_give_no_rows(folder):
    assert StaticEncoder(folder).encode_passages([]).shape == (0, 2)


def test_more_texts_than_a_batch_keep_their_order(folder):
    texts = ["科技", "人才", ""] * 200
    rows = StaticEncoder(folder).encode_passages(texts)
    np.testing.assert_array_equal(rows, np.tile([[1, 0], [0, 1], [0, 0]], (200, 1)))


def test_padding_and_truncation_of_the_tokenizer_are_ignored(folder):
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(1)
    tokenizer.enable_padding(length=9, pad_id=2)
    tokenizer.save(str(folder / "tokenizer.json"))
    np.testing.assert_allclose(
        StaticEncoder(folder).encode_query("科技 人才"), [0.6, 0.8], rtol=1e-6
    )


def test_the_name_stands_in_the_description_or_is_that_of_the_folder(folder):
    assert StaticEncoder(folder).name == "tiny-1"
    (folder / "encoder.json").unlink()
    assert StaticEncoder(folder).name == folder.name


def test_the_fingerprint_changes_with_the_weights(folder):
    before = StaticEncoder(folder).fingerprint
    assert StaticEncoder(folder).fingerprint == before
    save_file({"embedding.weight": VECTORS + 1}, folder / "model.safetensors")
    assert StaticEncoder(folder).fingerprint != before


def test_a_missing_file_is_named(folder):
    (folder / "model.safetensors").unlink()
    with pytest.raises(UsageError, match=r"model\.safetensors.*Name a folder"):
        StaticEncoder(folder)


def test_weights_that_are_none_are_refused(folder):
    (folder / "model.safetensors").write_bytes(b"\0" * 40)
    with pytest.raises(UsageError, match=r"embedding\.weight"):
        StaticEncoder(folder)


def test_weights_of_another_model_are_refused(folder):
    save_file({"other": VECTORS}, folder / "model.safetensors")
    with pytest.raises(UsageError, match=r"embedding\.weight"):
        StaticEncoder(folder)


def test_a_tokenizer_that_is_none_is_refused(folder):
    (folder / "tokenizer.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="not a tokenizer definition"):
        StaticEncoder(folder)


def test_a_tokenizer_with_more_pieces_than_vectors_is_refused(folder):
    save_file({"embedding.weight": VECTORS[:2]}, folder / "model.safetensors")
    with pytest.raises(UsageError, match=r"4 pieces.*2 vectors"):
        StaticEncoder(folder)


def test_a_static_model_is_told_from_others(folder, tmp_path_factory):
    assert is_static_model(folder)
    modules = [{"type": "sentence_transformers.models.Transformer"}]
    (folder / "modules.json").write_text(json.dumps(modules), encoding="utf-8")
    assert not is_static_model(folder)
    assert not is_static_model(tmp_path_factory.mktemp("empty"))


def test_the_shipped_model_encodes_without_torch():
    program = (
        "import sys; from embeddings.loading import load_encoder;"
        "row = load_encoder().encode_query('科技小巨人企业');"
        "assert abs(float(row @ row) - 1) < 1e-5;"
        "sys.exit(any(name in sys.modules for name in ('torch', 'sentence_transformers')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_shipped_model_puts_the_answer_first():
    encoder = load_encoder()
    passages = [
        "力争新认定高新技术企业20家；培育市区科技小巨人企业16家。",
        "组织开展科技节、科普日等大型科普活动，新建社区创新屋2家。",
        "做好专利资助工作，加大知识产权保护力度，专利申请量增长10%。",
    ]
    for query, expected in [("培育多少家小巨人", 0), ("科普活动有哪些", 1), ("知识产权保护", 2)]:
        assert (
            int(np.argmax(encoder.encode_passages(passages) @ encoder.encode_query(query)))
            == expected
        )


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_shipped_model_equals_sentence_transformers():
    from sentence_transformers import SentenceTransformer

    folder = Path(sys.modules["embeddings.loading"].__file__).parent / "model"
    theirs = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    texts = ["普陀区2016年培育科技小巨人企业多少家？", "R&D经费占GDP比重达到3.5%", "创新" * 500]
    ours = load_encoder().encode_passages(texts)
    rows = theirs.encode(texts, normalize_embeddings=True, show_progress_bar=False)
    cosines = np.sum(ours * rows.astype(np.float32), axis=1)
    assert type(theirs[0]).__name__ == "StaticEmbedding"
    assert (cosines > 0.999).all()
