from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from corpus.errors import NoticeNotFound
from corpus.notice import Passage, Years
from embeddings.archive.recording import record
from embeddings.archive.tables import Tables
from tests.embeddings.archive import tiny

PUTUO = tiny.notice_of("普陀区\n众创空间12家\n责任单位：区科委", "putuo")
JIADING = tiny.notice_of("嘉定区\n企业900家", "jiading")


@pytest.fixture
def tables(tmp_path):
    record(tmp_path / "notices.sqlite", [PUTUO, JIADING])
    with closing(Tables(tmp_path / "notices.sqlite")) as tables:
        yield tables


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tiny.NOTICES)
def test_what_is_recorded_is_read_back_the_same(tmp_path_factory, notices):
    path = tmp_path_factory.mktemp("tables") / "notices.sqlite"
    record(path, notices)
    with closing(Tables(path)) as tables:
        assert [tables.notice(notice.notice_id) for notice in notices] == notices
        passages = [p for notice in notices for p in notice.passages]
        assert tables.passages(range(len(passages))) == passages
        assert tables.targets() == [t for notice in notices for t in notice.targets]
        assert tables.tasks() == [t for notice in notices for t in notice.tasks]


def test_a_summary_has_all_but_text_and_parts(tables):
    summary = tables.notices()[0]
    for field in fields(summary):
        whole = getattr(PUTUO, field.name)
        counted = field.name in {"passages", "targets", "tasks"}
        assert getattr(summary, field.name) == (len(whole) if counted else whole)
    assert tables.summary("putuo") == summary


def test_the_text_of_a_notice(tables):
    assert tables.text("jiading") == JIADING.text


@pytest.mark.parametrize("reading", ["notice", "text", "summary"])
def test_an_unknown_notice_is_an_error_that_says_what_to_do(tables, reading):
    with pytest.raises(NoticeNotFound, match=r"'pudong'.*kewen notices"):
        getattr(tables, reading)("pudong")


def test_passages_come_in_the_order_asked_for(tables):
    assert [p.text for p in tables.passages(np.array([4, 0, 4]))] == [
        "企业900家", "普陀区", "企业900家",
    ]  # fmt: skip
    with pytest.raises(ValueError, match=r"\[9\]"):
        tables.passages([1, 9])


def test_passage_rows_of_some_notices(tables):
    assert tables.passage_rows().tolist() == [0, 1, 2, 3, 4]
    assert tables.passage_rows(["jiading", "none such"]).tolist() == [3, 4]
    assert tables.passage_rows([]).tolist() == []
    assert tables.passage_rows(["putuo"]).dtype == np.int64


def test_passage_rows_of_some_years(tmp_path):
    years = [Years(2013, 2015), None, Years(2016, 2018), Years(2015, 2016)]
    parts = [Passage(str(n), "putuo", (), "", 0, 0, y) for n, y in enumerate(years)]
    notice = tiny.replace(PUTUO, passages=tuple(parts))
    record(tmp_path / "notices.sqlite", [notice])
    with closing(Tables(tmp_path / "notices.sqlite")) as tables:
        assert tables.passage_rows(None, Years(2016, 2016)).tolist() == [1, 2, 3]
        assert tables.passage_rows(["putuo"], Years(2019, 2020)).tolist() == [1]


def test_targets_by_notice_indicator_kind_and_years(tables):
    assert [t.number for t in tables.targets()] == [12.0, 900.0]
    assert [t.number for t in tables.targets(["jiading"])] == [900.0]
    assert len(tables.targets(indicators=["众创空间"], kind="target")) == 2
    assert tables.targets(indicators=["孵化器"]) == []
    assert tables.targets(kind="achieved") == []
    assert len(tables.targets(years=Years(2018, 2020))) == 2
    assert tables.indicators_holding(["众创", "没有的"]) == ["众创空间"]
    assert tables.indicators_holding(["间"]) == [n for n in tables.indicators() if "间" in n]
    assert tables.targets(years=Years(2017, 2017)) == []


def test_figures_come_a_page_at_a_time_and_are_counted_alike(tables):
    assert [t.number for t in tables.targets(most=1)] == [12.0]
    assert [t.number for t in tables.targets(most=1, after=1)] == [900.0]
    assert tables.targets(most=5, after=2) == []
    assert tables.count_targets() == 2
    assert tables.count_targets(most=1) == 1
    assert tables.count_targets(["jiading"], ["众创空间"], "target", Years(2016, 2016)) == 1
    assert tables.count_targets(kind="achieved") == 0


def test_how_an_indicator_is_measured_and_what_is_commonest(tmp_path):
    counted, share, total = (
        tiny.replace(PUTUO.targets[0], **fields)
        for fields in ({}, {"action": "占比", "unit": "%"}, {"indicator": "孵化器"})
    )
    notice = tiny.replace(PUTUO, targets=(share, counted, total, counted))
    record(tmp_path / "notices.sqlite", [notice, JIADING])
    with closing(Tables(tmp_path / "notices.sqlite")) as tables:
        assert tables.measures(None, ["众创空间"]) == [
            ("占比", "%", 2018, 1), ("新增", "家", 2018, 3),
        ]  # fmt: skip
        assert tables.measures(["jiading"]) == [("新增", "家", 2018, 1)]
        assert tables.measures(kind="achieved") == []
        assert tables.targets(measure=("占比", "%")) == [share]
        assert tables.commonest(5) == [("众创空间", 4), ("孵化器", 1)]
        assert tables.commonest(1, ["jiading"]) == [("众创空间", 1)]


def test_tasks_of_a_notice(tables):
    assert [t.responsible for t in tables.tasks()] == [("区科委",)]
    assert tables.tasks(["jiading"]) == []


def test_the_reader_cannot_write(tables, tmp_path):
    before = (tmp_path / "notices.sqlite").read_bytes()
    with tables._connection() as connection, pytest.raises(Exception, match="readonly"):
        connection.execute("DELETE FROM notices")
    assert (tmp_path / "notices.sqlite").read_bytes() == before


def test_eight_threads_read_what_one_reads(tables):
    with ThreadPoolExecutor(8) as pool:
        read = list(pool.map(tables.notice, ["putuo", "jiading"] * 100))
    assert read == [PUTUO, JIADING] * 100


def test_two_notices_of_one_id_are_refused(tmp_path):
    with pytest.raises(ValueError, match="2 notices have only 1 different ids"):
        record(tmp_path / "notices.sqlite", [PUTUO, PUTUO])
