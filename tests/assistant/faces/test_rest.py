"""REST: what each endpoint answers, and that every error is a problem document."""

import csv
import io
import json

import httpx
import pytest

from assistant import Assistant, Settings
from assistant.faces.rest import create_rest
from assistant.feedback import FeedbackStore
from corpus.errors import IndexDamaged, IndexLocked, IndexMissing

COVERAGE = "2016–2018年哪些区提出了高新技术企业目标？"


def client_for(assistant):
    from fastapi.testclient import TestClient

    return TestClient(create_rest(assistant), raise_server_exceptions=False)


@pytest.fixture(scope="module")
def client(kewen):
    with client_for(kewen) as client:
        yield client


def is_problem(response: httpx.Response, status: int) -> dict:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert set(problem) == {"type", "title", "status", "detail"}
    assert problem["status"] == status
    assert problem["detail"]
    return problem


def read_events(text):
    for block in text.strip().split("\n\n"):
        name, data = block.split("\n")
        yield name.removeprefix("event: "), json.loads(data.removeprefix("data: "))


def test_ask_is_what_the_assistant_answers(client, kewen):
    answer = client.post("/ask", json={"question": COVERAGE}).json()
    expected = kewen.ask(COVERAGE).to_dict()
    for volatile in (answer, expected):
        volatile.pop("timings_ms")
    assert answer == expected
    assert {(row["place"], row["value"]) for row in answer["rows"]} >= {
        ("嘉定区", "900家"),
        ("普陀区", "20家"),
    }


def test_each_quote_is_what_the_text_endpoint_gives_for_its_offsets(client):
    citations = client.post("/ask", json={"question": COVERAGE}).json()["citations"]
    assert citations
    for citation in citations:
        part = {"start": citation["start"], "end": citation["end"]}
        text = client.get(f"/notices/{citation['notice_id']}/text", params=part).json()
        assert text["text"] == citation["quote"]


def test_history_resolves_a_follow_up(client):
    history = [{"role": "user", "content": "普陀区2016年新增众创空间的目标是多少？"}]
    answer = client.post("/ask", json={"question": "高新技术企业呢？", "history": history}).json()
    assert "普陀" in answer["standalone_question"]
    assert "20家" in answer["text"]


def test_stream_gives_the_text_the_citations_the_rows_and_the_answer(client):
    response = client.post("/ask", json={"question": COVERAGE, "stream": True})
    assert response.headers["content-type"].startswith("text/event-stream")
    events = list(read_events(response.text))
    answer = events[-1][1]
    assert events[-1][0] == "answer"
    assert "".join(data["text"] for name, data in events if name == "token") == answer["text"]
    assert [data for name, data in events if name == "citation"] == answer["citations"]
    assert [data for name, data in events if name == "row"] == answer["rows"]


def test_search_gives_passages_in_scope(client):
    body = {"query": "众创空间", "top_k": 3, "filters": {"places": ["普陀区"]}}
    found = client.post("/search", json=body).json()
    assert 1 <= len(found["passages"]) <= 3
    assert {passage["place"] for passage in found["passages"]} == {"普陀区"}
    assert found["timings_ms"]["total"] >= 0


def test_targets_are_filtered_by_place_and_indicator(client):
    asked = {"place": ["普陀区", "嘉定区"], "indicator": "高新技术企业", "kind": "target"}
    targets = client.get("/targets", params=asked).json()["targets"]
    assert {target["place"] for target in targets} == {"普陀区", "嘉定区"}
    assert {target["indicator"] for target in targets} == {"高新技术企业"}


def test_a_misspelt_parameter_is_named(client):
    problem = is_problem(client.get("/targets?plce=普陀区"), 422)
    assert "'plce'" in problem["detail"]


def test_targets_as_csv_open_in_a_spreadsheet(client, kewen):
    response = client.get("/targets", params={"format": "csv"})
    assert response.headers["content-type"].startswith("text/csv")
    assert response.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert len(rows) == len(kewen.targets())
    assert "900家" in {row["value"] for row in rows}


def test_tasks_are_filtered_by_office_and_day(client):
    asked = {"responsible": "区金融办", "due_before": "2015-06-30"}
    tasks = client.get("/tasks", params=asked).json()["tasks"]
    assert tasks
    assert all("区金融办" in task["responsible"] for task in tasks)
    assert all(task["due_on"] <= "2015-06-30" for task in tasks)


def test_tasks_as_csv(client, kewen):
    content = client.get("/tasks", params={"format": "csv"}).content.decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(content)))) == 1 + len(kewen.tasks())


def test_notices_are_listed_without_the_folders_of_the_server(client, kewen):
    notices = client.get("/notices").json()["notices"]
    assert len(notices) == 5
    assert all("/" not in notice["source"] for notice in notices)
    assert len(client.get("/notices", params={"place": "上海市"}).json()["notices"]) == 4


def test_a_notice_comes_with_its_outline(client, kewen):
    notice = client.get("/notices/putuo-2016").json()
    whole = kewen.notice("putuo-2016")
    assert notice["characters"] == len(whole.text)
    assert [part["heading"] for part in notice["sections"]] == [s.heading for s in whole.sections]
    assert notice["place"] == "普陀区"
    assert notice["plan_years"] == [2016, 2016]


def test_text_past_the_end_is_what_there_is(client, kewen):
    text = kewen.notice("putuo-2016").text
    got = client.get("/notices/putuo-2016/text", params={"start": 10, "end": 10**9}).json()
    assert (got["text"], got["end"]) == (text[10:], len(text))


