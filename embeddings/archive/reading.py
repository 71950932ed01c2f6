"""Finding the generation in use, verifying it, and keeping it from being taken away."""

import fcntl
import hashlib
import os
from pathlib import Path

from corpus.errors import IndexDamaged
from embeddings.archive.durable import sha256_of
from embeddings.archive.layout import MANIFEST
from embeddings.archive.manifest import Manifest


class Hold:
    """A mark, kept by the kernel while the process lives, that a generation is being read."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def of(cls, folder: Path) -> "Hold":
        """Mark a generation as read.

        :raises IndexDamaged: if it has no manifest, or is being taken away.
        """
        try:
            descriptor = os.open(folder / MANIFEST, os.O_RDONLY | os.O_CLOEXEC)
        except OSError as error:
            raise damaged(folder / MANIFEST, "cannot be opened") from error
        hold = cls(descriptor)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError as error:
            hold.release()
            raise damaged(folder / MANIFEST, "is being taken away") from error
        return hold

    def release(self) -> None:
        """Take the mark back; again does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._descriptor = -1


def in_use(folder: Path) -> bool:
    """Return whether a reader holds the generation."""
    try:
        descriptor = os.open(folder / MANIFEST, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def verified_manifest(folder: Path, expected_sha256: str | None) -> Manifest:
    """Read the manifest of a generation after comparing every file with its checksum.

    :param expected_sha256: of the manifest, where CURRENT says it.
    :raises IndexDamaged: naming the first file that is not as it was written.
    """
    path = folder / MANIFEST
    try:
        data = path.read_bytes()
        manifest = Manifest.from_bytes(data)
    except OSError as error:
        raise damaged(path, "cannot be read") from error
    except ValueError as error:
        raise damaged(path, f"cannot be used: {error}") from error
    if expected_sha256 not in (None, hashlib.sha256(data).hexdigest()):
        raise damaged(path, "is not the one that was published")
    if folder.name != f"gen-{manifest.generation}":
        raise damaged(path, f"belongs to generation {manifest.generation}")
    for name, digest in manifest.files.items():
        _verify(folder / name, digest)
    return manifest


def damaged(path: Path, what: str) -> IndexDamaged:
    """Return the error that names the file and says what to do."""
    return IndexDamaged(f"The index is damaged: {path} {what}. Run `kewen index --rebuild`.")


def _verify(path: Path, digest: str) -> None:
    try:
        actual = sha256_of(path)
    except OSError as error:
        raise damaged(path, "cannot be read") from error
    if actual != digest:
        raise damaged(path, "is not what the manifest says")
