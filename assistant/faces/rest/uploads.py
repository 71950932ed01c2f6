"""Files that come in a request: written to the disk as they come, never more than is allowed."""

from typing import Any

from fastapi import HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import ClientDisconnect

from assistant.keeping import MOST_BYTES, MOST_FILES, Incoming, Originals, Receiving
from corpus.errors import UsageError

FIELD = "files"
# The files, and what stands between them.
MOST_BODY_BYTES = MOST_BYTES + (1 << 20)
NOT_MULTIPART = "The body is not multipart/form-data. Send the files as the field `files`"
BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": [FIELD],
                    "properties": {
                        FIELD: {
                            "type": "array",
                            "maxItems": MOST_FILES,
                            "items": {"type": "string", "format": "binary"},
                        }
                    },
                }
            }
        },
    }
}


async def received(request: Request, originals: Originals) -> list[Incoming]:
    """Return the files of a request; if it is refused none of them stays on the disk.

    :raises UsageError: if there are none, too many, or others than in the field `files`.
    :raises HTTPException: if they are too large together, or the body is no form.
    """
    form = _form_of(request, originals)
    try:
        async for chunk in request.stream():
            await run_in_threadpool(form.feed, chunk)
        return form.finished()
    except ClientDisconnect as error:
        form.drop()
        raise HTTPException(400, "The request was broken off") from error
    except FormParserError as error:
        form.drop()
        raise HTTPException(422, NOT_MULTIPART) from error
    except BaseException:
        form.drop()
        raise


def _form_of(request: Request, originals: Originals) -> "_Form":
    kind, options = parse_options_header(request.headers.get("content-type"))
    if kind != b"multipart/form-data" or not options.get(b"boundary"):
        raise HTTPException(415, NOT_MULTIPART)
    try:
        return _Form(options[b"boundary"], originals)
    except FormParserError as error:
        raise HTTPException(415, NOT_MULTIPART) from error


class _Form:
    """Takes the files out of a multipart body as it comes."""

    def __init__(self, boundary: bytes, originals: Originals) -> None:
        self._originals = originals
        self._files: list[Incoming] = []
        self._file: Receiving | None = None
        self._size = 0
        self._name, self._value = b"", b""
        self._disposition = b""
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin,
                "on_header_field": self._header_name,
                "on_header_value": self._header_value,
                "on_header_end": self._header_end,
                "on_headers_finished": self._open,
                "on_part_data": self._write,
                "on_part_end": self._close,
            },
        )

    def feed(self, data: bytes) -> None:
        """Take the next bytes of the body."""
        self._parser.write(data)

    def finished(self) -> list[Incoming]:
        """Return the files, when the body has ended."""
        self._parser.finalize()
        if not self._files:
            raise UsageError(f"No file was sent. Send at least one as the field `{FIELD}`.")
        return self._files

    def drop(self) -> None:
        """Take away all that has come."""
        if self._file:
            self._file.drop()
        for file in self._files:
            file.drop()

    def _begin(self) -> None:
        self._disposition = b""

    def _header_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_end(self) -> None:
        if self._name.lower() == b"content-disposition":
            self._disposition = self._value
        self._name, self._value = b"", b""

    def _open(self) -> None:
        _, options = parse_options_header(self._disposition)
        if options.get(b"name") != FIELD.encode() or b"filename" not in options:
            raise UsageError(f"There is a field that is no file. Send files as `{FIELD}` only.")
        if len(self._files) >= MOST_FILES:
            raise UsageError(f"There are more than {MOST_FILES} files. Send them in several parts.")
        self._file = self._originals.receive(options[b"filename"].decode(errors="replace"))

    def _write(self, data: bytes, start: int, end: int) -> None:
        self._size += end - start
        if self._size > MOST_BYTES:
            limit = MOST_BYTES >> 20
            raise HTTPException(413, f"The files are larger than {limit} MiB together. Send fewer")
        assert self._file
        self._file.write(data[start:end])

    def _close(self) -> None:
        assert self._file
        self._files.append(self._file.done())
        self._file = None
