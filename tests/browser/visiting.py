"""A page as a person visits it, and servers of its own for the tests to visit."""

import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

SECONDS = 1000
# By browser and options.
_contexts = WeakKeyDictionary()


@contextmanager
def serving(root, *arguments):
    """Run a program that serves on the port it is given, and yield its address once it is ready."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, *map(str, arguments), "--port", str(port)]
    with subprocess.Popen(command, cwd=root, stderr=subprocess.DEVNULL) as server:
        try:
            yield _ready(f"http://127.0.0.1:{port}", server)
        finally:
            server.terminate()
            try:
                server.wait(timeout=20)
            finally:
                server.kill()


def _ready(address, server):
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        assert server.poll() is None, f"the server exited with {server.returncode}"
        try:
            with urllib.request.urlopen(f"{address}/readyz", timeout=5):
                return address
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not become ready")


def _context(browser, options, shared):
    """Return a context that the visits with these options share: scripts are fetched once.

    What is not shared is a browser of another person, with six connections of its own.
    """
    wanted = {"viewport": {"width": 1280, "height": 800}} | options
    if not shared:
        return browser.new_context(**wanted)
    known = _contexts.setdefault(browser, {})
    key = repr(sorted(wanted.items()))
    if key not in known:
        known[key] = browser.new_context(**wanted)
    return known[key]


class Visit:
    """A page with all that it asked for, complained of, and opened."""

    def __init__(self, browser, address, *, shared=True, **options):
        self.address = address
        self.page = _context(browser, options, shared).new_page()
        self.requested, self.complaints, self.dialogs = [], [], []
        self.page.on("request", lambda request: self.requested.append(request.url))
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._on_dialog)
        self.page.goto(address)

    def _on_console(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _on_dialog(self, dialog):
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def end(self):
        """Close the page; it must have asked nobody else and complained of nothing."""
        # The next visitor is another person.
        self.page.evaluate("() => localStorage.clear()")
        self.page.close()
        foreign = [
            url
            for url in self.requested
            if not url.startswith(("data:", "blob:"))
            and urlsplit(url).netloc != urlsplit(self.address).netloc
        ]
        assert foreign == []
        assert self.complaints == []
        assert self.dialogs == []
