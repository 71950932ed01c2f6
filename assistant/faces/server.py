"""One process, one application: the chat page at the root, REST under `/api/v1`."""

import logging
import socket
import sys
from asyncio import CancelledError
from contextlib import closing
from ipaddress import ip_address

import uvicorn
from fastapi import FastAPI

from assistant.assistant import Assistant
from assistant.faces.commands.progress import Bar
from assistant.faces.downloads import Downloads, downloads_router
from assistant.faces.guarding import Guard
from assistant.faces.page.mounting import mount_page
from assistant.faces.reading import reading_router
from assistant.faces.rest import PREFIX, create_rest
from assistant.faces.rest.health import router as health
from assistant.faces.rest.problems import install
from assistant.settings import Settings
from corpus.errors import UsageError

# An open page holds a connection, for which uvicorn would wait for ever.
SECONDS_TO_FINISH = 1
LOCAL_NAMES = ("localhost", "127.0.0.1", "::1")


def create_app(assistant: Assistant, settings: Settings) -> FastAPI:
    """Return the application that serves the page and REST from one assistant."""
    app = FastAPI(title="kewen", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.assistant = assistant
    app.add_middleware(Guard, hosts={*LOCAL_NAMES, settings.host})
    app.include_router(health)
    install(app)
    app.mount(PREFIX, create_rest(assistant))
    app.include_router(reading_router)
    downloads = Downloads()
    app.include_router(downloads_router(downloads))
    mount_page(app, assistant, settings, downloads)
    return app


def serve(settings: Settings) -> None:
    """Serve until interrupted; where there is no index, build one of the shipped notices first.

    :raises UsageError: if the host is not this machine alone, or the port cannot be had.
    """
    require_loopback(settings.host)
    with (
        closing(listener(settings)) as listening,
        Assistant.open(settings, progress=Bar()) as assistant,
    ):
        for warning in assistant.generation.warnings:
            _say(f"Warning: {warning}")
        app = create_app(assistant, settings)
        _say(f"kewen is at {address(settings)} (press Ctrl+C to stop).")
        logging.getLogger("uvicorn.error").addFilter(_is_worth_saying)
        config = uvicorn.Config(
            app,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=SECONDS_TO_FINISH,
        )
        uvicorn.Server(config).run(sockets=[listening])


def require_loopback(host: str) -> None:
    """Make sure that nobody else can reach the server.

    :raises UsageError: if somebody could.
    """
    if host in LOCAL_NAMES:
        return
    try:
        if ip_address(host).is_loopback:
            return
    except ValueError:
        pass
    raise UsageError(
        f"The host is {host!r}, which others can reach, and API keys come with a later version. "
        "Keep 127.0.0.1 and use a tunnel (ssh -L 7860:localhost:7860 SERVER), or a reverse proxy "
        "that asks who is there and passes Host: localhost on."
    )


def listener(settings: Settings) -> socket.socket:
    """Return a socket bound to the host and port, so that a used port is known at once.

    :raises UsageError: if they cannot be had.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((settings.host, settings.port))
        # Without this two servers that start together would both get the port.
        bound.listen(128)
    except OSError as error:
        bound.close()
        raise UsageError(
            f"Port {settings.port} of {settings.host} cannot be had ({error.strerror}). "
            "Stop what uses it, or choose another with --port."
        ) from error
    return bound


def address(settings: Settings) -> str:
    """Return where a browser finds the page."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}/"


def _is_worth_saying(record: logging.LogRecord) -> bool:
    """Return False of what uvicorn reports as errors when a page is open while it stops."""
    cancelled = record.exc_info is not None and isinstance(record.exc_info[1], CancelledError)
    return not cancelled and "graceful shutdown" not in record.getMessage()


def _say(message: str) -> None:
    sys.stderr.write(f"{message}\n")
