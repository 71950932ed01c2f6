import json
import lzma
from dataclasses import replace
from hashlib import sha256

import pytest

from corpus.errors import UsageError
from eval.reports.records import REPORTS, rebuilt, reports

TEXT = "普陀市政府工作报告\n\n各位代表：现在报告工作。"
REPORT = replace(
    reports()[0],
    record="普陀/2016.md",
    characters=len(TEXT),
    sha256=sha256(TEXT.encode()).hexdigest(),
)


@pytest.fixture
def data(tmp_path):
    title, text = TEXT.split("\n\n")
    with lzma.open(tmp_path / REPORTS, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": REPORT.record, "title": title, "text": text}) + "\n")
    return tmp_path


def test_a_text_is_its_title_and_its_record(data):
    assert list(rebuilt([REPORT], data)) == [(REPORT, TEXT)]


@pytest.mark.parametrize("changes", [{"sha256": "0" * 64}, {"record": "没有"}])
def test_another_text_than_was_asked_about_is_refused(data, changes):
    with pytest.raises(UsageError, match="not the one"):
        list(rebuilt([replace(REPORT, **changes)], data))


def test_missing_data_is_said(tmp_path):
    with pytest.raises(UsageError, match="--data"):
        list(rebuilt([REPORT], tmp_path))
