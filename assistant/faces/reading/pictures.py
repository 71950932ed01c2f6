"""Pictures of the pages of notices; those drawn last are kept in memory."""

from collections import OrderedDict
from pathlib import Path
from threading import BoundedSemaphore, Lock

from assistant.faces.reading.originals import original
from corpus.formats import sandbox
from corpus.formats.kinds import kind_of
from corpus.notice import Notice

KEPT_BYTES = 48_000_000
# Each may hold a large file and a process that draws.
AT_ONCE = 2


class Pictures:
    """Draws pages as PNG, for any number of threads, few at a time."""

    def __init__(self, kept_bytes: int = KEPT_BYTES, at_once: int = AT_ONCE) -> None:
        self._most = kept_bytes
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._turns = BoundedSemaphore(at_once)
        self._changing = Lock()

    def page(self, notice: Notice, number: int) -> bytes:
        """Return a page of the file of a notice, from 1; one drawn lately is not drawn again.

        :raises UnreadableFile: if the file is gone or has changed, or has no such page.
        """
        with self._turns:
            # The file is looked at each time: one that was taken away is not shown from memory.
            data = original(notice)
            key = (notice.sha256, number)
            with self._changing:
                found = self._kept.pop(key, None)
            picture = found or _drawn(notice, data, number)
            with self._changing:
                self._keep(key, picture)
            return picture

    def _keep(self, key: tuple[str, int], picture: bytes) -> None:
        self._kept[key] = picture
        while len(self._kept) > 1 and sum(map(len, self._kept.values())) > self._most:
            self._kept.popitem(last=False)


def _drawn(notice: Notice, data: bytes, number: int) -> bytes:
    return sandbox.picture(kind_of(data, Path(notice.source).suffix), data, number)
