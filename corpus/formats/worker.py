"""The process that reads foreign formats: ``python -m corpus.formats.worker FD``.

It gets bytes over a socket and answers with text, with the picture of a page, or with one sentence.
It has no more memory, time and files than it was given, opens no connection and starts no program
but tesseract. Nothing heavy is imported before the first file that needs it.
"""

import base64
import importlib
import json
import os
import resource
import socket
import sys
from typing import NoReturn

from corpus.errors import UnreadableFile
from corpus.formats import frames, limits

READERS = {
    "compound": "corpus.formats.word97",
    "csv": "corpus.formats.delimited",
    "html": "corpus.formats.webpage",
    "image": "corpus.formats.images",
    "mhtml": "corpus.formats.webpage",
    "office": "corpus.formats.office",
    "pdf": "corpus.formats.pdf",
    "rtf": "corpus.formats.richtext",
    "wordml": "corpus.formats.wordml",
}
# Those of them that have a `picture` of a page, too.
WITH_PAGES = frozenset({"image", "pdf"})
IDLE_SECONDS = 120
FORBIDDEN = (
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
)
NEW_NETWORK, NEW_USER = 0x40000000, 0x10000000


def main(descriptor: int) -> None:
    """Answer requests until the other side closes or nothing has come for two minutes."""
    channel = socket.socket(fileno=descriptor)
    confine()
    while (head := _next(channel)) is not None:
        request = json.loads(head)
        data = frames.receive(channel, limits.MAX_BYTES) or b""
        _allow_seconds(request["seconds"])
        reply = answer(request["kind"], data, request["page"])
        frames.send(channel, json.dumps({**reply, "retire": _is_large()}).encode())


def answer(kind: str, data: bytes, page: int | None = None) -> dict[str, object]:
    """Return the text and the pages of the file, or the sentence that says why there are none.

    :param page: return the picture of that page instead.
    """
    try:
        return _text(kind, data) if page is None else _picture(kind, data, page)
    except UnreadableFile as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": _too_large(), "retire": True}
    except ImportError as error:
        return {"error": f"The library that reads this format is not there ({error.name}). "
                         "Install kewen anew with all it needs."}  # fmt: skip
    except RecursionError:
        return {"error": "The file is nested too deeply. Save its text as a new file."}
    except Exception as error:  # Whatever a parser raises is the fault of one file.
        return {"error": f"The file is damaged or not of its format ({type(error).__name__}). "
                         "Open it, save it again and index that."}  # fmt: skip


def _text(kind: str, data: bytes) -> dict[str, object]:
    extracted = importlib.import_module(READERS[kind]).read(data)
    if len(extracted.text) > limits.MAX_CHARACTERS:
        raise UnreadableFile(
            f"The file holds more than {limits.MAX_CHARACTERS:,} characters. Split it."
        )
    return {"text": extracted.text, "pages": extracted.pages, "warnings": extracted.warnings}


def _picture(kind: str, data: bytes, page: int) -> dict[str, object]:
    if kind not in WITH_PAGES:
        raise UnreadableFile("Only PDF files and pictures have pages that can be seen.")
    picture = importlib.import_module(READERS[kind]).picture(data, page)
    return {"picture": base64.b64encode(picture).decode("ascii")}


def confine() -> None:
    """Take from this process what no reader of a file needs."""
    for what, most in (
        (resource.RLIMIT_AS, limits.MEMORY_BYTES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, limits.FILE_BYTES),
        (resource.RLIMIT_NOFILE, 128),
    ):
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))
    _leave_network()
    sys.addaudithook(_refuse)


def _leave_network() -> None:
    """Move into a network namespace of its own, where the kernel lets us."""
    import ctypes

    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    if unshare and unshare(NEW_NETWORK) != 0:
        unshare(NEW_NETWORK | NEW_USER)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in FORBIDDEN:
        _denied(event)
    if event == "subprocess.Popen" and os.path.basename(str(arguments[0])) != "tesseract":
        _denied(event)


def _denied(event: str) -> NoReturn:
    raise PermissionError(f"{event} is not allowed while a file is read.")


def _next(channel: socket.socket) -> bytes | None:
    channel.settimeout(IDLE_SECONDS)
    try:
        return frames.receive(channel, 10_000)
    except TimeoutError:
        return None
    finally:
        channel.settimeout(None)


def _allow_seconds(seconds: int) -> None:
    """Let the kernel end this process when it has computed for so long from now."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _is_large() -> bool:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 > limits.RETIRE_BYTES


def _too_large() -> str:
    return (
        f"Reading the file needs more than {limits.MEMORY_BYTES >> 30} GB of memory. "
        "Split it, or give its text."
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
