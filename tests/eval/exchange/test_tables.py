import csv
from dataclasses import replace
from functools import partial

import pytest

from corpus.errors import UsageError
from eval.exchange.tables import read_table, table_of
from eval.gold.questions import parse_questions
from tests.eval.tiny_evaluation import QUESTION_LINES

QUESTIONS = parse_questions(QUESTION_LINES.splitlines()).questions


def read(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "questions.csv"
    path.write_bytes(text.encode(encoding))
    return read_table(path)


def without_lines(questions):
    return [replace(question, line=0) for question in questions]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_what_is_written_reads_back_the_same(tmp_path, encoding):
    found = read(tmp_path, table_of(QUESTIONS), encoding)
    assert found.faults == ()
    assert without_lines(found.questions) == without_lines(QUESTIONS)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_needs_a_question_and_a_gold_only(tmp_path, delimiter):
    rows = [["question", "contains"], ["普陀区几家?", "20家|二十家"]]
    (question,) = read(tmp_path, "\n".join(delimiter.join(row) for row in rows)).questions
    assert (question.id, question.type, question.contains) == ("line-2", "lookup", ("20家|二十家",))


@pytest.mark.parametrize(
    "cell", ['"20家;900家"', '"20家；900家"', '"20家\n900家"', '"[""20家"",""900家""]"']
)
def test_a_cell_may_hold_several_texts(tmp_path, cell):
    (question,) = read(tmp_path, f"question,contains\n几家?,{cell}\n").questions
    assert question.contains == ("20家", "900家")


def test_a_row_that_cannot_be_used_is_named_by_its_line_and_the_others_load(tmp_path):
    text = "id,question,contains,rows\na,几家?,20家,\na,几家?,20家,\nb,,20家,\nc,几家?,20家,{\nd,几家?,20家,,,\n"
    found = read(tmp_path, text)
    assert [question.id for question in found.questions] == ["a"]
    assert [(fault.line, fault.field) for fault in found.faults] == [
        (3, "id"),
        (4, "question"),
        (5, "rows"),
        (6, "(the row)"),
    ]


def test_the_line_of_a_row_is_where_it_begins_and_empty_rows_are_passed_over(tmp_path):
    found = read(tmp_path, 'question,contains\n,\n"","20家\n30家"\n几家?,20家\n')
    assert [fault.line for fault in found.faults] == [3]
    assert [question.line for question in found.questions] == [5]


@pytest.mark.parametrize("limit", [131_072, 50_000_000])
def test_a_row_that_is_no_csv_is_a_fault_and_the_others_load(tmp_path, limit, request):
    request.addfinalizer(partial(csv.field_size_limit, csv.field_size_limit(limit)))
    found = read(tmp_path, f"question,contains\n{'长' * 140_000},x\n几家?,20家\n")
    assert [(fault.line, fault.field) for fault in found.faults] == [(2, "(the row)")]
    assert [question.question for question in found.questions] == ["几家?"]


def test_json_that_is_nested_too_deep_is_a_fault(tmp_path):
    found = read(tmp_path, f"question,contains,rows\n几家?,20家,{'[' * 100_000}\n再问,30家,\n")
    assert [fault.field for fault in found.faults] == ["rows"]
    assert len(found.questions) == 1


def test_columns_may_be_written_in_any_case_with_spaces_after_an_empty_line(tmp_path):
    (question,) = read(tmp_path, "\nID, Question ,Contains\na,几家?,20家\n").questions
    assert (question.id, question.question, question.contains) == ("a", "几家?", ("20家",))


def test_a_column_that_occurs_twice_is_refused(tmp_path):
    with pytest.raises(UsageError, match="more than one column 'contains'"):
        read(tmp_path, "question,contains,contains\n几家?,20家,30家\n")


def test_no_cell_is_run_as_a_formula_and_yet_reads_back(tmp_path):
    risky = replace(QUESTIONS[0], question="=1+1几家?")
    text = table_of([risky])
    assert "\n'=1+1" in text.replace("a,lookup,", "\n")
    assert read(tmp_path, text).questions[0].question == risky.question


def test_a_table_without_the_column_says_which_it_has(tmp_path):
    with pytest.raises(UsageError, match=r"columns 问题, 答案.*question"):
        read(tmp_path, "问题,答案\n几家?,20家\n")


def test_a_missing_table_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        read_table(tmp_path / "none.csv")
