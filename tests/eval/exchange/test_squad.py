import json

import pytest

from corpus.errors import UsageError
from eval.exchange.squad import read_squad, squad_of
from eval.gold.locating import keep_verbatim
from eval.gold.questions import parse_questions
from tests.eval.tiny_evaluation import NOTICES, QUESTION_LINES

QUESTIONS = parse_questions(QUESTION_LINES.splitlines()).questions


def read(tmp_path, *entries, context="力争新认定高新技术企业20家。\n二、环境 新增众创空间4-5家。"):
    path = tmp_path / "squad.json"
    data = [{"title": "t", "paragraphs": [{"context": context, "qas": list(entries)}]}]
    path.write_text(json.dumps({"version": "v2.0", "data": data}), encoding="utf-8")
    return read_squad(path, list(NOTICES.values()))


def entry(**changes):
    good = {"id": "q", "question": "几家?", "answers": [{"text": "20家", "answer_start": 0}]}
    return good | changes


def test_a_context_is_found_whatever_its_white_space_and_the_sentence_is_the_quote(tmp_path):
    found = keep_verbatim(read(tmp_path, entry()), NOTICES)
    (question,) = found.questions
    assert question.notices == ("putuo",)
    assert question.quotes == ("力争新认定高新技术企业20家。",)
    assert question.contains == ("20家",)


def test_several_answers_are_alternatives(tmp_path):
    answers = [{"text": "20家"}, {"text": "高新技术企业20家"}, {"text": "20家"}]
    (question,) = read(tmp_path, entry(answers=answers)).questions
    assert question.contains == ("20家|高新技术企业20家",)


def test_a_question_without_an_answer_is_one_that_the_notice_is_silent_on(tmp_path):
    (question,) = read(tmp_path, entry(answers=[], is_impossible=True)).questions
    assert question.unanswerable == ("notice_silent",)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"answers": []}, "answers"),
        ({"answers": [{"text": " "}]}, "answers"),
        ({"answers": [{"text": None}]}, "answers"),
        ({"id": None}, "id"),
        ({"question": ""}, "question"),
        ({"id": ""}, "id"),
    ],
)
def test_an_entry_that_cannot_be_used_is_named(tmp_path, changes, field):
    found = read(tmp_path, entry(**changes), entry(id="good"))
    assert [question.id for question in found.questions] == ["good"]
    assert [(fault.line, fault.field) for fault in found.faults] == [(1, field)]


@pytest.mark.parametrize("changes", [{}, {"answers": [], "is_impossible": True}])
def test_a_context_that_no_notice_holds_is_a_fault(tmp_path, changes):
    found = read(tmp_path, entry(**changes), context="别处的一段话。")
    assert [fault.field for fault in found.faults] == ["context"]


def test_the_sentence_is_the_one_at_answer_start(tmp_path):
    context = "力争新认定高新技术企业20家。\n二、环境\n新增众创空间4-5家。"
    for start, sentence in (
        (13, "力争新认定高新技术企业20家。"),
        (context.rindex("家"), "新增众创空间4-5家。"),
    ):
        answers = [{"text": "家", "answer_start": start}]
        found = keep_verbatim(read(tmp_path, entry(answers=answers), context=context), NOTICES)
        assert found.questions[0].quotes == (sentence,)


def test_an_answer_start_that_is_wrong_gives_way_to_the_first_occurrence(tmp_path):
    answers = [{"text": "20家", "answer_start": 900}]
    (question,) = keep_verbatim(read(tmp_path, entry(answers=answers)), NOTICES).questions
    assert question.quotes == ("力争新认定高新技术企业20家。",)


def test_a_context_that_two_notices_hold_may_be_cited_from_either(tmp_path):
    answers = [{"text": "高新技术企业", "answer_start": 0}]
    (question,) = read(tmp_path, entry(answers=answers), context="高新技术企业").questions
    assert question.notices == ("putuo", "haishu")
    assert [span.notice_id for span in question.spans[0]] == ["putuo", "haishu"]


def test_what_is_no_question_is_a_fault_and_the_others_load(tmp_path):
    path = tmp_path / "squad.json"
    good = {"context": "力争新认定高新技术企业20家。", "qas": [3, entry()]}
    data = [{"paragraphs": [{"qas": [entry()]}, 7, good]}]
    path.write_text(json.dumps({"data": data}), encoding="utf-8")
    found = read_squad(path, list(NOTICES.values()))
    assert [fault.line for fault in found.faults] == [1, 2, 3]
    assert [question.line for question in found.questions] == [4]


@pytest.mark.parametrize("text", ["", "[]", '{"data": 3}', '{"data": [{}]}', "[" * 100_000])
def test_a_file_that_is_no_squad_is_refused(tmp_path, text):
    path = tmp_path / "squad.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="as SQuAD"):
        read_squad(path, [])


def test_what_is_written_has_right_offsets_and_reads_back(tmp_path):
    written = squad_of(QUESTIONS, NOTICES)
    entries = [
        (paragraph["context"], qa)
        for article in written["data"]
        for paragraph in article["paragraphs"]
        for qa in paragraph["qas"]
    ]
    assert {qa["id"] for _, qa in entries} == {"a", "b", "c"}
    for context, qa in entries:
        assert qa["is_impossible"] == (qa["id"] == "c")
        for answer in qa["answers"]:
            start = answer["answer_start"]
            assert context[start : start + len(answer["text"])] == answer["text"]
    path = tmp_path / "written.json"
    path.write_text(json.dumps(written), encoding="utf-8")
    assert read_squad(path, list(NOTICES.values())).faults == ()
