"""The metadata benchmark: what is counted as right, what is left out, and what the gate stops."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.errors import UsageError
from corpus.notice import Notice
from corpus.understanding import understand_text
from eval.labelled import Missing
from eval.metadata.__main__ import HERE, PARTS
from eval.metadata.documents import understood
from eval.metadata.figures import accuracy, misses
from eval.metadata.gold import FIELDS, Gold, read_labels
from eval.metadata.judging import judged

TEXT = (
    "普陀区科委文件\n普科〔2016〕1号\n2016年普陀区科技工作要点\n一、目标\n普陀区科委\n2016年5月6日"
)
VALUES: dict[str, str | None] = dict.fromkeys(FIELDS) | {
    "place": "上海市普陀区",
    "plan_years": "2016",
    "issued_on": "2016-05-06",
    "document_number": "普科[2016] 1号",
    "title": "2016年普陀区科技工作要点",
    "issuer": "普陀区科委",
    "notice_type": "工作要点",
}
GOLD = Gold("one", "dev", "plain", "one.txt", None, None, 1, "", VALUES)


def notice(text: str = TEXT) -> Notice:
    return understand_text(text, "one", source="one.txt", sha256="")


def right(gold: Gold, found: Notice) -> dict[str, bool]:
    return {each.field: each.is_right for each in judged(gold, found)}


def test_brackets_white_space_and_width_do_not_count() -> None:
    assert all(right(GOLD, notice()).values())


def test_a_value_where_the_document_says_nothing_is_wrong_and_the_other_way_round() -> None:
    silent = replace(GOLD, values=VALUES | {"issuer": None, "status": "repealed"})
    wrong = {field for field, is_right in right(silent, notice()).items() if not is_right}
    assert wrong == {"issuer", "status"}


def test_the_name_of_the_file_is_no_title() -> None:
    found = notice("根据有关规定，现将全年工作安排如下，请认真执行。" * 4)
    assert right(replace(GOLD, values=VALUES | {"title": None}), found)["title"]


def test_the_gate_names_the_fields_that_miss() -> None:
    assert misses(accuracy(list(judged(GOLD, notice())))) == []
    other = replace(GOLD, values=VALUES | {"title": "别的"})
    [miss] = misses(accuracy(list(judged(other, notice()))))
    assert miss == "title is right in 0.000 of the documents, expected 0.9"


def test_public_data_is_left_out_without_its_folder() -> None:
    record = replace(GOLD, file=None, data="gov_reports", record="1.md")
    [found] = understood([record], None)
    assert isinstance(found, Missing)
    assert not found.at_fault


def test_a_file_that_is_not_the_labelled_one_is_at_fault() -> None:
    changed = replace(GOLD, file="corpus/notices/putuo-2016.txt", characters=3)
    [found] = understood([changed], None)
    assert isinstance(found, Missing)
    assert found.at_fault


def test_a_line_that_lacks_a_field_is_said(tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps({"id": "one"}) + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 1 is no labelled document"):
        read_labels(path)


def test_the_files_of_a_part_hold_its_documents_and_no_others() -> None:
    assert {file for files in PARTS.values() for file in files} == {
        path.name for path in HERE.glob("labels-*.jsonl")
    }
    for part, files in PARTS.items():
        assert {gold.split for file in files for gold in read_labels(HERE / file)} == {part}


def test_every_committed_document_is_the_one_that_was_labelled() -> None:
    root = Path(__file__).parents[2]
    golds = [
        gold
        for labels in sorted((root / "eval" / "metadata").glob("labels-*.jsonl"))
        for gold in read_labels(labels)
        if gold.file
    ]
    assert len(golds) >= 100
    for gold in golds:
        text = (root / str(gold.file)).read_text(encoding="utf-8")
        assert sha256(text.encode()).hexdigest() == gold.sha256, gold.id