def test_a_removed_notice_is_gone(tmp_path):
    with Assistant.open(Settings(data=tmp_path)) as assistant, client_for(assistant) as client:
        before = client.get("/readyz").json()
        assert client.delete("/notices/jiading-2018").status_code == 204
        is_problem(client.get("/notices/jiading-2018"), 404)
        is_problem(client.delete("/notices/jiading-2018"), 404)
        after = client.get("/readyz").json()
        assert after["notices"] == before["notices"] - 1
        assert after["generation"] > before["generation"]


def test_health_and_readiness(client):
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz").json()
    assert ready["status"] == "ready"
    assert ready["generation"] >= 1
    assert ready["notices"] == 5
    assert ready["passages"] > 50


@pytest.mark.parametrize(
    ("path", "body", "said"),
    [
        ("/ask", {}, "question"),
        ("/ask", {"question": "   "}, "question"),
        ("/ask", {"question": "问" * 501}, "500"),
        ("/ask", {"question": "问", "history": [{"role": "user", "content": "a"}] * 21}, "20"),
        ("/ask", {"question": "问", "history": [{"role": "system", "content": "a"}]}, "role"),
        ("/ask", {"question": "问", "filters": {"place": ["普陀区"]}}, "place"),
        ("/ask", {"question": "问", "filters": {"year_from": 2018, "year_to": 2016}}, "2018"),
        ("/ask", {"question": "\ud800"}, "question"),
        ("/search", {"query": "众创空间", "top_k": 51}, "50"),
        ("/search", {"query": "众创空间", "top_k": 0}, "top_k"),
        ("/search", ["众创空间"], "body"),
    ],
)
def test_a_request_out_of_bounds_is_refused_in_words(client, path, body, said):
    response = client.post(
        path, content=json.dumps(body), headers={"content-type": "application/json"}
    )
    assert said in is_problem(response, 422)["detail"]


def test_what_was_sent_is_not_sent_back(client):
    response = client.post("/ask", json={"question": {"<script>": "秘密"}})
    assert "秘密" not in is_problem(response, 422)["detail"]


def test_a_body_that_is_no_json_is_refused(client):
    is_problem(client.post("/ask", content=b"{", headers={"content-type": "application/json"}), 422)


@pytest.mark.parametrize(
    "query",
    [
        {"year_from": "2018", "year_to": "2016"},
        {"year_from": "twenty"},
        {"kind": "wish"},
        {"format": "exe"},
        {"place": ["区"] * 51},
    ],
)
def test_a_query_out_of_bounds_is_refused(client, query):
    is_problem(client.get("/targets", params=query), 422)


def test_unknown_paths_notices_and_methods_are_problems(client):
    is_problem(client.get("/nothing"), 404)
    is_problem(client.get("/notices/nothing"), 404)
    is_problem(client.get("/notices/nothing/text"), 404)
    is_problem(client.get("/ask"), 405)


class Failing:
    """An assistant whose index is in a bad way."""

    def __init__(self, error):
        self.error = error

    def ask(self, *_, **__):
        raise self.error

    def notices(self):
        raise self.error


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (IndexMissing("There is no index."), 503),
        (IndexDamaged("The index is damaged: notices.sqlite."), 503),
        (IndexLocked("Another process is writing."), 409),
    ],
)
def test_what_is_wrong_with_the_index_is_said(error, status):
    with client_for(Failing(error)) as client:
        asked = is_problem(client.post("/ask", json={"question": "问"}), status)
        assert asked["detail"] == str(error)
        assert is_problem(client.get("/readyz"), status)["type"].startswith("urn:kewen:problem:")
        assert client.get("/healthz").status_code == 200


def test_a_bug_tells_nothing_of_its_inside():
    with client_for(Failing(RuntimeError("/home/someone/secret"))) as client:
        problem = is_problem(client.post("/ask", json={"question": "问"}), 500)
        assert "secret" not in json.dumps(problem)


def test_openapi_describes_every_endpoint_and_loads_nothing_from_elsewhere(client):
    described = client.get("/openapi.json").json()
    assert set(described["paths"]) == {
        "/search",
        "/ask",
        "/feedback",
        "/targets",
        "/tasks",
        "/notices",
        "/notices/{notice_id}",
        "/notices/{notice_id}/text",
        "/notices/{notice_id}/restore",
        "/jobs/{job_id}",
        "/healthz",
        "/readyz",
    }
    assert "coverage" in described["components"]["schemas"]["Answer"]["properties"]
    is_problem(client.get("/docs"), 404)
    is_problem(client.get("/redoc"), 404)


def test_feedback_is_kept_with_the_answer_of_the_server(client, kewen):
    sent = {"question": COVERAGE, "verdict": "down", "correction": "20家", "category": "missing"}
    response = client.post("/feedback", json=sent)
    assert response.status_code == 201
    kept = FeedbackStore(kewen.settings.data).all()[-1]
    assert kept.id == response.json()["id"]
    assert (kept.verdict, kept.correction, kept.category) == ("down", "20家", "missing")
    assert kept.answer["text"] == client.post("/ask", json={"question": COVERAGE}).json()["text"]


@pytest.mark.parametrize(
    "changes",
    [{"verdict": "maybe"}, {"category": "bad"}, {"correction": "x" * 2001}, {"answer": "20家"}],
)
def test_feedback_that_cannot_be_used_is_a_problem(client, changes):
    is_problem(
        client.post("/feedback", json={"question": "几家？", "verdict": "up"} | changes), 422
    )
