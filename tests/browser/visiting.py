"""A page as a person visits it, and servers of its own for the tests to visit."""

import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from urllib.parse import urlsplit

SECONDS = 1000


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


class Visit:
    """A page with all that it asked for, complained of, and opened."""

    def __init__(self, browser, address, **options):
        self.address = address
        self.page = browser.new_page(**({"viewport": {"width": 1280, "height": 800}} | options))
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
