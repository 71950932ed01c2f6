"""REST: a question asked again of what its answer says was understood."""

import pytest
from fastapi.testclient import TestClient

from assistant.faces.rest import create_rest

QUESTION = "2016–2018年哪些区提出了高新技术企业目标？"


@pytest.fixture(scope="module")
def client(kewen):
    with TestClient(create_rest(kewen), raise_server_exceptions=False) as client:
        yield client


def ask(client, **fields):
    return client.post("/ask", json={"question": QUESTION} | fields)


def test_what_was_understood_is_part_of_the_answer(client):
    assert ask(client).json()["understood"] == {
        "places": [],
        "year_from": 2016,
        "year_to": 2018,
        "indicators": ["高新技术企业"],
    }


def test_sent_back_it_asks_the_same(client):
    first = ask(client).json()
    again = ask(client, understood=first["understood"]).json()
    assert again["rows"] == first["rows"]
    assert again["text"] == first["text"]


def test_changed_it_asks_of_what_it_says(client):
    changed = ask(client).json()["understood"] | {"indicators": ["创客空间"]}
    answer = ask(client, understood=changed).json()
    assert answer["standalone_question"] == "2016–2018年哪些区提出了众创空间目标？"
    assert {row["indicator"] for row in answer["rows"]} == {"众创空间"}


def test_an_unknown_indicator_is_a_problem_that_names_near_ones(client):
    response = ask(client, understood={"indicators": ["高技企业"]})
    assert response.status_code == 422
    assert response.json()["type"] == "urn:kewen:problem:usage"
    assert "高新技术企业" in response.json()["detail"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": ["普陀区"]},
        {"places": "普陀区"},
        {"year_from": 20160},
        {"indicators": ["x" * 101]},
        {"places": ["普陀区"] * 51},
        {"year_from": 2018, "year_to": 2016},
    ],
)
def test_what_cannot_be_understood_is_a_problem(client, wrong):
    assert ask(client, understood=wrong).status_code == 422


def test_it_can_be_streamed(client):
    response = ask(client, understood={"indicators": ["众创空间"]}, stream=True)
    assert response.text.count("event: answer") == 1
    assert "哪些区提出了众创空间目标？" in response.text
