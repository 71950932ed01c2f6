import json

import pytest

from assistant import Assistant
from assistant.feedback import Feedback
from corpus.errors import UsageError
from eval.feedback import drafts, write_drafts
from eval.gold.locating import keep_verbatim
from eval.gold.questions import parse_questions

TWENTY = "普陀区2016年新认定高新技术企业的目标是多少？"
SILENT = "海曙区2017年新认定高新技术企业多少家？"
WHICH = "2016–2018年哪些区提出了高新技术企业目标？"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with Assistant.open(tmp_path_factory.mktemp("data")) as opened:
        yield opened


@pytest.fixture(scope="module")
def notices(assistant):
    return [assistant.notice(each.notice_id) for each in assistant.notices()]


def said(assistant, question, verdict, **more):
    return Feedback(question, verdict, assistant.ask(question).to_dict(), **more)


def draft(assistant, notices, *feedback):
    (found,) = drafts([said(assistant, *each[:2], **each[2]) for each in feedback], notices)
    return found


def reviewed(entry):
    return {name: value for name, value in entry.items() if name not in ("draft", "todo", "from")}


def test_an_answer_called_right_gives_its_quotes_and_figures(assistant, notices):
    found = draft(assistant, notices, (TWENTY, "up", {}))
    assert found["contains"] == ["20家"]
    assert found["notices"] == ["putuo-2016"]
    assert "高新技术企业20家" in found["quotes"][0]


def test_a_coverage_answer_called_right_gives_its_rows(assistant, notices):
    found = draft(assistant, notices, (WHICH, "up", {}))
    assert found["type"] == "coverage"
    findings = {row["place"]: row["finding"] for row in found["rows"]}
    assert findings["海曙区"] == "mention"
    assert findings["虹口区"] == "silent"


def test_a_refusal_called_right_stays_one(assistant, notices):
    found = draft(assistant, notices, (SILENT, "up", {}))
    assert (found["type"], found["unanswerable"]) == ("unanswerable", "notice_silent")


def test_a_correction_is_looked_for_in_the_notices_and_wrong_figures_are_excluded(
    assistant, notices
):
    correction = {"correction": "高新技术企业总数超过900家", "category": "wrong_figure"}
    found = draft(assistant, notices, (TWENTY, "down", correction))
    assert found["contains"] == ["900家"]
    assert found["excludes"] == ["20家"]
    assert found["notices"] == ["jiading-2018"]
    assert "900家" in found["quotes"][0]


def test_a_correction_that_no_notice_says_leaves_something_to_do(assistant, notices):
    found = draft(assistant, notices, (TWENTY, "down", {"correction": "应为7777家"}))
    assert (found["contains"], found["quotes"]) == (["7777家"], [])
    assert any("Find the sentence" in todo for todo in found["todo"])


def test_a_thumb_down_alone_says_only_what_is_to_be_done(assistant, notices):
    found = draft(assistant, notices, (TWENTY, "down", {}))
    assert (found["contains"], found["excludes"], found["quotes"]) == ([], [], [])
    assert len(found["todo"]) == 2


def test_what_should_have_been_refused_becomes_unanswerable(assistant, notices):
    found = draft(assistant, notices, (TWENTY, "down", {"category": "should_refuse"}))
    assert found["unanswerable"] == "notice_silent"


def test_one_question_gives_one_draft_and_says_where_people_disagree(assistant, notices):
    found = draft(assistant, notices, (TWENTY, "down", {"correction": "9家"}), (TWENTY, "up", {}))
    assert found["contains"] == ["20家"]
    assert [each["verdict"] for each in found["from"]] == ["down", "up"]
    assert "right and wrong" in found["todo"][0]


@pytest.mark.parametrize(
    ("question", "verdict", "more"),
    [
        (TWENTY, "up", {}),
        (WHICH, "up", {}),
        (SILENT, "up", {}),
        (TWENTY, "down", {"correction": "总数超过900家"}),
    ],
)
def test_a_draft_is_refused_until_it_is_reviewed_and_then_it_loads(
    assistant, notices, question, verdict, more
):
    found = draft(assistant, notices, (question, verdict, more))
    by_id = {notice.notice_id: notice for notice in notices}
    (fault,) = parse_questions([json.dumps(found)]).faults
    assert fault.field == "draft"
    assert keep_verbatim(parse_questions([json.dumps(reviewed(found))]), by_id).faults == ()


def test_drafts_are_written_beside_nothing_that_is_there(tmp_path, capsys):
    with Assistant.open(tmp_path / "data") as assistant:
        assert write_drafts(assistant, tmp_path / "drafts.jsonl") == 1
        assert "no feedback" in capsys.readouterr().err
        assistant.feedback(TWENTY, "up")
        assistant.feedback(TWENTY, "down", correction="20家", answer=assistant.ask(TWENTY))
        assert write_drafts(assistant, tmp_path / "drafts.jsonl") == 0
        assert "1 drafts of 1 thumbs up and 1 down" in capsys.readouterr().err
        with pytest.raises(UsageError, match="exists"):
            write_drafts(assistant, tmp_path / "drafts.jsonl")
