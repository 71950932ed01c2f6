import re
from collections import Counter
from importlib.resources import files
from itertools import chain
from pathlib import Path

import pytest

from corpus.understanding import understand
from eval.gate import read_gate
from eval.gold.fields import REASONS
from eval.gold.locating import keep_verbatim, locate
from eval.gold.questions import read_questions
from eval.reports.records import reports

TYPES = {
    *("lookup", "paraphrase", "coverage", "comparison", "tasks", "listing", "follow-up"),
    *("english", "mixed", "unanswerable", "adversarial"),
}
SETS = Path(str(files("eval"))) / "questions"
FOLDER = Path(str(files("corpus"))) / "notices"
NOTICES = {path.stem: understand(path, path.stem) for path in FOLDER.glob("*.txt")}
NAMES = ("dev", "test")
DEV, TEST = (read_questions(SETS / f"five-notices.{name}.jsonl") for name in NAMES)
EACH = pytest.mark.parametrize("found", [DEV, TEST], ids=NAMES)


@EACH
def test_every_line_loads_and_every_gold_quote_is_verbatim(found):
    assert keep_verbatim(found, NOTICES).faults == ()


@EACH
def test_every_gold_notice_holds_a_quote(found):
    for question in found.questions:
        held = {span.notice_id for quote in locate(question, NOTICES).quotes for span in quote}
        held |= {span.notice_id for span in locate(question, NOTICES).rows}
        assert held == set(question.notices), question.id


@EACH
def test_every_quote_has_a_passage(found):
    for question in found.questions:
        assert bool(question.quotes) == bool(locate(question, NOTICES).relevant), question.id


def test_both_parts_ask_for_everything_and_are_large():
    assert {q.type for q in DEV.questions} == {q.type for q in TEST.questions} == TYPES
    assert len(DEV.questions) + len(TEST.questions) >= 220


@EACH
def test_every_reason_is_asked_for(found):
    assert {reason for q in found.questions for reason in q.unanswerable} == set(REASONS)


@EACH
def test_a_quoted_number_that_is_wanted_stands_in_the_gold(found):
    for question in found.questions:
        if question.rows or not question.quotes:
            continue
        gold = "".join(NOTICES[notice_id].text for notice_id in question.notices)
        for wanted in question.contains:
            for number in re.findall(r"\d+(?:\.\d+)?", wanted.split("|")[0]):
                assert number in gold, question.id


def test_the_question_of_the_project_is_asked_in_both_languages():
    asked = {q.question: q for q in DEV.questions}
    english = asked["which districts set 高新技术企业 targets in 2016–2018?"]
    chinese = asked["哪些区在2016年至2018年设定了高新技术企业目标?"]
    assert english.rows == chinese.rows
    findings = {(row.place, row.year): row.finding for row in english.rows if not row.optional}
    assert findings == {
        ("普陀区", 2016): "target",
        ("嘉定区", 2018): "target",
        ("海曙区", 2017): "mention",
        ("虹口区", 2015): "silent",
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_set_has_a_gate_that_can_be_read(name):
    assert read_gate(Path(str(files("eval"))) / "gates" / f"five-notices.{name}.toml")


def test_no_question_is_in_two_sets():
    asked = [q.question for found in (DEV, TEST) for q in found.questions if not q.history]
    assert [question for question, count in Counter(asked).items() if count > 1] == []


@pytest.mark.parametrize("part", ["dev", "test"])
def test_the_questions_over_reports_hold_offsets_into_reports_of_their_part_and_no_text(part):
    found = read_questions(SETS / f"reports.{part}.jsonl")
    lengths = {report.notice_id: report.characters for report in reports() if report.part == part}
    assert found.faults == ()
    assert len(found.questions) >= 60
    for question in found.questions:
        assert question.quotes == ()
        assert set(question.notices) <= set(lengths), question.id
        assert bool(question.spans) != bool(question.unanswerable), question.id
        for span in (*chain(*question.spans), *chain(*(row.spans for row in question.rows))):
            assert span.notice_id in question.notices
            assert span.end <= lengths[span.notice_id]


def test_sixty_different_reports_are_asked_about():
    listed = reports()
    assert len({report.record for report in listed}) == len(listed) == 60
    asked = [read_questions(SETS / f"reports.{part}.jsonl").questions for part in ("dev", "test")]
    assert {name for found in asked for q in found for name in q.notices} == {
        report.notice_id for report in listed
    }
