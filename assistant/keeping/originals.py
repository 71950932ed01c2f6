"""The files that people brought, kept as they came: ``originals/<sha256>/<name>`` in the data folder."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from assistant.keeping.incoming import PARTIAL, Incoming, Receiving, disk_errors
from assistant.keeping.names import safe_name
from embeddings.archive.durable import sync
from embeddings.archive.files.sources import absolute

FOLDER = "originals"
READ_ONLY = 0o444
PIECE = 1 << 20


class Originals:
    """The originals of a data folder; the same content under the same name is kept once."""

    def __init__(self, data: Path) -> None:
        self.folder = absolute(data / FOLDER)

    def receive(self, name: str) -> Receiving:
        """Begin to take in a file that somebody calls so.

        :raises KewenError: if the disk refuses.
        """
        with disk_errors(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            return Receiving(self.folder, name)

    def copy(self, path: Path) -> Incoming:
        """Take in a file of this machine; one that cannot be read comes back with the reason."""
        receiving = self.receive(path.name)
        try:
            with path.open("rb") as file:
                while data := file.read(PIECE):
                    receiving.write(data)
            return receiving.done()
        except OSError as error:
            reason = f"The file cannot be read ({error.strerror}). Check it and try again."
            return Incoming(safe_name(path.name), None, "", reason)
        finally:
            receiving.drop()

    def keep(self, incoming: Incoming) -> Path:
        """Put a file that has come in where it stays, and return where that is.

        It is on the disk then, whole, and can no longer be written to.

        :raises KewenError: if the disk refuses.
        """
        if incoming.staged is None:
            raise ValueError(f"{incoming.name} was refused: {incoming.refusal}")
        folder = self.folder / incoming.sha256
        with disk_errors(self.folder):
            folder.mkdir(exist_ok=True)
            incoming.staged.chmod(READ_ONLY)
            incoming.staged.replace(folder / incoming.name)
            sync(folder)
            sync(self.folder)
        return folder / incoming.name

    def discard(self, path: Path) -> None:
        """Take away an original."""
        with suppress(OSError):
            path.unlink()
            path.parent.rmdir()

    def sweep(self, wanted: Collection[str], before: float) -> None:
        """Take away what came before a time (seconds since 1970) and is not among the wanted.

        :param wanted: paths; they count by their last two parts, wherever the data folder is now.
        """
        kept = {Path(path).parts[-2:] for path in wanted}
        for path in list(self._files()):
            with suppress(OSError):
                if path.stat().st_mtime < before and path.parts[-2:] not in kept:
                    self.discard(path)

    def _files(self) -> Iterator[Path]:
        yield from self.folder.glob(f"*{PARTIAL}")
        yield from self.folder.glob("*/*")
