"""The evaluation table of the README is what the command beside it prints."""

from importlib.resources import files
from pathlib import Path

import pytest

from assistant import Assistant
from eval import run

EVAL = Path(str(files("eval")))
README = EVAL.parent / "README.md"
MEASURED = (
    "| Answer accuracy |",
    "| Citation",
    "| Row F1 |",
    "| False",
    "| nDCG@10 |",
    "| Recall@5 |",
)


@pytest.fixture
def printed(tmp_path, capsys):
    with Assistant.open(tmp_path) as assistant:
        run(EVAL / "questions" / "five-notices.test.jsonl", assistant=assistant, form="markdown")
    return capsys.readouterr().out.splitlines()


def test_every_line_of_the_table_is_printed_by_the_command_beside_it(printed):
    text = README.read_text(encoding="utf-8")
    assert "kewen eval eval/questions/five-notices.test.jsonl --markdown" in text
    lines = [line for line in text.splitlines() if line.startswith(MEASURED)]
    assert len(lines) >= 8
    assert [line for line in lines if line not in printed] == []
