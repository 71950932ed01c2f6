import json

import pytest

from corpus.errors import UsageError
from eval.gold.questions import parse_questions, read_questions

GOOD = {"id": "a", "type": "lookup", "question": "几家?", "notices": ["n"], "contains": ["20家"]}


def parse(*entries):
    return parse_questions([e if isinstance(e, str) else json.dumps(e) for e in entries])


def fault_of(**changes):
    found = parse(GOOD | changes)
    assert not found.questions
    (fault,) = found.faults
    return fault


def test_a_good_line_loads():
    (question,) = parse(GOOD).questions
    assert (question.id, question.contains, question.rows) == ("a", ("20家",), ())


def test_a_bad_line_is_named_and_the_others_still_load():
    found = parse(GOOD, "{not json", GOOD | {"id": "b"}, "", GOOD | {"id": "c", "quotes": "x"})
    assert [question.id for question in found.questions] == ["a", "b"]
    assert [(fault.line, fault.field) for fault in found.faults] == [
        (2, "(the line)"),
        (5, "quotes"),
    ]
    assert str(found.faults[1]) == "Line 5, field quotes: expected a list of texts, received 'x'."


@pytest.mark.parametrize("line", ["[]", "3", '"text"', "null"])
def test_a_line_that_is_no_object_is_a_fault(line):
    assert parse(line).faults[0].field == "(the line)"


def test_a_repeated_id_is_a_fault():
    found = parse(GOOD, GOOD)
    assert len(found.questions) == 1
    assert (found.faults[0].line, found.faults[0].field) == (2, "id")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"question": " "}, "question"),
        ({"type": None}, "type"),
        ({"history": [{"role": "system", "content": "x"}]}, "history"),
        ({"history": "x"}, "history"),
        ({"unanswerable": "no idea"}, "unanswerable"),
        ({"contains": [""]}, "contains"),
        ({"contains": []}, "contains"),
        ({"quotes": ["x"], "notices": []}, "notices"),
        ({"quotes": ["x"], "unanswerable": "out_of_scope"}, "unanswerable"),
        ({"rows": {}}, "contains"),
        ({"rows": {"a": 1}}, "rows"),
        ({"rows": ["x"]}, "rows[0]"),
        ({"rows": [{"year": 2016}]}, "rows[0].place"),
        ({"rows": [{"place": "普陀区", "year": "2016"}]}, "rows[0]"),
        ({"rows": [{"place": "普陀区", "year": True}]}, "rows[0]"),
        ({"rows": [{"place": "普陀区", "year": 2016, "finding": "maybe"}]}, "rows[0].finding"),
        ({"rows": [{"place": "普陀区", "year": 2016, "vlaue": "20家"}]}, "rows[0]"),
    ],
)
def test_a_fault_names_its_field(changes, field):
    changes = {"contains": []} | changes if changes == {"rows": {}} else changes
    assert fault_of(**changes).field == field


def test_reasons_may_be_alternatives():
    (question,) = parse(GOOD | {"unanswerable": "weak_evidence|notice_silent"}).questions
    assert question.unanswerable == ("weak_evidence", "notice_silent")


def test_a_missing_file_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        read_questions(tmp_path / "none.jsonl")


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path):
    path = tmp_path / "q.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\r\n")
    assert len(read_questions(path).questions) == 1
