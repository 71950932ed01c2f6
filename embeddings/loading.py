"""From a setting to an encoder, or to a reranker."""

from pathlib import Path
from typing import TYPE_CHECKING

from embeddings.encoder import Encoder

if TYPE_CHECKING:
    from embeddings.transformer import CrossEncoderReranker

SHIPPED = "kewen-static-2"
HASHING = "hashing"
_SHIPPED_FOLDER = Path(__file__).parent / "model"


def load_encoder(setting: str = "") -> Encoder:
    """Return the encoder that a setting names.

    "" and "kewen-static-2" give the shipped model, "hashing" the one without weights; anything
    else is a folder, or the name of a sentence-transformers model. A folder with a
    ``StaticEmbedding`` is read without torch.

    :raises UsageError: if the model cannot be loaded.
    """
    # Imported here, so that whoever needs one encoder does not pay for the others.
    if setting == HASHING:
        from embeddings.hashing import HashingEncoder

        return HashingEncoder()
    from embeddings.static import StaticEncoder, is_static_model

    folder = _SHIPPED_FOLDER if setting in ("", SHIPPED) else Path(setting)
    if folder == _SHIPPED_FOLDER or is_static_model(folder):
        return StaticEncoder(folder)
    from embeddings.transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(setting)


def load_reranker(setting: str) -> "CrossEncoderReranker":
    """Return the cross-encoder that a setting names: a folder, or a model by name.

    :raises UsageError: if the model cannot be loaded.
    """
    from embeddings.transformer import CrossEncoderReranker

    return CrossEncoderReranker(setting)
