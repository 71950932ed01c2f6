"""REST: files that become notices, corrections, removal and undoing it."""

import shutil
import time

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant, Settings
from assistant.faces.guarding import MOST_BYTES, Guard
from assistant.faces.rest import PREFIX, create_rest
from assistant.faces.rest.uploads import MOST_BODY_BYTES
from tests.assistant.faces.test_rest import is_problem

SECONDS = 60
NOTICE = (
    "徐汇区2016年科技工作要点\n一、主要目标\n新认定高新技术企业{number}家，新增众创空间3家。\n"
    "二、保障措施\n责任单位：区科委。\n2016年3月6日\n"
)
HOSTILE = {
    "../../etc/passwd.txt": "passwd.txt",
    "a\u202egpj.txt": "agpj.txt",
    "知" * 300 + ".txt": "知" * 65 + ".txt",
    "<img src=x>.txt": "-img src=x-.txt",
}


@pytest.fixture
def kewen(kewen, tmp_path):
    """An assistant over a copy of the index of the shipped notices."""
    settings = Settings(data=tmp_path / "data", workers=1)
    shutil.copytree(kewen.settings.index_folder, settings.index_folder)
    with Assistant.open(settings) as assistant:
        yield assistant


@pytest.fixture
def client(kewen):
    with TestClient(create_rest(kewen), raise_server_exceptions=False) as client:
        yield client


def notice(number):
    return NOTICE.format(number=number).encode()


def sent(client, files):
    return client.post("/notices", files=[("files", file) for file in files])


def finished(client, accepted):
    assert accepted.status_code == 202, accepted.text
    assert accepted.headers["location"] == f"/jobs/{accepted.json()['id']}"
    until = time.monotonic() + SECONDS
    while (job := client.get(accepted.headers["location"]).json())["state"] != "done":
        assert time.monotonic() < until, job
        assert job["state"] != "failed", job
        time.sleep(0.05)
    return job


def originals(kewen):
    folder = kewen.settings.data / "originals"
    return sorted(p.relative_to(folder).parts for p in folder.rglob("*") if p.is_file())


def test_a_file_that_is_sent_becomes_a_notice(client):
    job = finished(client, sent(client, [("徐汇.txt", notice(35))]))
    assert set(job) == {"id", "state", "files", "stage", "done", "total", "message"}
    assert job["files"] == [
        {"name": "徐汇.txt", "state": "added", "notice_id": "徐汇", "reason": None}
    ]
    answer = client.post("/ask", json={"question": "徐汇区2016年新认定高新技术企业的目标是多少？"})
    assert "35家" in answer.json()["text"]
    assert client.get("/notices/徐汇").json()["source"] == "徐汇.txt"


def test_of_thirty_files_five_are_bad_and_each_has_its_reason(client, kewen):
    good = [(f"n{number}.txt", notice(number + 10)) for number in range(25)]
    bad = {
        "empty.txt": (b"", "The file is empty"),
        "binary.txt": (bytes(range(256)) * 40, "not text"),
        "program.exe": (notice(1), ".exe are not read"),
        "large.txt": (b"x" * ((50 << 20) + 1), "larger than 50 MiB"),
        "again.txt": (notice(10), "same content as the notice n0"),
    }
    files = [*good[:10], *((name, data) for name, (data, _) in bad.items()), *good[10:]]
    job = finished(client, sent(client, files))
    assert [file["name"] for file in job["files"]] == [name for name, _ in files]
    states = {file["name"]: file for file in job["files"]}
    assert {states[name]["state"] for name, _ in good} == {"added"}
    for name, (_, reason) in bad.items():
        assert states[name]["state"] == "rejected"
        assert reason in states[name]["reason"]
        assert str(kewen.settings.data) not in states[name]["reason"]
    assert len(kewen.notices()) == 30
    assert not {("program.exe",), ("large.txt",)} & {parts[-1:] for parts in originals(kewen)}


@pytest.mark.parametrize(("sent_as", "safe"), HOSTILE.items())
def test_a_hostile_name_ends_as_a_safe_one_inside_the_originals(client, kewen, sent_as, safe):
    # Sent as a browser does, in the bytes of UTF-8.
    body = (
        b'--x\r\nContent-Disposition: form-data; name="files"; filename="'
        + sent_as.encode()
        + b'"\r\n\r\n'
        + notice(35)
        + b"\r\n--x--\r\n"
    )
    accepted = client.post(
        "/notices", content=body, headers={"content-type": "multipart/form-data; boundary=x"}
    )
    job = finished(client, accepted)
    assert [file["name"] for file in job["files"]] == [safe]
    assert [parts[1:] for parts in originals(kewen)] == [(safe,)]
    assert len(originals(kewen)[0][0]) == 64


def test_the_same_file_sent_again_is_unchanged(client, kewen):
    finished(client, sent(client, [("a.txt", notice(35))]))
    job = finished(client, sent(client, [("a.txt", notice(35))]))
    assert [(file["state"], file["notice_id"]) for file in job["files"]] == [("unchanged", "a")]
    assert len(originals(kewen)) == 1


