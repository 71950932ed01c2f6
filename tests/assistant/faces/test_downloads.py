"""Offered files: served once they are asked for, as files, for a while, within bounds."""

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import unquote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.faces.downloads import LONGEST_NAME, Downloads, downloads_router, file_name
from assistant.faces.guarding import Guard
from corpus.errors import UsageError


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def downloads(clock):
    return Downloads(seconds=60, most_files=3, most_bytes=100, clock=clock)


@pytest.fixture
def client(downloads):
    app = FastAPI()
    app.add_middleware(Guard, hosts={"testserver"})
    app.include_router(downloads_router(downloads))
    with TestClient(app) as client:
        yield client


def test_a_file_is_served_as_a_file(client, downloads):
    url = downloads.offer("科问 对话.md", "text/markdown; charset=utf-8", "# 对话\n")
    response = client.get(url)
    assert response.status_code == 200
    assert response.text == "# 对话\n"
    assert response.headers["content-type"] == "text/markdown; charset=utf-8"
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-content-type-options"] == "nosniff"
    kind, plain, coded = response.headers["content-disposition"].split("; ")
    assert kind == "attachment"
    assert plain == 'filename="_.md"'
    assert unquote(coded.removeprefix("filename*=UTF-8''")) == "科问 对话.md"


def test_it_is_served_again_and_its_head_alone(client, downloads):
    url = downloads.offer("a.bin", "application/octet-stream", b"\x00\xff")
    assert client.get(url).content == client.get(url).content == b"\x00\xff"
    assert client.head(url).headers["content-length"] == "2"


def test_a_path_is_ascii_and_cannot_be_guessed(downloads):
    urls = {downloads.offer("表.csv", "text/csv", "a") for _ in range(3)}
    tokens = {url.split("/")[2] for url in urls}
    assert len(tokens) == 3
    assert all(len(token) >= 32 for token in tokens)
    assert all(url.isascii() and url.count("/") == 3 for url in urls)


@pytest.mark.parametrize("token", ["x", "a" * 100, "<script>"])
def test_an_unknown_token_is_a_problem_that_says_what_to_do(client, token):
    response = client.get(f"/download/{token}/a.csv")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["cache-control"] == "no-store"
    assert response.json()["type"] == "urn:kewen:problem:download-gone"
    assert "Go back to the page" in response.json()["detail"]


def test_a_file_is_offered_for_a_while(client, downloads, clock):
    url = downloads.offer("a.csv", "text/csv", "a")
    clock.now += 59
    assert client.get(url).status_code == 200
    clock.now += 1
    assert client.get(url).status_code == 404


def test_the_oldest_go_when_there_are_too_many(client, downloads):
    urls = [downloads.offer(f"{n}.csv", "text/csv", str(n)) for n in range(5)]
    assert [client.get(url).status_code for url in urls] == [404, 404, 200, 200, 200]


def test_the_oldest_go_when_they_are_too_large(client, downloads):
    urls = [downloads.offer(f"{n}.csv", "text/csv", "x" * 45) for n in range(3)]
    assert [client.get(url).status_code for url in urls] == [404, 200, 200]


def test_a_file_that_is_too_large_by_itself_is_refused_and_drives_none_out(client, downloads):
    url = downloads.offer("a.csv", "text/csv", "a")
    with pytest.raises(UsageError, match="101 bytes large, more than the 100"):
        downloads.offer("b.csv", "text/csv", "x" * 101)
    assert client.get(url).status_code == 200


def test_many_threads_may_offer_and_fetch(clock):
    downloads = Downloads(most_files=50, clock=clock)

    def offer_and_find(number):
        token = downloads.offer("a.csv", "text/csv", str(number)).split("/")[2]
        return downloads.find(token).content == str(number).encode()

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(offer_and_find, range(40)))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("科问-对话.docx", "科问-对话.docx"),
        ("../../etc/passwd", "etc_passwd"),
        ("<script>alert(1)</script>.md", "script_alert(1)_script_.md"),
        ('a"; filename="b.exe', "a_ filename=_b.exe"),
        ("甲\r\nSet-Cookie: x=1.csv", "甲 Set-Cookie_ x=1.csv"),
        ("甲\u202evsc.exe", "甲vsc.exe"),
        ("![](http://x).csv", "![](http_x).csv"),
        ("%2e%2e%2f.csv", "2e_2e_2f.csv"),
        ("", "kewen"),
        ("...", "kewen"),
        ("甲" * 300 + ".xlsx", "甲" * LONGEST_NAME + ".xlsx"),
    ],
)
def test_a_name_is_one_that_any_system_keeps(name, kept):
    assert file_name(name) == kept


@pytest.mark.parametrize(
    "name", ['a"; filename="b.exe', "甲\r\nSet-Cookie: x=1", "\u202e.md", "é%00"]
)
def test_a_name_cannot_leave_its_header(client, downloads, name):
    response = client.get(downloads.offer(name, "text/plain", "a"))
    assert response.status_code == 200
    header = response.headers["content-disposition"]
    assert header.count('"') == 2
    assert header.count("; ") == 2
    assert "set-cookie" not in response.headers
