import json
import lzma
from collections import Counter

import pytest

from corpus.errors import UsageError
from embeddings.training import questions as training
from embeddings.training.pairs import is_held_out
from eval.paraphrase import collection as module
from eval.paraphrase.collection import Question, collection, questions

FIRST = (
    "支持企业设立研发机构，对新认定的给予资金补助，每家不超过五十万元，"
    "由区科技委员会会同区财政局按年度核定，专款专用，次年六月底以前拨付到账。"
)
SECOND = (
    "为六十五岁以上老年人提供免费健康检查，每年一次，"
    "在社区卫生服务中心进行，检查结果当场告知本人，并记入健康档案，由社区医生跟进。"
)


def region(held_out):
    return next(name for name in map("地区{}".format, range(99)) if is_held_out(name) == held_out)


@pytest.fixture
def data(tmp_path, monkeypatch):
    """Three reports: two held out with the same first passage, and one that is learnt from."""
    monkeypatch.setattr(module, "LAWS", ())
    places = {"a.md": region(True), "b.md": region(True), "c.md": region(False)}
    texts = {"a.md": f"{FIRST}\n\n{SECOND}", "b.md": f"{FIRST}\n\n太短。", "c.md": SECOND}
    with lzma.open(tmp_path / "gov_reports.jsonl.xz", "wt", encoding="utf-8") as lines:
        for name, place in places.items():
            report = {"id": name, "title": f"报告{name}", "region": place, "text": texts[name]}
            lines.write(json.dumps(report, ensure_ascii=False) + "\n")

    def ask(record, start, end):
        asked = [Question("dev", "gov_reports.jsonl.xz", record, start, end, "老人体检要钱吗")]
        monkeypatch.setattr(module, "questions", lambda: asked)
        return tmp_path

    return ask


def test_the_passages_are_those_of_held_out_documents_each_text_once(data):
    found = collection(data("b.md", 0, len(FIRST)), "dev")
    assert found.documents == {"a.md#0": ("报告a.md", FIRST), "a.md#1": ("报告a.md", SECOND)}
    assert found.queries == {"dev-1": "老人体检要钱吗"}
    assert found.qrels == {"dev-1": {"a.md#0": 1}}


def test_another_part_has_no_questions_of_this_one(data):
    assert collection(data("b.md", 0, len(FIRST)), "test").queries == {}


@pytest.mark.parametrize("record", ["a.md", "gone.md"])
def test_a_passage_that_the_data_does_not_hold_is_named(data, record):
    with pytest.raises(UsageError, match=f"passage gov_reports.jsonl.xz {record} 1-5"):
        collection(data(record, 1, 5), "dev")


def test_data_without_the_files_is_refused(tmp_path):
    with pytest.raises(UsageError, match=r"needs gov_reports\.jsonl\.xz"):
        collection(tmp_path, "dev")


def test_the_shipped_questions_are_enough_whole_and_none_is_learnt():
    asked = questions()
    assert len(asked) >= 400
    assert Counter(q.part for q in asked).keys() == {"dev", "test"}
    assert all(q.start < q.end and q.text.strip() for q in asked)
    assert len({q.text for q in asked}) == len(asked)
    learnt = {tuple(line[:2]) for line in training._lines()}
    assert not {(q.file, q.record) for q in asked} & learnt


def test_no_document_has_questions_in_both_parts():
    of_part = {part: {q.record for q in questions() if q.part == part} for part in ("dev", "test")}
    assert not of_part["dev"] & of_part["test"]
