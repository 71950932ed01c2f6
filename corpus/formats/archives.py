"""ZIP archives (DOCX, XLSX) that do not grow beyond measure when they are unpacked."""

import io
import zipfile
import zlib

from corpus.errors import UnreadableFile
from corpus.formats import limits

BLOCK = 1 << 20
ENCRYPTED = 0x1
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


class Parts:
    """The files of an archive; what is read of all of them together is limited."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise UnreadableFile(
                "The file is cut off or damaged: its archive cannot be opened. "
                "Fetch it again, or save it anew."
            ) from error
        self._packed = len(data)
        self._unpacked = 0
        entries = self._archive.infolist()
        if len(entries) > limits.MAX_ARCHIVE_FILES:
            _refuse(f"holds {len(entries):,} parts, more than {limits.MAX_ARCHIVE_FILES:,}")
        if any(entry.flag_bits & ENCRYPTED for entry in entries):
            raise UnreadableFile("The file is protected by a password. Save it without one.")
        self.names = frozenset(entry.filename for entry in entries)

    def read(self, name: str) -> bytes:
        """Return a part, counting while it is unpacked; empty if there is none of that name.

        :raises UnreadableFile: if it grows too large or is damaged.
        """
        if name not in self.names:
            return b""
        blocks = []
        try:
            with self._archive.open(name) as part:
                while block := part.read(BLOCK):
                    self._count(len(block))
                    blocks.append(block)
        except DAMAGE as error:
            raise UnreadableFile(
                f"The file is damaged: its part {name[:60]} cannot be unpacked. Save it anew."
            ) from error
        return b"".join(blocks)

    def _count(self, size: int) -> None:
        self._unpacked += size
        if self._unpacked > limits.MAX_UNPACKED_BYTES:
            _refuse(f"unpacks to more than {limits.MAX_UNPACKED_BYTES // 1_000_000} MB")
        ratio = self._unpacked / max(self._packed, 1)
        if ratio > limits.MAX_RATIO and self._unpacked > limits.RATIO_COUNTS_FROM:
            _refuse(f"unpacks to more than {limits.MAX_RATIO} times its size")


def _refuse(what: str) -> None:
    raise UnreadableFile(f"The file {what}, as no notice does. Give its text instead.")
