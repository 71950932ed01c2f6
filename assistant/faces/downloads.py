"""Files that are offered for a few minutes: made on the page, fetched by the browser."""

import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Response

from assistant.faces.rendering.plain import one_line
from assistant.faces.rest.problems import problem
from corpus.errors import UsageError

PREFIX = "/download"
SECONDS = 600.0
MOST_FILES = 200
MOST_BYTES = 64_000_000
LONGEST_NAME = 100
UNNAMED = "kewen"
# What Windows, or the address, gives a meaning to in the name of a file.
MEANINGFUL = re.compile(r'[<>:"/\\|?*%;]+')
GONE = (
    "This file is no longer offered: files are kept for a few minutes only. "
    "Go back to the page and export it again."
)


@dataclass(frozen=True, slots=True)
class Offered:
    """A file, and until when the clock lets it be fetched."""

    name: str
    media_type: str
    content: bytes
    until: float


class Downloads:
    """Files in memory, for any number of threads; the oldest go when there are too many."""

    def __init__(
        self,
        seconds: float = SECONDS,
        most_files: int = MOST_FILES,
        most_bytes: int = MOST_BYTES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._seconds, self._most_files, self._most_bytes = seconds, most_files, most_bytes
        self._clock = clock
        self._lock = Lock()
        # Oldest first, which is also the order in which they expire.
        self._files: dict[str, Offered] = {}

    def offer(self, name: str, media_type: str, content: bytes | str) -> str:
        """Keep a file and return the path at which it is served; text is kept as UTF-8.

        :raises UsageError: if it is larger than all files together may be.
        """
        data = content.encode() if isinstance(content, str) else content
        if len(data) > self._most_bytes:
            raise UsageError(
                f"The file is {len(data)} bytes large, more than the {self._most_bytes} that can be "
                "offered. Narrow the question, or export fewer answers."
            )
        token, name = secrets.token_urlsafe(24), file_name(name)
        with self._lock:
            self._files[token] = Offered(name, media_type, data, self._clock() + self._seconds)
            self._forget()
        return f"{PREFIX}/{token}/{quote(name, safe='')}"

    def find(self, token: str) -> Offered | None:
        """Return the file of a token; None if there is none, or no longer."""
        with self._lock:
            self._forget()
            return self._files.get(token)

    def _forget(self) -> None:
        now, kept = self._clock(), sum(len(file.content) for file in self._files.values())
        for token, file in list(self._files.items()):
            too_much = len(self._files) > self._most_files or kept > self._most_bytes
            if file.until > now and not too_much:
                return
            del self._files[token]
            kept -= len(file.content)


def file_name(name: str) -> str:
    """Return a name that any system can keep a file under; its ending stays when it is shortened."""
    plain = MEANINGFUL.sub("_", one_line(name)).strip(" ._")
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 10:
        stem, dot, ending = plain, "", ""
    return f"{stem[:LONGEST_NAME].strip(' .') or UNNAMED}{dot}{ending}"


def downloads_router(downloads: Downloads) -> APIRouter:
    """Return the route at which the files are fetched."""
    router = APIRouter(prefix=PREFIX, include_in_schema=False)

    @router.api_route("/{token}/{name}", methods=["GET", "HEAD"])
    def fetch(token: Annotated[str, Path(max_length=100)]) -> Response:
        file = downloads.find(token)
        if file is None:
            return problem(404, GONE, "download-gone", {"Cache-Control": "no-store"})
        return Response(file.content, media_type=file.media_type, headers=_headers(file.name))

    return router


def _headers(name: str) -> dict[str, str]:
    # The plain name is for programs that do not know RFC 5987; it may hold ASCII only.
    plain = re.sub(r"[^A-Za-z0-9._-]+", "_", name)
    return {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
