"""Answers that rest on a notice of which a newer one is in the archive."""

import pytest

from assistant import Assistant, Settings
from tests.embeddings.archive.test_relations import AMENDED, MEASURES


@pytest.fixture(scope="module")
def kewen(tmp_path_factory):
    home = tmp_path_factory.mktemp("superseded")
    old, new = (text.replace("甲", "海曙") for text in (MEASURES, AMENDED))
    other = (
        "普陀区科学技术局关于印发《普陀区科技创新券管理办法》的通知\n普科〔2017〕1号\n各有关单位：\n"
        "一、每家企业每年申领科技创新券额度不超过5万元，由街道初审。\n"
        "普陀区科学技术局\n2017年2月1日\n"
    )
    (home / "files").mkdir()
    for name, text in {"old": old, "new": new, "copy": old + "\n", "putuo": other}.items():
        (home / "files" / f"{name}.txt").write_text(text, encoding="utf-8")
    settings = Settings(data=home / "data")
    with Assistant.open(settings) as assistant:
        for notice in assistant.notices():
            assistant.remove(notice.notice_id)
        assistant.index([home / "files"])
        yield assistant


def test_a_superseded_notice_is_marked_and_not_dropped(kewen):
    answer = kewen.ask("哪些区提到了科技创新券？")
    assert {row.notice_id for row in answer.rows} == {"old", "new", "copy", "putuo"}
    (note,) = [n for n in answer.notes if n.startswith("海曙区") and "取代" in n][:1]
    assert "已被 2018 年的" in note
    assert "海曙科〔2018〕9号" in note
    assert note in answer.text


def test_a_notice_that_is_there_twice_is_said_once(kewen):
    answer = kewen.ask("哪些区提到了科技创新券？")
    (note,) = [n for n in answer.notes if "同一份通知" in n]
    assert "copy 与 old" in note


def test_an_english_answer_has_an_english_note(kewen):
    answer = kewen.ask("Which districts mention 科技创新券?")
    assert any("is superseded by" in note for note in answer.notes)


def test_what_is_not_superseded_has_no_note(kewen):
    answer = kewen.ask("普陀区的科技创新券每家企业每年申领额度是多少？")
    assert answer.citations
    assert answer.notes == ()
