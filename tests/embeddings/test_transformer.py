"""A random transformer of one layer, built here, stands for all of them."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import UsageError
from embeddings.loading import load_encoder, load_reranker
from embeddings.transformer import SentenceTransformerEncoder, known_query_prefix

PREFIX = "为这个句子生成表示以用于检索相关文章："
WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *dict.fromkeys(PREFIX + "科技人才企业创新")]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A BERT of one layer of 8 units with random weights, saved as bge-tiny-zh would be."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    source = tmp_path_factory.mktemp("source")
    (source / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    BertTokenizerFast(vocab_file=str(source / "vocab.txt")).save_pretrained(source)
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
    )
    BertModel(config).save_pretrained(source)
    modules = [Transformer(str(source)), Pooling(8, "mean")]
    target = tmp_path_factory.mktemp("models") / "bge-small-zh-test"
    SentenceTransformer(modules=modules, device="cpu").save_pretrained(
        str(target), create_model_card=False
    )
    return target


def test_rows_have_unit_length_and_the_shape_promised(folder):
    encoder = load_encoder(str(folder))
    rows = encoder.encode_passages(["科技", "人才创新"])
    assert isinstance(encoder, SentenceTransformerEncoder)
    assert rows.shape == (2, encoder.dimension) == (2, 8)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, rtol=1e-5)


def test_no_texts_give_no_rows(folder):
    assert SentenceTransformerEncoder(str(folder)).encode_passages([]).shape == (0, 8)


def test_the_known_prefix_goes_before_queries_and_not_before_passages(folder):
    encoder = SentenceTransformerEncoder(str(folder))
    plain = SentenceTransformerEncoder(str(folder), query_prefix="")
    prefixed = plain.encode_passages([PREFIX + "科技"])[0]
    np.testing.assert_allclose(encoder.encode_query("科技"), prefixed, atol=1e-6)
    np.testing.assert_allclose(
        encoder.encode_passages(["科技"])[0], plain.encode_query("科技"), atol=1e-6
    )


def test_a_prefix_that_the_model_declares_is_used(folder, tmp_path):
    copy = tmp_path / "other"
    copy.symlink_to(folder)
    config = folder / "config_sentence_transformers.json"
    before = config.read_text(encoding="utf-8")
    config.write_text(json.dumps(json.loads(before) | {"prompts": {"query": "创新"}}), "utf-8")
    try:
        encoder = SentenceTransformerEncoder(str(copy))
    finally:
        config.write_text(before, encoding="utf-8")
    np.testing.assert_allclose(
        encoder.encode_query("科技"), encoder.encode_passages(["创新科技"])[0], atol=1e-6
    )


def test_the_fingerprint_is_that_of_the_weights(folder):
    first = SentenceTransformerEncoder(str(folder))
    assert first.fingerprint == SentenceTransformerEncoder(str(folder)).fingerprint
    assert len(first.fingerprint) == 64
    assert first.name == "bge-small-zh-test"


@pytest.mark.parametrize(
    ("model", "prefix"),
    [
        ("BAAI/bge-base-zh-v1.5", PREFIX),
        ("models/bge-small-zh", PREFIX),
        ("BAAI/bge-base-en-v1.5", ""),
        ("BAAI/bge-m3", ""),
    ],
)
def test_prefixes_are_known_by_name(model, prefix):
    assert known_query_prefix(model) == prefix


def test_a_name_that_cannot_be_fetched_says_what_to_do():
    program = (
        "import os; os.environ['HF_HUB_OFFLINE'] = '1';"
        "from embeddings.loading import load_encoder; load_encoder('nobody/no-such-model')"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert "UsageError: The encoder 'nobody/no-such-model' could not be loaded" in ended.stderr
    assert "leave the setting empty" in ended.stderr


def test_a_folder_that_is_missing_is_a_name(monkeypatch):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(UsageError, match=r"'\./no/such/folder'"):
        load_encoder("./no/such/folder")


def test_importing_the_module_imports_neither_torch_nor_sentence_transformers():
    program = (
        "import sys, embeddings.transformer, embeddings.static, embeddings.loading;"
        "sys.exit(any(name in sys.modules for name in ('torch', 'sentence_transformers')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.fixture(scope="module")
def cross_encoder(tmp_path_factory) -> Path:
    """A BERT of one layer with random weights that scores pairs."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    target = tmp_path_factory.mktemp("models") / "reranker-tiny"
    target.mkdir()
    (target / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    BertTokenizerFast(vocab_file=str(target / "vocab.txt")).save_pretrained(target)
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
        num_labels=1,
    )
    BertForSequenceClassification(config).save_pretrained(target)
    return target


def test_a_cross_encoder_gives_one_score_a_passage(cross_encoder):
    reranker = load_reranker(str(cross_encoder))
    scores = reranker.scores("科技", ["人才", "企业创新", "人才"])
    assert len(scores) == 3
    assert scores[0] == pytest.approx(scores[2])
    assert scores[0] != pytest.approx(scores[1])
    assert reranker.scores("科技", []) == []


def test_a_folder_that_is_no_cross_encoder_is_refused(tmp_path):
    with pytest.raises(UsageError, match="reranker"):
        load_reranker(str(tmp_path))
