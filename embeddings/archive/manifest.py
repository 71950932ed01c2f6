"""What a generation says of itself."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpus.plain import to_plain
from embeddings.archive.records import RECORDS, Counts
from embeddings.encoder import Encoder

Settings = Mapping[str, Any]

# The number is for the layout of the folder; the fields of the records speak for themselves.
FORMAT_VERSION = f"4-{RECORDS}"


@dataclass(frozen=True, slots=True)
class EncoderIdentity:
    """Which model made the vectors; the fingerprint is the SHA-256 of its weights."""

    name: str
    fingerprint: str
    dimension: int

    @classmethod
    def of(cls, encoder: Encoder) -> "EncoderIdentity":
        """Return the identity of an encoder."""
        return cls(encoder.name, encoder.fingerprint, encoder.dimension)


@dataclass(frozen=True, slots=True)
class Canary:
    """A row and the vector that must be found there, and that the encoder must give again."""

    row: int
    vector: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds, how it was made, and the SHA-256 of every file.

    `settings` are those that shaped the notices (how text was split, and whatever else the caller
    names); when they change, everything is read again. `sources` are the files of the notices, so
    that a damaged index can be made again.
    """

    format_version: str
    generation: int
    created_at: str
    encoder: EncoderIdentity
    settings: Settings
    counts: Counts
    sources: tuple[str, ...]
    files: Mapping[str, str]
    canaries: tuple[Canary, ...]

    @property
    def content_hash(self) -> str:
        """What identifies the content of the index: the same files, the same answers."""
        return _digest(dict(self.files))[:16]

    def to_bytes(self) -> bytes:
        """Return the manifest as JSON under its own checksum."""
        content = to_plain(self)
        checked = {"sha256": _digest(content), "manifest": content}
        return (json.dumps(checked, ensure_ascii=False, indent=1) + "\n").encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Manifest":
        """Read what `to_bytes` wrote.

        :raises ValueError: if a single bit is different, or the format is another one.
        """
        try:
            content = json.loads(data)["manifest"]
            version = content["format_version"]
            manifest = _from_plain(content) if version == FORMAT_VERSION else None
        except (KeyError, TypeError, AttributeError, UnicodeDecodeError) as error:
            raise ValueError("it is not a manifest") from error
        if manifest is None:
            raise ValueError(f"it has format {version!r}, this version reads {FORMAT_VERSION!r}")
        if manifest.to_bytes() != data:
            raise ValueError("its checksum does not match")
        return manifest


def _from_plain(content: dict[str, Any]) -> Manifest:
    return Manifest(
        **content
        | {
            "encoder": EncoderIdentity(**content["encoder"]),
            "counts": Counts(**content["counts"]),
            "sources": tuple(content["sources"]),
            "canaries": tuple(Canary(c["row"], tuple(c["vector"])) for c in content["canaries"]),
        }
    )


def _digest(content: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()
