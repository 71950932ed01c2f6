"""What stands before every request: whom it may come from, how large it is, what a page may do."""

import re
import secrets
from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.faces.rest import PREFIX
from assistant.faces.rest.problems import problem
from assistant.faces.rest.uploads import MOST_BODY_BYTES

MOST_BYTES = 1_048_576
# The one request that may be longer: files that are to become notices.
UPLOAD = ("POST", f"{PREFIX}/notices")
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# Of Gradio's own routes these are what the page uses; uploads, proxies and the rest are not served.
GRADIO = "/gradio_api"
GRADIO_USED = re.compile(
    rf"{GRADIO}/(?:queue/(?:join|data)|run/predict|heartbeat/[\w-]+|startup-events|info|app_id|theme\.css|reset"
    r"|cancel)/?"
)
GRADIO_UNUSED = re.compile(r"/(?:log(?:in|out)|monitoring|svelte|pwa_icon|config)(?:/.*)?")
HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SCRIPT = re.compile(rb"<script(?=[\s>])")


def policy(nonce: str) -> str:
    """Return the content security policy of a response.

    Gradio's page starts with scripts in the page itself, which get the nonce, and its components
    set styles, which cannot have one. Nothing is run by `eval`, nothing comes from elsewhere.
    """
    return (
        f"default-src 'self'; script-src 'self' 'nonce-{nonce}'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
        "frame-ancestors 'none'"
    )


class Guard:
    """Refuses what no page of ours sends, and puts the security headers on what goes out."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it with a problem document."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            refusal = self._refusal(scope)
            await (refusal or self.app)(_uncompressed(scope), receive, _Outgoing(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if _hostname(f"//{headers.get('host', '')}") not in self.hosts:
            return problem(400, "The Host header names no host of this server.", "host")
        if scope["method"] not in SAFE_METHODS and not self._is_own(headers.get("origin")):
            return problem(403, "The request comes from a page of another site.", "origin")
        uploads = (scope["method"], scope["path"]) == UPLOAD
        limit = MOST_BODY_BYTES if uploads else MOST_BYTES
        return _size_refusal(headers, limit) or _route_refusal(scope["path"])

    def _is_own(self, origin: str | None) -> bool:
        return origin is None or _hostname(origin) in self.hosts


def _uncompressed(scope: Scope) -> Scope:
    """Return the request of a page without Accept-Encoding: its scripts are to get a nonce."""
    if "text/html" not in Headers(scope=scope).get("accept", ""):
        return scope
    kept = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": kept}


def _size_refusal(headers: Headers, limit: int) -> Response | None:
    if "transfer-encoding" in headers:
        return problem(411, "The length of the request is not known. Send Content-Length.")
    length = headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit() or int(length[:20]) > limit:
        return problem(413, f"The request is {length[:20]} bytes long. Send at most {limit}.")
    return None


def _route_refusal(path: str) -> Response | None:
    path = re.sub("/{2,}", "/", path)
    unused = path.startswith(GRADIO) and not GRADIO_USED.fullmatch(path)
    if unused or GRADIO_UNUSED.fullmatch(path):
        return problem(404, "Not Found.")
    return None


def _hostname(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


class _Outgoing:
    """Sends a response with the headers; the scripts of a page get the nonce of its policy."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.nonce = secrets.token_urlsafe(16)
        self.page: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._start(message)
        elif self.page is not None and message["type"] == "http.response.body":
            await self._collect(message)
        else:
            await self.send(message)

    async def _start(self, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        headers.update(HEADERS)
        headers["Content-Security-Policy"] = policy(self.nonce)
        kind = headers.get("content-type", "")
        if kind.startswith("text/html") and "content-encoding" not in headers:
            headers["Cache-Control"] = "no-store"
            self.page = message
        else:
            await self.send(message)

    async def _collect(self, message: Message) -> None:
        assert self.page is not None
        self.body += message.get("body", b"")
        if message.get("more_body"):
            return
        body = SCRIPT.sub(b'<script nonce="%s"' % self.nonce.encode(), self.body)
        MutableHeaders(scope=self.page)["Content-Length"] = str(len(body))
        await self.send(self.page)
        await self.send({"type": "http.response.body", "body": body})
