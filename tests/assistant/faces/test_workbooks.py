import io

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from assistant.faces.rest import create_rest, ledgers


@pytest.fixture(scope="module")
def client(kewen):
    with TestClient(create_rest(kewen)) as opened:
        yield opened


def sheet(response):
    assert response.headers["content-type"] == ledgers.WORKBOOK
    return list(load_workbook(io.BytesIO(response.content)).active.values)


def test_figures_come_as_a_workbook_that_is_filtered_alike(client, kewen):
    asked = {"place": "嘉定区", "kind": "target", "format": "xlsx"}
    response = client.get("/targets", params=asked)
    rows = sheet(response)
    assert 'filename="targets.xlsx"' in response.headers["content-disposition"]
    assert rows[0][0] == "notice_id"
    assert len(rows) == 1 + len([one for one in kewen.targets() if one.place == "嘉定区"])


def test_tasks_come_as_a_workbook(client, kewen):
    rows = sheet(client.get("/tasks", params={"format": "xlsx"}))
    assert len(rows) == 1 + len(kewen.tasks())


def test_a_workbook_of_too_many_rows_is_refused_with_what_to_do(client, kewen, monkeypatch):
    monkeypatch.setattr(ledgers, "MOST_ROWS_OF_WORKBOOK", 3)
    response = client.get("/targets", params={"format": "xlsx"})
    assert response.status_code == 422
    assert f"There are {len(kewen.targets())} rows" in response.json()["detail"]
    assert "format=csv" in response.json()["detail"]
    assert client.get("/targets", params={"format": "csv"}).status_code == 200
