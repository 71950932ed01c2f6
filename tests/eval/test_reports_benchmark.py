"""The reports benchmark on two reports of its own."""

import json
import lzma

import pytest

from eval.benchmarks import reports

OPENING = (
    "各位代表：\n\n现在，我代表市人民政府向大会报告工作。\n\n一、2016年工作回顾\n\n全市增长8%。\n"
)
RECORDS = [
    {
        "id": "城市/宁波市/2017.md",
        "kind": "政府工作报告-城市",
        "region": "宁波市",
        "year": 2017,
        "title": None,
        "text": f"——2017年2月8日在宁波市第十五届人民代表大会第二次会议上\n\n{OPENING}",
    },
    {
        "id": "城市/温州市/2017.md",
        "kind": "政府工作报告-城市",
        "region": "温州市",
        "year": 2017,
        "title": "温州市2017年政府工作报告",
        "text": f"——2017年2月8日在宁波市第十五届人民代表大会第二次会议上\n\n{OPENING}",
    },
]


@pytest.fixture
def data(tmp_path):
    with lzma.open(tmp_path / reports.REPORTS, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in RECORDS)
    return tmp_path


def test_agreement_and_every_disagreement_are_printed(data, capsys):
    assert reports.main(["--data", str(data)]) == 0
    printed = capsys.readouterr().out
    assert "0 failures" in printed
    assert "region 城市/温州市/2017.md: given 温州市, read 宁波市 from" in printed
    [overall] = [line for line in printed.splitlines() if line.startswith("all")]
    assert overall.split()[1:4] == ["2", "50.00%", "100.00%"]
    assert "by the recursive splitter alone; ratio" in printed


def test_the_name_of_a_file_gives_nothing_away(data, tmp_path):
    records = reports.load(data)
    paths = reports.write(records, tmp_path, titled=False)
    assert [path.name for path in paths] == ["0.txt", "1.txt"]
    assert paths[1].read_text(encoding="utf-8") == records[1].text
    [_, titled] = reports.write(records, tmp_path, titled=True)
    assert titled.read_text(encoding="utf-8").startswith("温州市2017年政府工作报告\n")


def test_a_sample_is_always_the_same(data):
    assert reports.load(data, 1) == reports.load(data, 1)
    assert len(reports.load(data, 1)) == 1


def test_a_reviewed_disagreement_is_no_agreement():
    record = reports.Record("x", "政府工作报告-城市", "甲市", 2017, "", "")
    found = [reports.Disagreement(record, "region", "甲市", "乙市", "title")]
    assert " 0.00%" in reports.summary([record], found, 0)


def test_reasons_name_the_field_they_are_about():
    assert {field for _, field in reports.reviewed()} <= set(reports.FIELDS)
    assert all(reports.reviewed().values())


def test_without_the_data_a_sentence_says_what_to_do(tmp_path, capsys):
    assert reports.main(["--data", str(tmp_path)]) == 2
    assert "Give the folder that holds it with --data" in capsys.readouterr().err
