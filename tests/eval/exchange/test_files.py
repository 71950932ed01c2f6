import json
from dataclasses import replace

import pytest

from corpus.errors import UsageError
from eval import run
from eval.command import export
from eval.exchange.files import read_set, write_set
from eval.gold.questions import read_questions
from tests.eval.tiny_evaluation import NOTICES, QUESTION_LINES, RIGHT_ANSWERS, ScriptedAssistant

FORMS = ("jsonl", "csv", "squad", "beir", "trec")


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_a_set_is_the_same_through_another_format(questions_file, tmp_path, suffix):
    before = read_questions(questions_file).questions
    path = tmp_path / f"other.{suffix}"
    write_set(path, suffix, before, NOTICES)
    after = read_set(path, lambda: []).questions
    assert [replace(q, line=0) for q in after] == [replace(q, line=0) for q in before]


def test_a_set_of_any_format_can_be_evaluated(questions_file, tmp_path, capsys):
    assistant = ScriptedAssistant(RIGHT_ANSWERS)
    for form, suffix in (("csv", "csv"), ("squad", "json")):
        path = tmp_path / f"set.{suffix}"
        write_set(path, form, read_questions(questions_file).questions, NOTICES)
        assert run(path, assistant=assistant) == 0
        assert "3 questions" in capsys.readouterr().out


@pytest.mark.parametrize("form", FORMS)
def test_questions_that_can_be_used_are_exported_and_the_others_named(
    questions_file, tmp_path, capsys, form
):
    questions_file.write_text(QUESTION_LINES + "{\n", encoding="utf-8")
    output = tmp_path / "folder" / form
    assert export(questions_file, ScriptedAssistant({}), form, output) == 1
    told = capsys.readouterr().err
    assert "Line 4" in told
    assert output.exists()


@pytest.mark.parametrize(("form", "written"), [("csv", 3), ("squad", 3), ("trec", 2), ("beir", 2)])
def test_an_export_tells_how_many_questions_it_holds(
    questions_file, tmp_path, capsys, form, written
):
    export(questions_file, ScriptedAssistant({}), form, tmp_path / form)
    told = capsys.readouterr().err
    assert f"Wrote {written} questions" in told
    assert ("no form for 1 more" in told) == (written == 2)


def test_an_export_needs_a_place(questions_file):
    with pytest.raises(UsageError, match="--output"):
        export(questions_file, ScriptedAssistant({}), "csv", None)


def test_a_beir_folder_holds_the_passages_of_the_gold_notices(questions_file, tmp_path):
    write_set(tmp_path / "beir", "beir", read_questions(questions_file).questions, NOTICES)
    lines = (tmp_path / "beir" / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    passages = [p.passage_id for notice in NOTICES.values() for p in notice.passages]
    assert [json.loads(line)["_id"] for line in lines] == passages
