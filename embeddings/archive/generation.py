"""A generation of the index, opened and verified."""

import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from corpus.errors import EncoderMismatch, IndexDamaged
from embeddings.archive.layout import (
    CURRENT,
    KEYWORDS,
    PIECES,
    TABLES,
    VECTORS,
    Pointer,
    generation_folder,
    generations,
    read_pointer,
)
from embeddings.archive.manifest import EncoderIdentity, Manifest
from embeddings.archive.reading import Hold, damaged, verified_manifest
from embeddings.archive.tables import Tables
from embeddings.encoder import Encoder

if TYPE_CHECKING:
    from embeddings.keywords import KeywordIndex
    from embeddings.pieces import PieceIndex
    from embeddings.vectors import VectorIndex


class Generation:
    """What is served: tables, vectors and keywords that belong together and never change.

    While it is open its files stay, whatever is published meanwhile. Safe for many threads.
    `warnings` says in sentences what is wrong with the index though it can be used.
    """

    def __init__(
        self, folder: Path, manifest: Manifest, hold: Hold, warnings: tuple[str, ...] = ()
    ) -> None:
        self.folder = folder
        self.manifest = manifest
        self.warnings = warnings
        self.tables = Tables(folder / TABLES)
        self._vectors: VectorIndex | None = None
        self._keywords: KeywordIndex | None = None
        self._pieces: PieceIndex | None = None
        self._loading = Lock()
        self._finish = weakref.finalize(self, _close, self.tables, hold)

    @classmethod
    def open(cls, index_folder: Path, encoder: Encoder | None = None) -> "Generation":
        """Open the generation in use; if it is damaged, the newest good one, with a warning.

        :param encoder: if given, it must be the one the index was built with.
        :raises IndexMissing: if there is no index in the folder.
        :raises IndexDamaged: naming the file, if no generation is good.
        :raises EncoderMismatch: if the index was built with another encoder.
        """
        generation = _open_current(index_folder)
        if encoder is not None:
            try:
                generation.require(encoder)
            except EncoderMismatch:
                generation.close()
                raise
        return generation

    @property
    def number(self) -> int:
        """Which generation it is."""
        return self.manifest.generation

    @property
    def vectors(self) -> "VectorIndex":
        """The vector leg, loaded when it is first asked for."""
        with self._loading:
            if self._vectors is None:
                # Imported here so that a question for the ledger does not wait for FAISS.
                from embeddings.vectors import VectorIndex

                with _readable(self.folder / VECTORS) as path:
                    self._vectors = VectorIndex.load(path)
            return self._vectors

    @property
    def keywords(self) -> "KeywordIndex":
        """The keyword leg, loaded when it is first asked for."""
        with self._loading:
            if self._keywords is None:
                from embeddings.keywords import KeywordIndex

                with _readable(self.folder / KEYWORDS) as path:
                    self._keywords = KeywordIndex.load(path)
            return self._keywords

    @property
    def pieces(self) -> "PieceIndex":
        """The pieces of the passages, loaded when they are first asked for."""
        with self._loading:
            if self._pieces is None:
                from embeddings.pieces import PieceIndex

                with _readable(self.folder / PIECES) as path:
                    self._pieces = PieceIndex.load(path)
            return self._pieces

    def require(self, encoder: Encoder) -> None:
        """Make sure that vectors of this encoder may be compared with those of the index.

        :raises EncoderMismatch: if they may not.
        """
        built, given = self.manifest.encoder, EncoderIdentity.of(encoder)
        if built != given:
            raise EncoderMismatch(
                f"The index was built with encoder {_named(built)}, this is {_named(given)}. "
                "Run `kewen index --rebuild`."
            )

    def close(self) -> None:
        """Let go of the files; again does nothing."""
        self._finish()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


@contextmanager
def _readable(path: Path) -> Iterator[Path]:
    try:
        yield path
    except (OSError, ValueError) as error:
        raise damaged(path, f"cannot be read ({error})") from error


def _open_current(index_folder: Path) -> Generation:
    while True:
        pointer = read_pointer(index_folder)
        try:
            return _open(index_folder, pointer)
        except IndexDamaged as damage:
            # Between reading CURRENT and opening, two newer ones may have been published.
            if read_pointer(index_folder) == pointer:
                return _open_last_good(index_folder, damage)


def _open(index_folder: Path, pointer: Pointer | None) -> Generation:
    if pointer is None:
        raise damaged(index_folder / CURRENT, "does not name a generation")
    folder = generation_folder(index_folder, pointer.number)
    return _open_folder(folder, pointer.manifest_sha256, ())


def _open_folder(folder: Path, expected: str | None, warnings: tuple[str, ...]) -> Generation:
    hold = Hold.of(folder)
    try:
        return Generation(folder, verified_manifest(folder, expected), hold, warnings)
    except BaseException:
        hold.release()
        raise


def _open_last_good(index_folder: Path, damage: IndexDamaged) -> Generation:
    for number in generations(index_folder):
        warning = f"{damage} Until then generation {number}, the last good one, is used."
        try:
            return _open_folder(generation_folder(index_folder, number), None, (warning,))
        except IndexDamaged:
            continue
    raise damage


def _close(tables: Tables, hold: Hold) -> None:
    tables.close()
    hold.release()


def _named(encoder: EncoderIdentity) -> str:
    return f"{encoder.name} ({encoder.dimension}-d, {encoder.fingerprint[:12]})"
