"""The server: one application, guarded; loopback only; a used port is one sentence."""

import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from assistant import Settings
from assistant.faces import server
from corpus.errors import UsageError


@pytest.fixture(scope="module")
def client(kewen, build):
    from fastapi.testclient import TestClient

    app = build(server.create_app, kewen, Settings())
    with TestClient(app, base_url="http://127.0.0.1:7860") as client:
        yield client


def test_page_rest_and_health_are_one_application(client):
    assert "gradio" in client.get("/").text
    assert client.post("/api/v1/ask", json={"question": "你好"}).status_code == 200
    assert client.get("/api/v1/openapi.json").json()["info"]["title"] == "kewen"
    for path in ("/healthz", "/readyz", "/api/v1/healthz", "/api/v1/readyz"):
        assert client.get(path).status_code == 200
    assert "cite-" in client.get("/page.js").text


@pytest.mark.parametrize("path", ["/", "/api/v1/healthz", "/api/v1/nothing", "/page.js"])
def test_every_response_has_the_security_headers(client, path):
    headers = client.get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "img-src 'self' data:" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"


def test_scripts_run_only_from_here_or_with_the_nonce_of_the_page(client):
    pages = [client.get("/", headers={"accept": "text/html"}) for _ in range(2)]
    nonces = set()
    for page in pages:
        policy = page.headers["content-security-policy"]
        script = next(part for part in policy.split("; ") if part.startswith("script-src"))
        assert "unsafe" not in script
        nonce = script.split("'nonce-")[1].rstrip("'")
        assert page.text.count("<script") == page.text.count(f'<script nonce="{nonce}"') > 0
        nonces.add(nonce)
    assert len(nonces) == 2


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::1", "a@b:1"])
def test_another_host_is_refused(client, host):
    response = client.get("/api/v1/healthz", headers={"host": host})
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("host", ["localhost", "localhost:80", "127.0.0.1:9", "[::1]:7860"])
def test_names_of_this_machine_are_accepted(client, host):
    assert client.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1.evil.example"]
)
def test_the_page_of_another_site_can_change_nothing(client, origin):
    response = client.delete("/api/v1/notices/putuo-2016", headers={"origin": origin})
    assert response.status_code == 403
    assert client.get("/api/v1/notices/putuo-2016").status_code == 200


def test_our_own_page_may(client):
    own = {"origin": "http://localhost:7860"}
    answered = client.post("/api/v1/ask", json={"question": "你好"}, headers=own)
    assert answered.status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/upload",
        "/gradio_api/upload/",
        "//gradio_api/upload",
        "/gradio_api//upload",
        "/gradio_api/upload?upload_id=1",
        "/gradio_api/component_server",
        "/gradio_api/run/ask",
        "/gradio_api/api/predict",
        "/gradio_api/call/ask",
        "/gradio_api/process_recording",
        "/login",
    ],
)
def test_what_the_page_does_not_use_cannot_be_posted_to(client, path):
    sent = client.request("POST", f"http://127.0.0.1:7860{path}", files={"files": b"x" * 100})
    assert sent.status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/proxy=https://evil.example/",
        "/gradio_api/runs",
        "/gradio_api/deep_link",
        "/gradio_api/vibe-code/",
        "/monitoring",
        "/config",
    ],
)
def test_what_the_page_does_not_use_cannot_be_read(client, path):
    assert client.get(path).status_code == 404


def test_a_request_that_is_too_large_is_refused(client):
    response = client.post("/api/v1/ask", content=b"x" * 1_048_577)
    assert response.status_code == 413


def test_a_request_of_unknown_length_is_refused(client):
    response = client.post("/api/v1/ask", content=iter([b"{}"]))
    assert response.status_code == 411


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "localhost", "::1"])
def test_hosts_that_only_this_machine_reaches_are_accepted(host):
    server.require_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "example.org", ""])
def test_another_host_refuses_to_start(host):
    with pytest.raises(UsageError, match=r"API keys .* tunnel"):
        server.serve(Settings(host=host))


def test_a_used_port_is_one_sentence():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(UsageError, match=rf"Port {port} of 127.0.0.1 .*--port"):
            server.serve(Settings(port=port))


def test_the_address_can_be_opened():
    assert server.address(Settings(port=7)) == "http://127.0.0.1:7/"
    assert server.address(Settings(host="::1", port=7)) == "http://[::1]:7/"


@pytest.mark.slow
def test_app_is_kewen_serve(pytestconfig, tmp_path):
    run = subprocess.run(
        [sys.executable, "app.py", "--host", "0.0.0.0", "--data", str(tmp_path / "data")],
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert "0.0.0.0" in run.stderr


@pytest.mark.slow
def test_an_open_page_does_not_keep_the_server_from_stopping(pytestconfig, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "app.py", "--port", str(port), "--data", str(tmp_path / "data")]
    with subprocess.Popen(
        command, cwd=pytestconfig.rootpath, stderr=subprocess.PIPE, text=True
    ) as run:
        said = next(line for line in run.stderr if line.startswith("kewen is at"))
        assert f":{port}/" in said
        address = f"http://127.0.0.1:{port}/gradio_api/heartbeat/test"
        with urllib.request.urlopen(address, timeout=60):
            run.send_signal(signal.SIGINT)
            try:
                run.wait(timeout=20)
            finally:
                run.kill()
        assert run.returncode == 130
        assert run.stderr.read() == "kewen: stopped.\n"


@pytest.mark.slow
def test_the_command_line_starts_without_the_web(pytestconfig):
    code = (
        "import sys, assistant, assistant.faces.commands; "
        "print([m for m in ('gradio', 'fastapi', 'uvicorn') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "[]"
