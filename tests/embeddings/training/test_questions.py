import json
import lzma

import pytest

from corpus.errors import UsageError
from embeddings.training import questions
from embeddings.training.pairs import is_held_out
from embeddings.training.questions import Asked, written_questions

FIRST, SECOND = (
    "支持企业设立研发机构，对新认定的给予资金补助，每家不超过五十万元。",
    "为六十五岁以上老年人提供免费健康检查，每年一次，在社区卫生服务中心进行。",
)
TEXT = f"## 一、创新\n\n{FIRST}\n\n## 二、民生\n\n{SECOND}"


def group(held_out):
    return next(name for name in map("地区{}".format, range(99)) if is_held_out(name) == held_out)


@pytest.fixture
def data(tmp_path, monkeypatch):
    """One report, and a way to say which questions were written about it."""

    def write(region, record="r.md"):
        start = TEXT.index(SECOND)
        with lzma.open(tmp_path / "reports.jsonl.xz", "wt", encoding="utf-8") as lines:
            report = {"id": "r.md", "title": "工作报告", "region": region, "text": TEXT}
            lines.write(json.dumps(report) + "\n")
        line = ["reports.jsonl.xz", record, str(start), str(start + len(SECOND)), "老人体检要钱吗"]
        monkeypatch.setattr(questions, "_lines", lambda: iter([line]))
        return tmp_path

    return write


def test_a_question_brings_its_passage_and_what_stands_above(data):
    written = written_questions(data(group(held_out=False)))
    assert written == [Asked("老人体检要钱吗", SECOND, "工作报告\n民生")]


def test_what_is_held_out_is_not_learnt_from(data):
    with pytest.raises(UsageError, match="held out"):
        written_questions(data(group(held_out=True)))


def test_a_record_that_is_not_there_is_named(data):
    with pytest.raises(UsageError, match="lacks the record gone"):
        written_questions(data(group(held_out=False), record="gone.md"))


def test_the_shipped_questions_are_whole_and_none_comes_twice():
    rows = list(questions._lines())
    assert len(rows) >= 3000
    assert all(len(row) == 5 and int(row[2]) < int(row[3]) and row[4].strip() for row in rows)
    assert len({row[4] for row in rows}) == len(rows)
    english = sum(row[4].isascii() for row in rows) / len(rows)
    assert 0.15 < english < 0.3