@pytest.mark.parametrize(
    ("request_", "status", "said"),
    [
        ({"files": [("files", (f"{n}.txt", b"1")) for n in range(201)]}, 422, "200 files"),
        ({"files": [("other", ("a.txt", b"1"))]}, 422, "`files`"),
        (
            {"files": [("files", ("a.txt", b"1")), ("other", (None, b"1"))]},
            422,
            "`files`",
        ),
        ({"json": {"files": []}}, 415, "multipart/form-data"),
        ({"content": b"", "headers": {"content-type": "multipart/form-data"}}, 415, "multipart"),
        (
            {"content": b"--x--\r\n", "headers": {"content-type": "multipart/form-data; boundary=x"}},
            422,
            "No file",
        ),
        (
            {"content": b"nonsense", "headers": {"content-type": "multipart/form-data; boundary=x"}},
            422,
            "multipart/form-data",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_refused_whole_and_leaves_nothing(
    client, kewen, request_, status, said
):
    assert said in is_problem(client.post("/notices", **request_), status)["detail"]
    assert originals(kewen) == []


def test_a_boundary_that_is_too_long_is_refused(client):
    kind = {"content-type": f"multipart/form-data; boundary={'x' * 300}"}
    is_problem(client.post("/notices", content=b"--", headers=kind), 415)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.integers(0, 119), st.binary(max_size=3)), min_size=1, max_size=4))
def test_a_body_with_errors_is_a_problem_and_leaves_nothing_behind(client, kewen, errors):
    body = bytearray(
        b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.exe"\r\n\r\n'
        b"abc\r\n--x\r\nContent-Disposition: form-data; name=files; filename=b.exe\r\n\r\n\r\n--x--"
    )
    for at, data in errors:
        body[at : at + 1] = data
    kind = {"content-type": "multipart/form-data; boundary=x"}
    response = client.post("/notices", content=bytes(body), headers=kind)
    assert response.status_code in (202, 409, 422), response.text
    assert [parts for parts in originals(kewen) if parts[-1].endswith(".partial")] == []


def test_a_body_that_is_cut_off_leaves_nothing(client, kewen):
    body = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nabc'
    kind = {"content-type": "multipart/form-data; boundary=x"}
    is_problem(client.post("/notices", content=body, headers=kind), 422)
    assert originals(kewen) == []


def test_files_that_are_too_large_together_are_refused_while_they_come(client, kewen):
    files = [(f"{n}.txt", bytes([n]) * (41 << 20)) for n in range(5)]
    assert "200 MiB" in is_problem(sent(client, files), 413)["detail"]
    assert originals(kewen) == []


def test_only_this_request_may_be_long(client):
    from starlette.responses import Response

    async def served(scope, receive, send):
        await Response("served")(scope, receive, send)

    guarded = TestClient(Guard(served, ["testserver"]))

    def status(method, path, length):
        headers = {"content-length": str(length)}
        return guarded.request(method, path, headers=headers, content=b"").status_code

    assert status("POST", f"{PREFIX}/notices", MOST_BYTES + 1) == 200
    assert status("POST", f"{PREFIX}/notices", MOST_BODY_BYTES + 1) == 413
    for method, path in (
        ("PUT", f"{PREFIX}/notices"),
        ("POST", f"{PREFIX}/notices/"),
        ("POST", f"{PREFIX}/notices/a/restore"),
        ("POST", f"/{PREFIX}/notices"),
        ("POST", f"{PREFIX}/ask"),
    ):
        assert status(method, path, MOST_BYTES + 1) == 413


def test_a_job_that_there_is_not_is_a_problem(client):
    is_problem(client.get("/jobs/nothing"), 404)


def test_a_correction_is_set_field_by_field_and_taken_back_by_null(client):
    before = client.get("/notices/putuo-2016").json()
    path = "/notices/putuo-2016"
    set_ = client.patch(path, json={"place": "浙江省舟山市普陀区", "plan_years": [2018, 2019]})
    assert set_.status_code == 200, set_.text
    client.patch(path, json={"title": "普陀区科技工作要点"})
    now = client.get(path).json()
    assert (now["title"], now["plan_years"]) == ("普陀区科技工作要点", [2018, 2019])
    found = client.get("/notices", params={"place": "浙江省"}).json()["notices"]
    assert "putuo-2016" in {notice["notice_id"] for notice in found}
    back = client.patch(path, json={"place": None, "title": None, "plan_years": None}).json()
    assert (back["title"], back["plan_years"]) == (before["title"], before["plan_years"])
    assert client.get(path).json() == before


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "Nothing was given"),
        ({"place": "普陀区"}, "上海市普陀区 / 浙江省舟山市普陀区"),
        ({"place": "火星区"}, "no place"),
        ({"plan_years": [2018, 2016]}, "2018 to 2016"),
        ({"plan_years": [2018]}, "plan_years"),
        ({"title": ""}, "title"),
        ({"titel": "标题"}, "titel"),
    ],
)
def test_a_correction_that_cannot_be_set_is_refused(client, body, said):
    assert said in is_problem(client.patch("/notices/putuo-2016", json=body), 422)["detail"]


def test_a_correction_of_no_notice_is_a_problem(client):
    is_problem(client.patch("/notices/nothing", json={"title": "标题"}), 404)


def test_a_removed_notice_can_be_restored(client):
    client.patch("/notices/putuo-2016", json={"title": "普陀区科技工作要点"})
    is_problem(client.post("/notices/putuo-2016/restore"), 422)
    client.delete("/notices/putuo-2016")
    restored = client.post("/notices/putuo-2016/restore")
    assert (restored.status_code, restored.json()["title"]) == (200, "普陀区科技工作要点")
    is_problem(client.post("/notices/nothing/restore"), 404)
